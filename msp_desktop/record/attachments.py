"""Photos and drawings that belong to a visit or a person: added, shown, taken out. How a picture is made fit to keep
stands in `images.picture`.
"""

from __future__ import annotations

from pathlib import Path

from db.attachments import AttachmentFiles
from db.store import Store
from msp_desktop.errors import StorageTrouble
from msp_desktop.export_targets import refuse_target
from msp_desktop.images.picture import Picture
from msp_desktop.record import company
from msp_desktop.record.attachment import ATTACHMENT, Attachment
from msp_desktop.record.event import Event
from msp_desktop.record.events import Events
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.person import PERSON
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.times import instant
from msp_desktop.record.visit import VISIT
from msp_desktop.translation import tr


class Attachments(Shelf[Attachment]):
    """Attachments with their files. `delete` takes one out with a reason; history and file stay."""

    def __init__(self, store: Store, files: AttachmentFiles) -> None:
        super().__init__(store, ATTACHMENT)
        self._files = files
        self._visits, self._people = Shelf(store, VISIT), Shelf(store, PERSON)

    def add_to_visit(
        self, visit: RecordId, picture: Picture, *, caption: str = "", consent: str = ""
    ) -> Record[Attachment]:
        """Keep a picture with a visit, in the segment that is running."""
        with self.store.reading() as look:
            found = self._visits.read(look, visit).body
        running = company.running(found)
        return self._add(
            picture, person=found.person, visit=visit, segment=running.id if running else None, caption=caption,
            consent=consent,
        )  # fmt: skip

    def add_to_person(
        self, person: RecordId, picture: Picture, *, caption: str = "", consent: str = ""
    ) -> Record[Attachment]:
        """Keep a picture with a person and no visit."""
        self._people.get(person)
        return self._add(picture, person=person, caption=caption, consent=consent)

    def of_visit(self, visit: RecordId) -> tuple[Record[Attachment], ...]:
        """A visit's attachments, in the order they were added."""
        return self.list({"visit": visit})

    def of_person(self, person: RecordId) -> tuple[Record[Attachment], ...]:
        """A person's attachments, those of visits too, in the order they were added."""
        return self.list({"person": person})

    def image(self, record: Record[Attachment]) -> bytes:
        """The picture itself, whole or not at all; raises Damaged. Keep it in memory: it is never a file again."""
        with self.store.reading() as look:
            return self._files.read(look, record.body.file)

    def thumbnail(self, record: Record[Attachment]) -> bytes | None:
        """A small JPEG of it, None where there is none."""
        with self.store.reading() as look:
            return self._files.thumbnail(look, record.body.file)

    def copy_out(self, record: Record[Attachment], to: Path) -> None:
        """Write an unprotected copy that a person asked for by name; the event stands before the copy does."""
        refuse_target(to.parent)
        image = self.image(record)
        Events(self.store).add(
            Event(
                what="export", at=instant(self.store.now()), subject=record.id, subject_kind=self.kind.name,
                person=record.body.person, visit=record.body.visit,
            )
        )  # fmt: skip
        try:
            to.write_bytes(image)
        except OSError:
            raise StorageTrouble(
                tr("The copy could not be written there. The picture in your vault is as it was. Choose another place.")
            ) from None

    def faults(self) -> list[str]:
        """Every attachment whose file is missing or damaged, by id, a plain line each. Reads every file."""
        return self._files.faults()

    def _add(
        self, picture: Picture, *, person: RecordId, visit: RecordId | None = None, segment: SegmentId | None = None,
        caption: str, consent: str,
    ) -> Record[Attachment]:  # fmt: skip
        id = self.new_id()
        with self._files.kept(id, picture.data, thumbnail=picture.thumbnail) as file, self.store.work() as work:
            body = Attachment(
                person=person, visit=visit, segment=segment, file=file, media_type=picture.media_type,
                size=len(picture.data), sha256=picture.sha256, caption=caption, consent=consent,
                original_sha256=picture.original_sha256, claimed_taken_at=picture.claimed_taken_at,
                added_at=instant(self.store.now()),
            )  # fmt: skip
            added = self.write(work, body, id=id)
            work.commit()
        return added
