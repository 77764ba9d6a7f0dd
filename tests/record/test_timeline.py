"""The timeline of one person: visits, filled tools and printed sheets by day, a page at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.store import Store
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.event import Event
from msp_desktop.record.events import Events
from msp_desktop.record.ids import RecordId
from msp_desktop.record.timeline import Moment, Timeline
from msp_desktop.record.visits import Visits
from msp_desktop.tools.library import Library
from tests.record.conftest import Hands

PERSON, OTHER = RecordId("p"), RecordId("q")
DAY = 24 * 60


@pytest.fixture
def visits(store: Store) -> Visits:
    return Visits(store)


def timeline(store: Store, visits: Visits) -> Timeline:
    return Timeline(PERSON, visits=visits, answers=AnswersShelf(store), events=Events(store))


def told(moments: tuple[Moment, ...]) -> list[str]:
    return [f"{each.day} {type(each.body).__name__}" for each in moments]


def test_everything_of_one_person_stands_by_day_the_newest_first(
    store: Store, visits: Visits, hands: Hands, tmp_path: Path
) -> None:
    first = visits.finish(visits.start_unplanned(PERSON))
    hands.pass_minutes(DAY)
    tool = Library(tmp_path).tool("scaling")
    AnswersShelf(store).open(tool, person=PERSON, visit=first.id)
    AnswersShelf(store).open(tool, person=OTHER)
    hands.pass_minutes(DAY)
    for person in (PERSON, OTHER):
        Events(store).add(Event(what="print", at=visits.now(), person=person, sheet="scaling.ruler"))
    visits.plan(PERSON, at=hands.now)
    found = timeline(store, visits).more(10)
    assert told(found) == ["2026-10-16 Visit", "2026-10-16 Event", "2026-10-15 Answers", "2026-10-14 Visit"]
    assert [each.visit for each in found][1:] == [None, first.id, first.id]


def test_each_page_follows_the_one_before_and_the_end_is_short(store: Store, visits: Visits, hands: Hands) -> None:
    for _ in range(45):
        visits.finish(visits.start_unplanned(PERSON))
        hands.pass_minutes(DAY)
    days = timeline(store, visits)
    pages = [days.more(20), days.more(20), days.more(20), days.more(20)]
    assert [len(page) for page in pages] == [20, 20, 5, 0]
    whole = [each.day for page in pages for each in page]
    assert whole == sorted(whole, reverse=True) and len(set(whole)) == 45


def test_a_late_entry_stands_on_its_own_day(store: Store, visits: Visits, hands: Hands) -> None:
    visits.plan(PERSON, at=hands.now)
    hands.pass_minutes(-3 * DAY)
    visits.plan(PERSON, at=hands.now)
    assert [each.day for each in timeline(store, visits).more(9)] == ["2026-10-14", "2026-10-11"]
