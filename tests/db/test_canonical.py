"""A body and a header have one spelling, RFC 8785, whichever library writes it."""

from __future__ import annotations

from typing import Any

import pytest
import rfc8785
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db.history import canonical

TEXTS = st.text(st.characters(codec="utf-8"))
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=20
)
CONTROLS = "".join(map(chr, range(0x20))) + '"\\/\x7f\x80\u2028\ufeff\U0010ffff'


@settings(deadline=None)
@given(st.dictionaries(TEXTS, VALUES, max_size=5))
@example({"words": CONTROLS, "b": [True, False, None, 0, -1, {"z": "", "a": []}]})
@example({"\U00010000": 1, "\uffff": 2})
@example({"whole": 1.0, "tiny": 1e-7, "great": 1e21})
def test_whatever_a_body_holds_its_spelling_is_that_of_the_standard(body: dict[str, Any]) -> None:
    assert canonical(body) == rfc8785.dumps(body)


@pytest.mark.parametrize("value", [2**53, -(2**53), float("nan"), "\ud800", b"bytes", {1: "one"}], ids=repr)
def test_what_the_standard_cannot_spell_is_refused(value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        canonical({"value": value})
