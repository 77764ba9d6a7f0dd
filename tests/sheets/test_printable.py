"""Text made printable: whatever is typed prints, and what had to be replaced is told."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.sheets.printable import BLANK_SQUARE, LONGEST_WORD, coverage, printable

ANY_TEXT = st.text(st.characters(codec=None), max_size=300)


@given(ANY_TEXT)
def test_whatever_is_typed_every_character_that_is_left_can_be_printed(text: str) -> None:
    kept = set(printable(text).words) - {"\n", "\u200b", "\u200c", "\u200d"}
    assert all(ord(char) in coverage() for char in kept)


@given(ANY_TEXT)
def test_printable_text_stays_as_it_is(text: str) -> None:
    once = printable(text).words
    assert printable(once).words.replace("\u200b", "") == once.replace("\u200b", "")
    assert printable(once).replaced == ()


@given(ANY_TEXT)
def test_each_replaced_character_was_typed_and_is_told_once(text: str) -> None:
    replaced = printable(text).replaced
    whole = unicodedata.normalize("NFC", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    assert len(set(replaced)) == len(replaced) and set(replaced) <= {*whole, "\ufffd"}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ŵ Łódź Ελλάδα Київ", "ŵ Łódź Ελλάδα Київ"),
        ("\u0633\u0644\u0627\u0645", "\u0633\u0644\u0627\u0645"),
        ("a\r\nb\u2028c\td", "a\nb\nc    d"),
        ("\x00\x07\u202eabc", "abc"),
        ("\u4e2d", BLANK_SQUARE),
        ("\U0001f469\U0001f3fd", None),
    ],
)
def test_what_becomes_of_some_characters(typed: str, printed: str | None) -> None:
    found = printable(typed)
    assert found.words == printed if printed is not None else found.words


def test_a_long_word_gets_places_to_break_and_a_short_one_none() -> None:
    assert "\u200b" in printable("x" * (LONGEST_WORD + 1)).words
    assert "\u200b" not in printable("x" * LONGEST_WORD).words
