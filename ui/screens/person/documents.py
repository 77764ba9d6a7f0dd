"""Photos and drawings put together. Pictures stay in memory: none is ever a file outside the vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QObject, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from msp_desktop.errors import Damaged, Failure
from msp_desktop.images.picture import picture_in
from msp_desktop.practice.said_alone import may_show
from msp_desktop.record.attachment import Attachment
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record
from msp_desktop.record.times import day_of, shown_day
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.person.documents_view import DocumentsView, ShownPicture
from ui.screens.person.part import Part
from ui.screens.tools.seeing import Seeing
from ui.shell import Shell
from ui.widgets.text import say
from ui.writing import time_now

if TYPE_CHECKING:
    from msp_desktop.record.attachments import Attachments

PAGE, LARGEST = 8, 2000
"""Pictures shown at first, and the longest side of one that is shown large, in pixels."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """What was read of one person, the newest first, with small pictures of the first ones."""

    records: tuple[Record[Attachment], ...] = ()
    small: tuple[bytes | None, ...] = ()


def make(shell: Shell, seeing: Seeing) -> Part:
    """The pictures of one person."""
    view, parts = DocumentsView(), shell.workspace
    presenter = DocumentsPresenter(
        view, shell.background, attachments=parts.attachments, zone=parts.visits.zone, seeing=seeing
    )  # fmt: skip
    view.cover.uncover_requested.connect(seeing.only_us)
    return Part(view, open=presenter.open, leave=presenter.leave)


class DocumentsPresenter(QObject):
    """One person at a time; what comes back for another one is not shown."""

    def __init__(
        self, view: DocumentsView, background: Background, *, attachments: Attachments, zone: str, seeing: Seeing
    ) -> None:
        super().__init__(view)
        self._view, self._background, self._attachments = view, background, attachments
        self._zone, self._seeing = zone, seeing
        self._person, self._pictures, self._most = RecordId(""), Pictures(), PAGE
        view.open_requested.connect(self.open_large)
        view.add_requested.connect(self.add)
        view.more_requested.connect(self.more)
        seeing.changed.connect(self.show)

    def open(self, person: RecordId) -> None:
        """Read and show the pictures of one person."""
        if person != self._person:
            self._view.clear()
            self._most = PAGE
        self._person = person
        self._refresh()

    def leave(self) -> None:
        """Nothing large stays behind."""
        self._view.close_large()

    def more(self) -> None:
        """Earlier ones too."""
        self._most += 2 * PAGE
        self._refresh()

    def show(self) -> None:
        """What may be seen; pictures from a visit are left out while somebody else may see the screen."""
        found = self._pictures
        hidden = [place for place, each in enumerate(found.records) if not self._may_show(each.body)]
        pictures = [
            self._shown(place, each.body, small)
            for place, (each, small) in enumerate(zip(found.records, found.small, strict=False))
            if place not in set(hidden)
        ]
        covered = tr("Pictures taken in visits: {count}. They are left out while others may see the screen.")
        self._view.show_pictures(
            pictures, covered=covered.format(count=len(hidden)) if hidden else "",
            has_more=len(found.small) < len(found.records),
        )  # fmt: skip

    def add(self, file: Path, caption: str, consent: str) -> None:
        """Keep a picture; what is wrong with the file is said, and what was typed stays."""
        person, card = self._person, self._view.adding
        card.show_busy(busy=True)

        def added() -> Pictures:
            self._attachments.add_to_person(person, picture_in(file), caption=caption, consent=consent)
            return self._read(person, self._most)

        def show(found: Pictures) -> None:
            card.show_busy(busy=False)
            if person == self._person:
                card.clear()
                self._take(person, found)
                say(self._view.said, tr("Saved on this laptop at {time}.").format(time=time_now()))

        def failed(failure: Failure) -> None:
            card.show_busy(busy=False)
            card.show_problem(str(failure))

        self._background.run(added, done=show, failed=failed)

    def open_large(self, place: int) -> None:
        """Show one picture as large as the page allows."""
        record, person = self._pictures.records[place], self._person

        def show(image: QImage) -> None:
            if person == self._person and self._may_show(record.body):
                self._view.show_large(image, record.body.caption or tr("A picture without a caption"))

        self._background.run(lambda: _image(self._attachments.image(record)), done=show, failed=self._failed)

    def _refresh(self) -> None:
        person, most = self._person, self._most
        self._background.run(
            lambda: self._read(person, most), done=lambda found: self._take(person, found), failed=self._failed
        )

    def _read(self, person: RecordId, most: int) -> Pictures:
        records = tuple(reversed(self._attachments.of_person(person)))
        return Pictures(records, tuple(self._attachments.thumbnail(each) for each in records[:most]))

    def _take(self, person: RecordId, found: Pictures) -> None:
        if person == self._person:
            self._pictures = found
            self.show()

    def _may_show(self, body: Attachment) -> bool:
        return body.visit is None or may_show(None, self._seeing.now())

    def _shown(self, place: int, body: Attachment, small: bytes | None) -> ShownPicture:
        day = shown_day(day_of(body.added_at, self._zone)) if body.added_at else ""
        return ShownPicture(place, body.caption, day, small)

    def _failed(self, failure: Failure) -> None:
        say(self._view.said, str(failure), "error")


def _image(data: bytes) -> QImage:
    """The picture, no larger than a screen needs; made in the storage thread, since a large one takes a while."""
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer)
    size = reader.size()
    if max(size.width(), size.height()) > LARGEST:
        reader.setScaledSize(size.scaled(QSize(LARGEST, LARGEST), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise Damaged(tr("This picture cannot be shown. It is still in your records. Restore it from a backup."))
    return image
