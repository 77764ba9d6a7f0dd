"""Last time beside now on paper: what was said alone at any time, and days that may not be told, are not on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.sheets import drawings
from msp_desktop.sheets.guard import Going, Question
from msp_desktop.sheets.preparing import Choices, Filled, Prepared, prepared
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.fields import Day, Rows
from msp_desktop.tools.library import shipped
from msp_desktop.tools.over_time import Time

TOOLS = {tool.key: tool for tool in shipped()}
SCALING = TOOLS["scaling"]
KEYS = ["question", "score", "why_not_lower", "one_up"]


def lines_on(made: Prepared) -> list[drawings.Course]:
    return [each for each in made.content.blocks if isinstance(each, drawings.Course)]


def at_time(when: int) -> dict[str, Any]:
    said = {key: {"words": f"{key}-{when}"} for key in ("why_not_lower", "one_up")}
    return {**said, "question": f"question-{when}", "score": when + 2}


@given(private=st.sets(st.sampled_from(KEYS)), ticked=st.sets(st.sampled_from(KEYS)))
def test_what_was_said_alone_at_any_time_is_not_there_without_its_tick(private: set[str], ticked: set[str]) -> None:
    before = (Time("2026-10-12", at_time(1)), Time("2026-10-03", at_time(0)))
    filled = Filled(values=at_time(2), private=frozenset(private), before=before)
    choices = Choices(going=Going.WITH_ME, ticked=frozenset(ticked & private), with_last_time=True)
    made = prepared(SCALING, SCALING.sheet("ruler"), choices, filled=filled)
    assert made.decision.leave is not Leave.C, "on class C everything stands, and there would be nothing to see"
    hidden = private - ticked
    assert not [key for key in hidden for when in range(3) if f"{key}-{when}" in repr(made.content)]
    assert bool(lines_on(made)) is ("score" not in hidden)


def with_days(tool: Definition, day: str) -> dict[str, Any]:
    """This day wherever a tool asks for one."""
    said: dict[str, Any] = {field.key: day for field in tool.asked_fields if isinstance(field, Day)}
    for field in tool.asked_fields:
        if isinstance(field, Rows) and not field.each:
            said[field.key] = [{column.key: day for column in field.columns if isinstance(column, Day)}]
    return said


def undated() -> Iterator[str]:
    """Sheets that tell no days, with last time beside now, as they would be printed."""
    choices = Choices(going=Going.STAYS, replies=dict.fromkeys(Question, "yes"), with_last_time=True)
    for tool in TOOLS.values():
        before = (Time("2025-03-10", with_days(tool, "2025-03-09")),)
        filled = Filled(values=with_days(tool, "2026-11-14"), before=before)
        made = [prepared(tool, sheet, choices, filled=filled) for sheet in tool.sheets if not sheet.only_blank]
        yield from (repr(each.content) for each in made if not each.decision.has_date)


def test_paper_that_tells_no_days_tells_none_of_other_times_either() -> None:
    found = list(undated())
    assert found
    assert not [each for each in found if "2025" in each or "2026" in each]
