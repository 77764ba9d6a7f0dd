"""The demo's days and lots: counted from today, drawn from a seed, the same each time."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime

import pytest

from msp_desktop.demo.days import Days
from msp_desktop.demo.drawing import drawn
from msp_desktop.demo.lot import Lot
from msp_desktop.demo.situation import Drawn
from msp_desktop.images.picture import picture_of

WEEK = [date(2026, 3, day) for day in range(23, 30)]
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize("today", WEEK, ids=str)
def test_every_day_but_today_is_a_working_day_of_its_own(today: date) -> None:
    days = Days(today)
    found = [days.day(number) for number in range(-120, 30)]
    assert found == sorted(set(found))
    assert days.day(0) == today
    assert all(each.weekday() < 5 for each in found if each != today)


def test_a_time_is_local_and_may_be_on_the_next_working_day() -> None:
    days = Days(date(2026, 3, 27))  # a Friday; summer time begins on the Sunday
    assert days.moment(0, "10:05") == datetime(2026, 3, 27, 10, 5, tzinfo=UTC)
    assert days.moment(0, "+1 09:00") == datetime(2026, 3, 30, 8, 0, tzinfo=UTC)


def test_the_same_seed_draws_the_same_ids_each_of_them_once_and_in_order() -> None:
    first, again = (Lot("a seed", now=lambda: NOON) for _ in range(2))
    ids = [first.id() for _ in range(500)]
    assert ids == [again.id() for _ in range(500)] == sorted(set(ids))
    assert uuid.UUID(ids[0]).version == 7
    assert Lot("another", now=lambda: NOON).id() != ids[0]


def test_a_drawn_photo_is_taken_in_like_any_other() -> None:
    picture = picture_of(drawn([Drawn(fill="#336699", box=(10, 10, 50, 50), oval=True)]))
    assert picture.media_type == "image/png"
    assert picture.data == picture_of(drawn([Drawn(fill="#336699", box=(10, 10, 50, 50), oval=True)])).data
