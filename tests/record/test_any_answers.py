"""Whatever is answered in any tool that is shipped is kept, reopened, told and compared without loss."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from db.store import Store
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.filled import Answers
from msp_desktop.record.people import People
from msp_desktop.tools import comparing, form
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import Library, as_answered
from msp_desktop.tools.record_text import record_text
from tests.tools.any_answers import any_answers

TOOLS = [tool for tool in Library().all() if tool.kept_as == "answers"]


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
        assert all(line.difference is comparing.Difference.SAME for line in comparing.compared(tool, again, again))
        assert isinstance(record_text(tool, again), tuple)

    survive()
    kept = shelf.definition(tool.key, tool.version)
    assert kept is not None and as_answered(kept.text, file="kept") == tool


def values_of(body: Answers) -> dict[str, Any]:
    return {each.field: each.value for each in body.values}
