"""Notes for the council system: gathered from the records, shown, and copied out as an event."""

from __future__ import annotations

from dataclasses import dataclass

from db.store import Reading, Store
from msp_desktop.record.action import ACTION
from msp_desktop.record.connection import CONNECTION, Connection
from msp_desktop.record.council_panel import PanelField, panel
from msp_desktop.record.definition import DEFINITION
from msp_desktop.record.event import EVENT, Event
from msp_desktop.record.filled import ANSWERS, Answers
from msp_desktop.record.ids import RecordId
from msp_desktop.record.note import Material, note
from msp_desktop.record.outcome import OUTCOME
from msp_desktop.record.record import Shelf
from msp_desktop.record.restricted import restricted_words
from msp_desktop.record.safe_contact import SAFE_CONTACT
from msp_desktop.record.times import instant
from msp_desktop.record.visit import VISIT, Visit


@dataclass(frozen=True, slots=True)
class CouncilNote:
    """The note as one text, and the fields one by one."""

    text: str
    fields: tuple[PanelField, ...]


class Notes:
    """Makes the note of a visit. Safe contact is read only to keep its words out."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, visit: RecordId) -> CouncilNote:
        """The note as it would be copied now."""
        with self._store.reading() as look:
            return self._made(look, visit)

    def before_amending(self, visit: RecordId) -> CouncilNote | None:
        """The note of the version that was signed before the latest change; None where nothing was changed."""
        shelf = Shelf(self._store, VISIT)
        amends = shelf.get(visit).body.amends
        version = next((each.body for each in shelf.history(visit) if amends and each.rev == amends.of), None)
        if version is None:
            return None
        with self._store.reading() as look:
            return self._of_body(look, visit, version)

    def copy(self, visit: RecordId, *, where_to: str) -> CouncilNote:
        """The note to take out of the vault. If the event cannot be written, nothing is given."""
        with self._store.work() as work:
            made = self._made(work, visit)
            event = Event(
                what="copy", at=instant(self._store.now()), subject=visit, subject_kind="visit", visit=visit,
                leave="C", where_to=where_to,
            )  # fmt: skip
            Shelf(self._store, EVENT).write(work, event)
            work.commit()
        return made

    def _made(self, look: Reading, id: RecordId) -> CouncilNote:
        return self._of_body(look, id, Shelf(self._store, VISIT).read(look, id).body)

    def _of_body(self, look: Reading, id: RecordId, visit: Visit) -> CouncilNote:
        around = {"person": visit.person}
        connections = Shelf(self._store, CONNECTION).find(look, around)
        safe = Shelf(self._store, SAFE_CONTACT).find(look, around, limit=1)
        material = Material(
            visit=visit,
            outcomes=tuple(each.body for each in Shelf(self._store, OUTCOME).find(look, {"visit": id})),
            actions=tuple(each.body for each in Shelf(self._store, ACTION).find(look, {"visit": id})),
            do_not_share_with=tuple(each.body.name for each in connections if _is_not_to_know(each.body)),
            tools=self._tools(look, id),
            restricted=restricted_words(safe[0].body if safe else None),
        )
        return CouncilNote(note(material), panel(visit))

    def _tools(self, look: Reading, visit: RecordId) -> tuple[str, ...]:
        # Their titles alone: what was filled in has its own sheets, and may be for fewer eyes than the note.
        filled = [each.body for each in Shelf(self._store, ANSWERS).find(look, {"visit": visit})]
        return tuple(self._title(look, each) for each in filled if each.state == "finished")

    def _title(self, look: Reading, filled: Answers) -> str:
        shelf = Shelf(self._store, DEFINITION)
        kept = shelf.find(look, {"key": filled.tool, "version": filled.version}, limit=1)
        return kept[0].body.title if kept else filled.tool


def _is_not_to_know(connection: Connection) -> bool:
    return connection.do_not_share_with or connection.possible_risk is not None
