"""Photos and drawings on the person's page: small ones in a list, one of them large, adding one. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QVBoxLayout, QWidget

from ui.keys import bind_within
from ui.screens.person.covering import Cover
from ui.screens.person.section import Lines, Section, line, opener
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.fold import Fold
from ui.widgets.line_field import LineField
from ui.widgets.page_preview import PageSheet
from ui.widgets.row import Row
from ui.widgets.text import breakable, label, say, short

SMALL = 96
"""Pixels of a small picture at 100 %."""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """One picture: its place in the list, its caption, the day it was added, and a small JPEG where there is one."""

    place: int
    caption: str
    day: str
    small: bytes | None


class DocumentsView(Section):
    """`open_requested` tells a place in the list; `add_requested` a file, its caption, and who agreed to it."""

    open_requested = Signal(int)
    add_requested = Signal(object, str, str)
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Documents"))
        self.cover = Cover(self.tr("photos and drawings"))
        self.empty = label(self.tr("No photos or drawings yet. Add one from a file on this laptop."), "hint")
        self.lines, self.large = Lines(self.tr("Show earlier ones")), Large()
        self.shown: tuple[ShownPicture, ...] = ()
        self.said = label()
        self.adding = AddCard()
        self.fold = Fold(self.tr("Add a photo"), lambda: self.adding)
        for part in (self.cover, self.empty, self.lines, self.large, self.said, self.fold):
            self.put(part)
        self.lines.more.clicked.connect(lambda: self.more_requested.emit())
        self.large.closed.connect(self.close_large)
        self.adding.add_requested.connect(self.add_requested)
        self.clear()

    def clear(self) -> None:
        """Nothing of anybody, and nothing that was about to be added."""
        self.show_pictures((), covered="", has_more=False)
        self.empty.hide()
        self.adding.clear()
        self.fold.shut()
        say(self.said, "")

    def show_pictures(self, pictures: Sequence[ShownPicture], *, covered: str, has_more: bool) -> None:
        """Small pictures, and a sentence about those that are left out."""
        self.shown = tuple(pictures)
        with self.changing():
            self.close_large()
            self.cover.tell(covered)
            self.empty.setVisible(not pictures and not covered)
            self.lines.clear()
            self.lines.add([self._line(each) for each in pictures], has_more=has_more)

    def show_large(self, image: QImage, name: str) -> None:
        """One picture as large as the page allows."""
        with self.changing():
            self.lines.hide()
            self.fold.hide()
            self.large.show_image(image, name)

    def close_large(self) -> None:
        """The list again."""
        had_keyboard = self.large.back.hasFocus()
        self.large.clear()
        self.lines.setVisible(bool(self.shown))
        self.fold.show()
        if had_keyboard:
            self.fold.opener.setFocus()

    def _line(self, picture: ShownPicture) -> QFrame:
        caption = picture.caption or self.tr("No caption")
        name = self.tr("Open the picture of {day}, {number}: {caption}")
        open_it = opener(
            self.tr("Open"), name.format(day=picture.day, number=picture.place + 1, caption=short(caption))
        )  # fmt: skip
        open_it.clicked.connect(partial(self.open_requested.emit, picture.place))
        return line([(caption, ""), (picture.day, "hint")], open_it, before=_small(picture))


class Large(QWidget):
    """One picture, scaled to the page; `closed` asks for the list."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = button(self.tr("Back to the list"), press=self.closed.emit)
        self.sheet: PageSheet | None = None
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(Row(self.back))
        bind_within(self, Qt.Key.Key_Escape, self.closed.emit)
        self.hide()

    def show_image(self, image: QImage, name: str) -> None:
        """Another picture."""
        self.clear()
        self.sheet = PageSheet(QPixmap.fromImage(image), name)
        self._stack.addWidget(self.sheet)
        self.show()
        self.back.setFocus()

    def clear(self) -> None:
        """No picture, at once."""
        if self.sheet is not None:
            self.sheet.clear()
            self.sheet.hide()
            self.sheet.deleteLater()
        self.sheet = None
        self.hide()


class AddCard(Card):
    """A file from this laptop, with a caption. The file stays as it is."""

    add_requested = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.file: Path | None = None
        hint = self.tr("A JPEG or PNG. Where and by which telephone it was taken is left out; the file stays as it is.")
        self.choose = button(self.tr("Choose a picture on this laptop"), press=self.choose_file)
        self.chosen, self.error = label(), label("", "error")
        self.caption = LineField(self.tr("What does it show?"))
        self.consent = LineField(self.tr("Who agreed to this picture, and to what?"))
        self.keep = button(self.tr("Keep this picture"), press=self._add)
        for part in (label(hint, "hint"), self.error, Row(self.choose), self.chosen, self.caption, self.consent):
            self.put(part)
        self.put(Row(self.keep))
        self.clear()

    def clear(self) -> None:
        """Ready for another one."""
        self.take(None)
        self.show_problem("")
        for field in (self.caption, self.consent):
            field.load("")

    def take(self, file: Path | None) -> None:
        """A file was chosen."""
        self.file = file
        say(self.chosen, breakable(self.tr("Chosen: {name}").format(name=file.name)) if file else "")
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Why nothing was kept; what was typed stays."""
        say(self.error, sentence, "error")

    def show_busy(self, *, busy: bool) -> None:
        """Nothing can be pressed twice: a large picture takes seconds."""
        self.keep.setDisabled(busy)
        self.choose.setDisabled(busy)
        self.keep.setText(self.tr("Working. This takes a moment.") if busy else self.tr("Keep this picture"))

    def choose_file(self) -> QFileDialog:
        """Ask which; never in a loop of its own, so that locking can close it."""
        dialog = QFileDialog(self, self.tr("Choose a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Pictures (*.jpg *.jpeg *.png)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda chosen: self.take(Path(chosen)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
        return dialog

    def _add(self) -> None:
        if self.file is None:
            self.show_problem(self.tr("Choose a picture first."))
            self.choose.setFocus()
            return
        self.add_requested.emit(self.file, self.caption.value(), self.consent.value())


def _small(picture: ShownPicture) -> QLabel:
    """The small picture; the button beside it says by ear what it is."""
    shown, small = QLabel(), QPixmap()
    if picture.small is not None and small.loadFromData(picture.small):
        scaled = small.scaled(
            px(SMALL), px(SMALL), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )  # fmt: skip
        shown.setPixmap(scaled)
    shown.setFixedSize(px(SMALL), px(SMALL))
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return shown
