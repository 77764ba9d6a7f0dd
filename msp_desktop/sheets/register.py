"""The register of paper: what was printed, when, in which class and where to, read from its events. Prints nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.store import Store
from msp_desktop.practice.leave_behind import Leave
from msp_desktop.record.event import EVENT, Event
from msp_desktop.record.ids import RecordId
from msp_desktop.record.printed import Printed
from msp_desktop.record.record import Shelf
from msp_desktop.record.visit import PaperCount
from msp_desktop.sheets.finding import mark_in
from msp_desktop.sheets.guard import Going
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import Library

_PRINTS = ("print", "export", "not_printed")
_INTO_THE_HOME = frozenset({Going.WITH_ME, Going.STAYS})


@dataclass(frozen=True, slots=True)
class Print:
    """One print as it stands in the register. `copies` is 0 where no paper came."""

    at: str
    sheet_id: str
    title: str
    leave: Leave | None
    going: Going
    copies: int
    person: RecordId | None
    visit: RecordId | None
    mark: str = ""
    answers: RecordId | None = None
    format: str = ""


class Register:
    """The prints of one vault."""

    def __init__(self, store: Store) -> None:
        self._events = Shelf(store, EVENT)

    def latest(self, *, limit: int) -> tuple[Print, ...]:
        """Of everybody, the latest first; looked for among the last events, of which notes and exports are some too."""
        found = self._events.list({"what": _PRINTS}, order=("-at", "-n"), limit=limit * 10)
        return tuple(reversed(prints(each.body for each in reversed(found))))[:limit]

    def of(self, person: RecordId) -> tuple[Print, ...]:
        """For one person, the latest first."""
        found = self._events.list({"what": _PRINTS, "person": person}, order=("at", "n"))
        return tuple(reversed(prints(each.body for each in found)))

    def found(self, typed: str, *, most: int = 2000) -> Print | None:
        """The print whose mark somebody typed, among the latest; None where there is none of that mark."""
        mark = mark_in(typed)
        return next((each for each in self.latest(limit=most) if each.mark == mark), None) if mark else None

    def to_transcribe(self, visit: RecordId) -> tuple[Print, ...]:
        """What was printed for one visit and came out of the printer, each paper once, the latest first."""
        found = self._events.list({"visit": visit, "what": _PRINTS}, order=("at", "n"))
        return tuple(each for each in reversed(prints(each.body for each in found)) if each.mark and each.copies)

    def taken_to(self, visit: RecordId) -> tuple[PaperCount, ...]:
        """What was printed to go into the home with one visit, to be counted back; in the order it was printed."""
        found = self._events.list({"visit": visit, "what": _PRINTS}, order=("at", "n"))
        taken = Counter[str]()
        for each in prints(each.body for each in found):
            if each.going in _INTO_THE_HOME:
                taken[each.title] += each.copies
        return tuple(PaperCount(sheet=title, taken=copies) for title, copies in taken.items() if copies)


def prints(events: Iterable[Event]) -> tuple[Print, ...]:
    """Prints from their events, oldest first; a print that did not come out is told by a later event.

    A note or a sealed visit that left is an export too, but no sheet.
    """
    found: list[Print] = []
    for event in events:
        if event.what == "not_printed":
            _take_back(found, event)
        elif event.printed is not None:
            found.append(_print(event, event.printed))
    return tuple(found)


def tool_of(sheet_id: str, tools: Library) -> Definition | None:
    """The tool whose answers a sheet takes; None for the visit's own sheets, and for a tool that is gone."""
    key = sheet_id.partition(".")[0]
    return next((each for each in tools.all() if each.key == key and each.kept_as == "answers"), None)


def counted(noted: Iterable[PaperCount], printed: Iterable[PaperCount]) -> tuple[PaperCount, ...]:
    """What the worker noted, and what the register says was printed; what the worker wrote down is never lowered."""
    rows = {each.sheet: each for each in noted}
    for each in printed:
        before = rows.get(each.sheet)
        rows[each.sheet] = each if before is None else replace(before, taken=max(before.taken, each.taken))
    return tuple(rows.values())


def _print(event: Event, printed: Printed) -> Print:
    leave = Leave(event.leave) if event.leave else None
    return Print(
        at=event.at, sheet_id=event.sheet, title=printed.title or event.sheet, leave=leave,
        going=Going(event.where_to), copies=1 if event.copies is None else event.copies, person=event.person,
        visit=event.visit, mark=printed.mark, answers=event.subject, format=printed.format,
    )  # fmt: skip


def _take_back(found: list[Print], event: Event) -> None:
    for place in reversed(range(len(found))):
        if (found[place].sheet_id, found[place].person) == (event.sheet, event.person):
            found[place] = replace(found[place], copies=0)
            return
