"""The mark on a printed sheet: it says nothing, stands on every page, and by it the paper is found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uuid6 import uuid7

from msp_desktop.sheets.finding import LENGTH, LETTERS, mark_in, mark_of


@given(st.builds(lambda: str(uuid7())))
def test_a_mark_is_four_letters_that_make_no_word(id: str) -> None:
    mark = mark_of(id)
    assert len(mark) == LENGTH and set(mark) <= set(LETTERS)
    assert not set("AEIOU") & set(LETTERS)


@pytest.mark.parametrize("typed", ["KBCD", "kbcd", "T15 A KBCD", " t15  a kbcd ", "T15 A KBCD Page 1 of 2"])
def test_it_is_found_in_whatever_was_typed_from_the_foot(typed: str) -> None:
    assert mark_in(typed) == "KBCD"


@pytest.mark.parametrize("typed", ["", "T15 A", "KBC", "KBCDF", "AEIO", "\x00", "🫖" * 50])
def test_what_is_no_mark_is_none(typed: str) -> None:
    assert mark_in(typed) == ""
