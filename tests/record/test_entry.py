"""The edge: what is cleaned, what is refused, and with which sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.errors import BadInput
from msp_desktop.record import entry
from msp_desktop.record.ids import RecordId
from msp_desktop.record.marks import TEXT_LENGTH
from msp_desktop.record.person import PERSON, Person
from msp_desktop.record.visit import VISIT, Visit

MARGARET = Person(call_me="Margaret")


def check(person: Person) -> None:
    entry.checked(PERSON, PERSON.encode(person))


@pytest.mark.parametrize("number", ["943 476 5919", "9434765919", "999-000-0050", "999 000 0050"])
def test_a_valid_nhs_number_is_taken_in_any_spacing(number: str) -> None:
    assert entry.nhs_number(number) == "".join(digit for digit in number if digit.isdigit())


@pytest.mark.parametrize("stem", ["999000000", "999000014", "999000028", "999000031"])
def test_a_stem_whose_check_would_be_ten_has_no_valid_number(stem: str) -> None:
    for last in "0123456789":
        with pytest.raises(BadInput, match="last digit"):
            entry.nhs_number(stem + last)


@pytest.mark.parametrize("stem", ["999000005", "999000019", "999000022", "999000036"])
def test_a_remainder_of_nothing_checks_as_nought(stem: str) -> None:
    assert entry.nhs_number(stem + "0") == stem + "0"


@given(stem=st.text("0123456789", min_size=9, max_size=9))
def test_at_most_one_last_digit_fits_a_stem(stem: str) -> None:
    fitting = [last for last in "0123456789" if _is_valid(stem + last)]
    assert len(fitting) <= 1


def _is_valid(number: str) -> bool:
    try:
        return entry.nhs_number(number) == number
    except BadInput:
        return False


@pytest.mark.parametrize("number", ["12345", "abcdefghij", "99900000500", "٩٩٩٠٠٠٠٠٥٠"])
def test_anything_but_ten_digits_is_told_what_an_nhs_number_is(number: str) -> None:
    with pytest.raises(BadInput, match="ten digits") as refused:
        entry.nhs_number(number)
    assert number not in str(refused.value)


def test_ten_noughts_are_nobodys_number() -> None:
    with pytest.raises(BadInput, match="last digit"):
        entry.nhs_number("000 000 0000")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../passwd", "Europe"])
def test_a_visit_in_no_known_local_time_is_refused(zone: str) -> None:
    visit = Visit(person=RecordId("p"), state="planned", day="2026-10-14", zone=zone)
    with pytest.raises(BadInput, match="local time"):
        entry.checked(VISIT, VISIT.encode(visit))


def test_no_nhs_number_is_no_fault() -> None:
    assert entry.nhs_number("  ") == ""


def test_an_nhs_number_is_shown_in_three_groups() -> None:
    assert entry.shown_nhs_number("9990000050") == "999 000 0050"


@pytest.mark.parametrize("text", ["14 Oct 2026", "14 October 2026", "14/10/2026", "2026-10-14", " 14.10.2026 "])
def test_a_day_is_taken_as_people_write_it(text: str) -> None:
    assert entry.day(text) == "2026-10-14"


@pytest.mark.parametrize("text", ["31 Feb 2026", "2026-02-30", "32/10/2026", "14 Och 2026"])
def test_a_day_in_no_calendar_is_told_so(text: str) -> None:
    with pytest.raises(BadInput, match="no such day"):
        entry.day(text)


@pytest.mark.parametrize("text", ["", "soon", "14/10/26", "14 Oct"])
def test_another_spelling_is_told_how_to_write_a_day(text: str) -> None:
    with pytest.raises(BadInput, match="such as 14 Oct 2026"):
        entry.day(text)


def test_a_day_still_to_come_is_refused_only_where_it_matters() -> None:
    assert entry.day("15 Oct 2026") == "2026-10-15"
    assert entry.day("14 Oct 2026", not_after=date(2026, 10, 14)) == "2026-10-14"
    with pytest.raises(BadInput, match="still to come"):
        entry.day("15 Oct 2026", not_after=date(2026, 10, 14))


def test_nul_and_half_characters_go_and_are_said() -> None:
    clean = entry.clean_text("a\x00b\ud800c")
    assert (clean.text, clean.removed) == ("abc", 2)
    assert clean.sentence.startswith("2 characters")
    assert entry.clean_text("x\x00").sentence.startswith("One character")


def test_two_halves_of_one_character_are_put_together() -> None:
    assert entry.clean_text("\ud83d\ude00\x00") == entry.CleanText("😀", 1)


@pytest.mark.parametrize("text", ["", "plain", "café", "مرحبا", "👩🏽‍🦽 tea", "tab\tand\x07bell\nline", "a\u202eb"])
def test_everything_else_stays_exactly_as_entered(text: str) -> None:
    assert entry.clean_text(text) == entry.CleanText(text, 0)
    assert entry.clean_text(text).sentence == ""


@given(st.text(st.characters(codec=None), max_size=20))
def test_a_cleaned_text_can_always_be_written_and_needs_no_second_cleaning(text: str) -> None:
    clean = entry.clean_text(text).text
    assert "\x00" not in clean
    assert clean.encode().decode() == clean
    assert entry.clean_text(clean).removed == 0


def test_a_whole_body_is_cleaned_however_deep_the_text() -> None:
    body = {"values": [{"field": "a", "value": ["x\x00", {"b": "\ud800"}], "n": 1}]}
    assert entry.cleaned(body) == ({"values": [{"field": "a", "value": ["x", {"b": ""}], "n": 1}]}, 2)


def test_a_name_beyond_three_hundred_characters_is_refused() -> None:
    check(replace(MARGARET, names="x" * 300))
    with pytest.raises(BadInput, match="at most 300"):
        check(replace(MARGARET, names="x" * 301))


def test_five_megabytes_of_words_are_kept_and_more_are_told_what_to_do() -> None:
    check(replace(MARGARET, about="x" * TEXT_LENGTH))
    with pytest.raises(BadInput, match="Split it in two"):
        check(replace(MARGARET, about="x" * (TEXT_LENGTH + 1)))


@pytest.mark.parametrize("day", ["2026-02-30", "0000-01-01", "٢٠٢٦-١٠-١٤", "2026-10-14\n", "2026-10-14T09:00:00Z"])
def test_a_day_of_no_calendar_in_a_body_is_refused(day: str) -> None:
    with pytest.raises(BadInput):
        check(replace(MARGARET, birth_date=day))


def test_a_misspelt_day_in_a_body_is_refused() -> None:
    with pytest.raises(BadInput, match="in no calendar"):
        check(replace(MARGARET, birth_date="14 Oct 1940"))


@pytest.mark.parametrize(("text", "time"), [("9:30", "09:30"), ("14.05", "14:05"), ("0930", "09:30")])
def test_a_time_is_read_as_people_write_it(text: str, time: str) -> None:
    assert entry.time_of_day(text) == time


@pytest.mark.parametrize("text", ["25:00", "9", "half nine", "9:60"])
def test_a_time_that_is_none_says_what_to_enter(text: str) -> None:
    with pytest.raises(BadInput, match="Enter a time such as"):
        entry.time_of_day(text)
