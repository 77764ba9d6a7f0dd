"""Whatever is answered in any tool that is shipped is kept, reopened, told and compared without loss."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from db.store import Store
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.filled import Answers
from msp_desktop.record.people import People
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order, Printer
from msp_desktop.tools import comparing, form
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import Library, as_answered
from msp_desktop.tools.record_text import record_text
from msp_desktop.tools.values import is_blank
from tests.sheets.samples import HOSTILE, LONG, endless, filled, of_a_team
from tests.tools.any_answers import any_answers

EVERY = replace(next(of_a_team())[0], is_ours=False)
TOOLS = [*(tool for tool in Library().all() if tool.kept_as == "answers"), EVERY]
WITH_ME = Choices(going=Going.WITH_ME)
WORDS = {
    "hostile": HOSTILE, "arabic": "قالت: أريد بطاقتي ١٢٣", "control characters": "\x00\x01\x1b[31m\x7f", "empty": "",
    "100 kB": LONG,
}  # fmt: skip


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.key)
def test_any_answers_survive_saving_reopening_telling_and_comparing(tool: Definition, store: Store) -> None:
    shelf, person = AnswersShelf(store), People(store).new("Margaret").id

    @settings(max_examples=25, deadline=None)
    @given(any_answers(tool))
    def survive(answers: dict[str, Any]) -> None:
        values = form.kept(tool, answers)
        filled = shelf.fill(shelf.open(tool, person=person), tool, values, segment=None)
        open_values = {key: value for key, value in values.items() if not tool.field(key).is_masked}
        again = values_of(shelf.finish(filled, tool).body)
        assert again == open_values == values_of(shelf.get(filled.id).body)
        assert all(
            line.difference is comparing.Difference.SAME for line in comparing.compared(tool.asked_fields, again, again)
        )
        assert isinstance(record_text(tool, again), tuple)

    survive()
    kept = shelf.definition(tool.key, tool.version)
    assert kept is not None and as_answered(kept.text, file="kept") == tool


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_every_type_with_words_that_break_things_is_saved_reopened_told_compared_and_printed(
    store: Store, words: str
) -> None:
    shelf, person = AnswersShelf(store), People(store).new("Margaret").id
    values = form.kept(EVERY, endless(EVERY) if words == LONG else filled(EVERY, words))
    record = shelf.finish(shelf.fill(shelf.open(EVERY, person=person), EVERY, values, segment=None), EVERY)
    again = values_of(shelf.get(record.id).body)
    assert again == {key: value for key, value in values.items() if key != "code_word"}
    assert form.kept(EVERY, again) == again
    lines = comparing.compared(EVERY.asked_fields, again, again)
    assert {line.difference for line in lines} == {comparing.Difference.SAME}
    assert all(not is_blank(line) for line in record_text(EVERY, again))
    sheet_id = EVERY.sheet_id(EVERY.sheets[0])
    paper = Printer(store, Library()).print(Order(sheet_id=sheet_id, choices=WITH_ME, answers=record.id))
    assert paper.pdf.startswith(b"%PDF")


def values_of(body: Answers) -> dict[str, Any]:
    return {each.field: each.value for each in body.values}
