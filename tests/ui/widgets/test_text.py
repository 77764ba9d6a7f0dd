"""Long words break, and nothing of them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.text import breakable, short

FAMILY = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"


@given(st.text())
def test_the_words_stay_as_they_are(text: str) -> None:
    assert breakable(text).replace("\u200b", "") == text.replace("\u200b", "")


def test_only_words_longer_than_a_line_get_places_to_break_at() -> None:
    assert breakable("Wilhelmina Featherstonehaugh-Ellis") == "Wilhelmina Featherstonehaugh-Ellis"
    assert max(map(len, breakable("x" * 300).split("\u200b"))) <= 25


@pytest.mark.parametrize("sign", [FAMILY, "e\N{COMBINING ACUTE ACCENT}", "\N{WAVING HAND SIGN}\U0001f3fd"])
def test_no_sign_is_broken_in_two(sign: str) -> None:
    assert all(len(piece) % len(sign) == 0 for piece in breakable(sign * 40).split("\u200b"))


def test_a_short_text_is_whole_and_a_long_one_ends_in_dots() -> None:
    assert short("Margaret") == "Margaret"
    assert short("x" * 300) == "x" * 60 + "…"
