"""Conditions: what they can say, that nothing unanswered makes them true, and that nothing else gets in."""

from __future__ import annotations

import pytest

from msp_desktop.tools.expressions import NotUnderstood, holds, names

OFFERS = [{"what": "A bench", "answer": "yes"}, {"what": "A carer", "answer": "no"}]


@pytest.mark.parametrize(
    ("condition", "values"),
    [
        ("", {}),
        ("score", {"score": 1}),
        ("score > 0", {"score": 1}),
        ("0 < score <= 5", {"score": 5}),
        ("mood == 'bad' or score < 3", {"mood": "good", "score": 2}),
        ("not (mood == 'bad')", {}),
        ("'phone' in aids", {"aids": ["phone"]}),
        ("mood in ['good', 'bad']", {"mood": "good"}),
        ("any(offers.answer == 'no')", {"offers": OFFERS}),
        ("any(offers.answer == 'no' and offers.what == 'A carer')", {"offers": OFFERS}),
    ],
)
def test_a_condition_is_true_of_answers_that_meet_it(condition: str, values: dict[str, object]) -> None:
    assert holds(condition, values)


@pytest.mark.parametrize(
    "condition",
    [
        "score",
        "score > 0",
        "score < 5",
        "mood != 'bad'",
        "'phone' in aids",
        "'phone' not in aids",
        "any(offers.answer == 'no')",
    ],
)
def test_what_is_unanswered_makes_no_condition_true(condition: str) -> None:
    assert not holds(condition, {})


def test_the_parts_of_an_any_must_meet_in_one_row() -> None:
    assert not holds("any(offers.answer == 'no' and offers.what == 'A bench')", {"offers": OFFERS})


def test_a_number_is_neither_more_nor_less_than_a_word() -> None:
    assert not holds("score > 'x'", {"score": 3})


@pytest.mark.parametrize(
    "condition",
    [
        "__import__('os')", "open('x')", "().__class__", "a.b.c", "lambda: 1", "[x for x in y]", "f'{x}'",
        "x if y else z", "2 ** 99", "any(x, y)", "any(x for x in y)", "score >", "x" * 500, "(" * 400,
        "a is b", "{'a': 1}",
        "x[0]", "\x00",
    ],
)  # fmt: skip
def test_everything_beyond_the_whitelist_is_refused_with_a_sentence(condition: str) -> None:
    with pytest.raises(NotUnderstood, match="condition"):
        names(condition)


def test_a_condition_names_its_fields_and_columns() -> None:
    assert names("score > 0 and any(offers.answer == 'no')") == {"score", "offers.answer"}
