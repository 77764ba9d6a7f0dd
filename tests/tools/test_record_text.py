"""What a filled tool says in the record, and what two fillings say side by side."""

from __future__ import annotations

from typing import Any

from msp_desktop.tools.comparing import Difference, compared
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import shipped
from msp_desktop.tools.record_text import record_text

Answers = dict[str, Any]


def test_the_record_says_what_was_answered(tool: Definition, answers: Answers) -> None:
    assert record_text(tool, answers) == (
        "The garden: “To sit outside” (Margaret)",
        "Offered A bench: Yes.",
        "Offered A carer: No.",
        "Paid to come: Raj.",
        "Around them: Close: 1, Paid: 1.",
        "Night: The radio",
    )


def test_a_line_drops_when_one_of_its_answers_is_missing(tool: Definition) -> None:
    assert record_text(tool, {"topic": "The garden"}) == ()


def test_questions_that_are_not_asked_any_more_are_not_told(tool: Definition, answers: Answers) -> None:
    assert record_text(tool, {**answers, "mood": "bad"}) == ("The garden: “To sit outside” (Margaret)",)


def test_braces_in_an_answer_stay_braces(tool: Definition) -> None:
    told = record_text(tool, {"topic": "{wish}", "wish": {"words": "{topic}"}})
    assert told == ("{wish}: {topic}",)


def test_a_comparison_tells_what_is_new_gone_and_changed(tool: Definition, answers: Answers) -> None:
    (ann, raj), mo = answers["around"], {"name": {"name": "Mo"}, "ring": "friend"}
    now = {**answers, "score": 6, "around": [{**ann, "ring": "friend"}, mo]}
    found = {line.name or line.field: line.difference for line in compared(tool.asked_fields, answers, now)}
    assert found["score"] is Difference.CHANGED
    assert (found["Ann"], found["Raj"], found["Mo"]) == (Difference.CHANGED, Difference.GONE, Difference.NEW)
    assert found["topic"] is Difference.SAME
    assert raj["ring"] == "paid"


def test_a_comparison_leaves_hidden_answers_out(tool: Definition) -> None:
    assert compared(tool.asked_fields, {"code_word": "lantern"}, {"code_word": "kettle"}) == ()


def test_two_rows_of_one_name_are_kept_apart(tool: Definition) -> None:
    twice = {"offers": [{"what": "A bench", "answer": "no"}, {"what": "A bench", "answer": "yes"}]}
    assert [line.difference for line in compared(tool.asked_fields, twice, twice)] == [Difference.SAME, Difference.SAME]


def test_what_is_drawn_anew_is_a_difference_although_its_words_are_the_same() -> None:
    rooms = next(tool for tool in shipped() if tool.key == "three_rooms")

    def drawn(end: int) -> dict[str, Any]:
        sketch = {"strokes": [[1, 1, end, 9]], "caption": "It barks"}
        return {"things": [{"room": "worries", "words": {"words": "The dog"}, "sketch": sketch}]}

    (line,) = compared(rooms.asked_fields, drawn(9), drawn(5))
    assert line.difference is Difference.CHANGED and line.now.endswith("(drawn anew)")
    (same,) = compared(rooms.asked_fields, drawn(9), drawn(9))
    assert same.difference is Difference.SAME
