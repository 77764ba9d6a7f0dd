"""The files of the made-up situations: each can be used, and what is wrong with one is told with its line."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise

import pytest

from msp_desktop.demo.reading import FaultySituation, loaded, situations
from msp_desktop.demo.situation import Situation, VisitTold
from msp_desktop.record import entry

TEXTS = {each.name: each.read_text("utf-8") for each in files("resources").joinpath("demo").iterdir()}
PHONE = re.compile(r"\b0[0-9]{3,4}[ -]?[0-9]{3}[ -]?[0-9]{3,4}\b")
FICTION = re.compile(r"01632 960[0-9]{3}|07700 900[0-9]{3}")
GOOD = """\
number: 99
title: A title
teaches: A lesson.
met: -9
person:
  call_me: Ash
people:
  kit: {name: Kit, role: friend}
visits:
  - day: -4
    start: "10:00"
    steps:
      - {at: "10:01", came_in: [kit]}
      - {at: "10:02", tool: scaling, answers: {score: 3}}
    end: "10:20"
"""


def test_ten_situations_are_told_and_each_has_something_to_teach() -> None:
    assert [each.number for each in situations()] == list(range(1, 11))
    assert len({each.teaches for each in situations()}) == 10


def test_a_small_file_that_is_right_is_taken() -> None:
    assert loaded(GOOD, file="ash.yaml").person == {"call_me": "Ash"}


@pytest.mark.parametrize(
    ("right", "wrong", "line", "word"),
    [
        ("met: -9", "mett: -9", 4, "mett"),
        ("call_me: Ash", "nickname: Ash", 6, "nickname"),
        ("role: friend", "role: mate", 8, "mate"),
        ("came_in: [kit]", "came_in: [kat]", 13, "kat"),
        ("tool: scaling", "tool: scale", 14, "scale"),
        ("score: 3", "score: 11", 14, "score"),
        ("score: 3", "mark: 3", 14, "mark"),
        ('start: "10:00"', "start: ten", 11, ""),
        ('end: "10:20"', "end: [", 15, ""),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(right: str, wrong: str, line: int, word: str) -> None:
    with pytest.raises(FaultySituation) as refused:
        loaded(GOOD.replace(right, wrong), file="ash.yaml")
    assert str(refused.value).startswith("ash.yaml, line ")
    assert word in str(refused.value)
    assert refused.value.faults[0].line in (line, line + 1)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_no_number_address_or_mail_could_be_anybodys(name: str) -> None:
    text = TEXTS[name]
    assert [found for found in PHONE.findall(text) if not FICTION.fullmatch(found)] == []
    assert [found for found in re.findall(r"postcode: (\S+)", text) if not found.startswith("ZZ")] == []
    assert [found for found in re.findall(r"\S+@\S+", text) if not found.endswith("example.org")] == []


def test_every_nhs_number_is_made_up_and_fits_its_check_digit() -> None:
    numbers = [str(each.person["nhs_number"]) for each in situations()]
    assert all(number.startswith("999") and entry.nhs_number(number) == number for number in numbers)
    assert len(set(numbers)) == 10


def test_the_worker_is_never_in_two_places_whatever_day_today_is() -> None:
    made = sorted(_stretch(told, visit) for told in situations() for visit in told.visits)
    for (_, _, end, first), (day, start, _, then) in pairwise(made):
        assert (day, start) > end, f"{first} and {then} overlap on day {day}"


def _stretch(told: Situation, visit: VisitTold) -> tuple[int, str, tuple[int, str], int]:
    at = visit.start or (visit.not_made.at if visit.not_made else None) or (visit.planned.time if visit.planned else "")
    until = visit.end or (visit.not_made.at if visit.not_made else at)
    return visit.day, at, (visit.day, until), told.number


@pytest.mark.parametrize("told", situations(), ids=lambda told: str(told.number))
def test_time_goes_on_within_a_visit(told: Situation) -> None:
    for visit in told.visits:
        times = [each.at for each in visit.steps] + ([visit.end] if visit.end else [])
        assert times == sorted(times)
        assert not visit.start or visit.start <= times[0]
