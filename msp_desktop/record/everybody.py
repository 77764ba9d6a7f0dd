"""The list of everybody: one line a person with the clocks that matter, a page at a time. No question per line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msp_desktop.record.council_panel import minutes_alone
from msp_desktop.record.ids import RecordId
from msp_desktop.record.people import People
from msp_desktop.record.person import Person
from msp_desktop.record.record import Record, Value
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits


@dataclass(frozen=True, slots=True)
class Line:
    """One person. A restricted record tells nothing but that it is there.

    `minutes` are those of the last time alone, where they are known; `planned` is the day of the next visit, or of
    the last one that was planned and not begun.
    """

    id: RecordId
    name: str = ""
    last_alone: str | None = None
    minutes: int | None = None
    planned: str | None = None
    is_restricted: bool = False
    key: tuple[Value, ...] = ()


class Everybody:
    """People by what to call them, capitals or not; restricted records stand at the end, in the order of arrival."""

    def __init__(self, people: People, visits: Visits) -> None:
        self._people, self._visits = people, visits

    def page(self, *, after: Line | None = None, today: str, limit: int) -> tuple[Line, ...]:
        """The lines that follow the last one seen; fewer than `limit` at the end."""
        open_ones = self._open(after, limit) if after is None or not after.is_restricted else ()
        seen = after if after is not None and after.is_restricted else None
        rest = self._restricted(seen, limit - len(open_ones)) if len(open_ones) < limit else ()
        return self._lines((*open_ones, *rest), today=today)

    def found(self, text: str, *, today: str, limit: int) -> tuple[Line, ...]:
        """The lines of those who are found by what was typed, at most `limit`."""
        return self._lines(self._people.found(text, limit=limit), today=today)

    def _open(self, after: Line | None, limit: int) -> tuple[Record[Person], ...]:
        key = after.key if after else ()
        return self._people.list({"restricted": None}, order=("call_me", "n"), after=key, limit=limit)

    def _restricted(self, after: Line | None, limit: int) -> tuple[Record[Person], ...]:
        return self._people.list({"restricted": 1}, order=("n",), after=after.key if after else (), limit=limit)

    def _lines(self, people: Sequence[Record[Person]], *, today: str) -> tuple[Line, ...]:
        ids = [each.id for each in people if not each.body.is_restricted]
        with self._people.store.reading() as look:
            alone = self._visits.last_alone(look, ids)
            planned = self._visits.next_planned(look, ids, today=today)
        return tuple(_line(each, alone.get(each.id), planned.get(each.id)) for each in people)


def _line(person: Record[Person], last: Visit | None, planned: Visit | None) -> Line:
    if person.body.is_restricted:
        return Line(person.id, is_restricted=True, key=(person.n,))
    return Line(
        person.id, person.body.call_me, last_alone=last.day if last else None,
        minutes=minutes_alone(last) if last else None, planned=planned.day if planned else None,
        key=(person.body.call_me, person.n),
    )  # fmt: skip
