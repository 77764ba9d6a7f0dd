"""What was done with one person, newest first, a page at a time: visits, filled tools, sheets that were printed."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.body import Body
from msp_desktop.record.event import Event
from msp_desktop.record.events import Events
from msp_desktop.record.filled import Answers
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record
from msp_desktop.record.times import day_of
from msp_desktop.record.visit import Visit
from msp_desktop.record.visits import Visits

B = TypeVar("B", bound=Body)

_PAGE = 20


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing on its local day; `visit` is the visit it belongs to, None where it belongs to none."""

    day: str
    body: Visit | Answers | Event
    visit: RecordId | None


class Timeline:
    """The days of one person. It remembers how far it was read, and stays in one thread."""

    def __init__(self, person: RecordId, *, visits: Visits, answers: AnswersShelf, events: Events) -> None:
        self._person, self._visits, self._answers, self._events = person, visits, answers, events
        sources = (self._of_visits(), self._of_answers(), self._of_events())
        self._merged = heapq.merge(*sources, key=lambda each: each.day, reverse=True)

    def more(self, limit: int) -> tuple[Moment, ...]:
        """What follows; fewer than `limit` at the end."""
        return tuple(islice(self._merged, limit))

    def _of_visits(self) -> Iterator[Moment]:
        def page(last: Record[Visit] | None) -> Sequence[Record[Visit]]:
            place = (last.body.day, last.n) if last else ()
            return self._visits.list({"person": self._person}, order=("-day", "-n"), after=place, limit=_PAGE)

        for each in _paged(page):
            yield Moment(each.body.day, each.body, each.id)

    def _of_answers(self) -> Iterator[Moment]:
        def page(last: Record[Answers] | None) -> Sequence[Record[Answers]]:
            place = (last.n,) if last else ()
            return self._answers.list({"person": self._person}, order=("-n",), after=place, limit=_PAGE)

        for each in _paged(page):
            yield Moment(self._day(each.body.started_at or each.at), each.body, each.body.visit)

    def _of_events(self) -> Iterator[Moment]:
        for each in _paged(lambda last: self._events.prints(self._person, after=last, limit=_PAGE)):
            yield Moment(self._day(each.body.at), each.body, each.body.visit)

    def _day(self, moment: str) -> str:
        return day_of(moment, self._visits.zone)


def _paged(page: Callable[[Record[B] | None], Sequence[Record[B]]]) -> Iterator[Record[B]]:
    last: Record[B] | None = None
    while found := page(last):
        yield from found
        last = found[-1]
