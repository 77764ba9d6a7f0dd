"""Filling in a tool: what is asked, what is missing, what is kept, and that hiding loses nothing."""

from __future__ import annotations

from typing import Any

import pytest

from msp_desktop.errors import BadInput
from msp_desktop.tools import form
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.fields import Rows

Answers = dict[str, Any]


def test_a_question_appears_when_its_condition_comes_true(tool: Definition) -> None:
    assert "why_bad" not in form.visible(tool, {"mood": "good"})
    assert "why_bad" in form.visible(tool, {"mood": "bad"})


def test_a_whole_section_hides_with_its_questions(tool: Definition, answers: Answers) -> None:
    assert "offers" in form.visible(tool, answers)
    assert "offers" not in form.visible(tool, {**answers, "mood": "bad"})


def test_hiding_a_question_keeps_its_answer(tool: Definition, answers: Answers) -> None:
    hidden = {**answers, "mood": "bad"}
    assert form.kept(tool, hidden)["offers"] == form.kept(tool, answers)["offers"]


def test_only_open_questions_are_missed(tool: Definition) -> None:
    assert [each.field for each in form.missing(tool, {})] == ["topic"]
    assert [each.field for each in form.missing(tool, {"topic": "x", "mood": "bad"})] == ["why_bad"]


def test_a_needed_column_is_missed_in_its_row(tool: Definition) -> None:
    (missed,) = form.missing(tool, {"topic": "x", "offers": [{"what": "A bench"}, {"answer": "no"}]})
    assert (missed.field, missed.row, missed.column) == ("offers", 1, "what")


def test_a_column_may_depend_on_its_own_row(tool: Definition) -> None:
    offers = tool.field("offers")
    assert isinstance(offers, Rows)
    assert [each.key for each in form.visible_columns(offers, {"answer": "yes"}, {})] == ["what", "answer"]
    assert [each.key for each in form.visible_columns(offers, {"answer": "no"}, {})] == ["what", "answer", "why"]


@pytest.mark.parametrize(
    "given",
    [
        {"mood": "fine"}, {"aids": ["ladder"]}, {"aids": "glasses"}, {"score": 11}, {"score": True}, {"score": "4"},
        {"asked": "maybe"}, {"review": "30 Feb 2026"}, {"topic": 5}, {"wish": {"words": "x", "extra": "y"}},
        {"offers": "x"}, {"offers": [{"nothing": "x"}]}, {"day": [{"row": "noon", "good": "x"}]},
        {"day": [{"good": "x"}]}, {"friends": {"name": "Ann"}},
    ],
)  # fmt: skip
def test_an_answer_that_does_not_fit_is_refused_with_a_sentence(tool: Definition, given: Answers) -> None:
    with pytest.raises(BadInput) as refused:
        form.kept(tool, given)
    assert str(refused.value).endswith(".")


def test_blank_answers_are_not_kept(tool: Definition) -> None:
    blank = {
        "topic": "  ",
        "wish": {"said_by": "Ann"},
        "offers": [{}, {"what": " "}],
        "day": [{"row": "night"}],
        "aids": [],
    }
    assert form.kept(tool, blank) == {}


def test_chosen_codes_are_kept_in_the_order_of_the_definition(tool: Definition) -> None:
    assert form.kept(tool, {"aids": ["cards", "glasses", "cards"]}) == {"aids": ["glasses", "cards"]}


def test_what_the_visit_knows_is_filled_in_by_itself(tool: Definition) -> None:
    known = form.Known(earshot="Raj", last_time={"score": 4})
    assert form.computed(tool, known) == {"last_score": "4", "who_hears": "Raj"}


def test_fixed_rows_are_always_all_there(tool: Definition) -> None:
    day = tool.field("day")
    assert isinstance(day, Rows)
    assert form.with_row(day, [{"row": "night", "good": "x"}]) == [{"row": "morning"}, {"row": "night", "good": "x"}]
