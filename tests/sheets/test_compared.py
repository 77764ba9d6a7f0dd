"""Last time and now on paper, with the small lines: on any tool, without what was said alone, or days where needed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.store import Store
from msp_desktop.practice.leave_behind import Leave
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.filled import Answers
from msp_desktop.record.people import People
from msp_desktop.record.record import Record
from msp_desktop.record.segment import Presence
from msp_desktop.record.visits import Visits
from msp_desktop.sheets import content, drawings
from msp_desktop.sheets.compared import can_compare
from msp_desktop.sheets.composing import Marks, composed
from msp_desktop.sheets.content import Format
from msp_desktop.sheets.guard import Going, Question
from msp_desktop.sheets.outline import outline
from msp_desktop.sheets.preparing import Choices, Filled, prepared
from msp_desktop.sheets.printing import Order, Printer
from msp_desktop.sheets.rendering import rendered
from msp_desktop.tools.library import Library, shipped
from msp_desktop.tools.over_time import Time
from tests.record.conftest import Hands
from tests.sheets.judging import PROFILES, judged

TOOLS = {tool.key: tool for tool in shipped()}
SCALING, WHEEL, OUTCOMES = TOOLS["scaling"], TOOLS["wellbeing_wheel"], TOOLS["desired_outcomes"]
RULER = SCALING.sheet("ruler")
FIRST = {"question": "My money", "score": 3, "why_not_lower": {"words": "The hymn book", "said_by": "Margaret"}}
THEN = {"question": "My money", "score": 4, "one_up": {"words": "Going to the bank"}}
NOW = {"question": "My card", "score": 6, "why_not_lower": {"words": "Ivy asks me"}}
EARLIER = (Time("3 Oct 2026", FIRST), Time("12 Oct 2026", THEN))


def sheet(leave: Leave = Leave.C, *, has_date: bool = True, **how: Any) -> content.Sheet:  # noqa: ANN401
    marks = Marks(leave=leave, date="14 Oct 2026", has_date=has_date)
    return composed(SCALING, RULER, marks=marks, values=NOW, earlier=EARLIER, **how)


def lines_on(made: content.Sheet) -> list[drawings.Line]:
    return [each for each in made.blocks if isinstance(each, drawings.Line)]


def table(made: content.Sheet) -> content.Table:
    return next(each for each in made.blocks if isinstance(each, content.Table))


def test_a_table_says_what_was_said_last_time_and_now_and_what_is_different() -> None:
    made = table(sheet())
    assert made.head == ("Question", "Last time", "Now", "What is different")
    assert made.rows == (
        ("What are we looking at?", "My money", "My card", "Changed"),
        ("Where is it today?", "4", "6", "Changed"),
        ("What stops it being lower?", "", "Ivy asks me", "New"),
        ("What would one step up look like?", "Going to the bank", "", "Not answered this time"),
    )


def test_each_scale_is_a_small_line_with_its_numbers_beside_it() -> None:
    (line,) = lines_on(sheet())
    assert line.label == "Where is it today?"
    assert line.numbers == "3 Oct 2026: 3, 12 Oct 2026: 4, 14 Oct 2026: 6"
    assert line.numbers in outline(sheet())


def test_a_sheet_alone_has_neither() -> None:
    alone = composed(SCALING, RULER, marks=Marks(leave=Leave.C), values=NOW)
    assert not [each for each in alone.blocks if isinstance(each, (content.Table, drawings.Line))]


def test_who_said_it_stands_only_on_paper_that_stays_with_the_worker() -> None:
    said = {"outcomes": [{"words": {"words": "Home", "said_by": "Neil"}, "score_at_start": 2}]}
    for leave, is_told in ((Leave.B, False), (Leave.C, True)):
        made = composed(OUTCOMES, OUTCOMES.sheets[0], marks=Marks(leave=leave), values=said, earlier=(Time("", said),))
        assert ("Neil" in repr(made)) is is_told
        assert lines_on(made)


def test_paper_that_tells_no_days_has_lines_without_days() -> None:
    tool, where = WHEEL, WHEEL.sheets[0]
    areas = {"areas": [{"row": "safe", "now": 2}]}
    choices = Choices(going=Going.STAYS, replies={each: "yes" for each in Question})
    earlier = (Time("3 Oct 2026", areas),)
    filled = Filled(values=areas, date="14 Oct 2026", earlier=earlier)
    made = prepared(tool, where, choices, filled=filled)
    assert not made.decision.has_date
    (line,) = lines_on(made.content)
    assert line.numbers == "2, 2" and "Oct" not in repr(made.content)


@pytest.mark.parametrize("format", [Format.STANDARD, Format.LARGE])
def test_a_comparison_is_archived_and_accessible_paper(format: Format, tmp_path: Path) -> None:
    file = tmp_path / "compared.pdf"
    file.write_bytes(rendered(sheet(format=format)).pdf)
    assert judged([file]) == {("compared", profile): "" for profile in PROFILES}


def test_a_card_or_a_sheet_to_fold_has_no_room_for_it() -> None:
    assert can_compare(RULER)
    assert not any(can_compare(each) for tool in TOOLS.values() for each in tool.sheets if each.cards or each.panels)


@pytest.fixture
def thrice(store: Store, hands: Hands) -> Record[Answers]:
    """The ruler three times: the first time alone, then twice in company."""
    person, visits, answers = People(store).new("Margaret Hill").id, Visits(store), AnswersShelf(store)
    visit = visits.only_us(visits.start(visits.plan(person, at=hands.now)))
    opened = answers.open(SCALING, person=person, visit=visit.id)
    answers.finish(answers.fill(opened, SCALING, {**NOW, "score": 1}, segment=visit.body.segments[-1].id), SCALING)
    hands.pass_minutes(5)
    visit = visits.they_came_in(visit, Presence(who=visits.new_id(), name="Daniel", role="son"))
    for score in (7, 9):
        opened = answers.open(SCALING, person=person, visit=visit.id)
        values = {"question": "My money", "score": score}
        last = answers.fill(opened, SCALING, values, segment=visit.body.segments[-1].id)
        if score == 7:
            answers.finish(last, SCALING)
    return last


def order(filled: Record[Answers], **choices: Any) -> Order:  # noqa: ANN401
    wish = Choices(going=Going.WITH_ME, **{"with_last_time": True, **choices})
    return Order(sheet_id="scaling.ruler", choices=wish, answers=filled.id)


def test_any_tool_that_was_finished_before_offers_last_time(store: Store, thrice: Record[Answers]) -> None:
    ready = Printer(store, Library()).prepare(order(thrice, with_last_time=False))
    assert ready.has_last_time
    assert not [each for each in ready.content.blocks if isinstance(each, (content.Table, drawings.Line))]


def test_a_scale_that_was_heard_in_private_at_any_time_needs_its_tick(store: Store, thrice: Record[Answers]) -> None:
    printer = Printer(store, Library())
    ready = printer.prepare(order(thrice))
    assert "score" in ready.private and not lines_on(ready.content)
    assert "1" in ready.offered["score"][1] and ready.offered["score"][1].startswith("9")
    ticked = printer.prepare(order(thrice, ticked=frozenset({"score"})))
    (line,) = lines_on(ticked.content)
    assert line.numbers.endswith(": 9") and line.runs[0][0] == (0.0, 0.9)


def test_what_was_answered_alone_and_never_again_needs_its_tick_too(store: Store, thrice: Record[Answers]) -> None:
    ready = Printer(store, Library()).prepare(order(thrice))
    assert "why_not_lower" in ready.private and "Ivy" not in repr(ready.content)


def test_whoever_was_not_there_the_first_time_does_not_see_it(store: Store, thrice: Record[Answers]) -> None:
    printer, visits = Printer(store, Library()), Visits(store)
    wish = order(thrice, ticked=frozenset({"score"}))
    company = visits.get(thrice.body.visit or visits.new_id()).body.segments[-1]
    alone = replace(company, company="only_us", present=())
    shown = {now.company: printer.shown(wish, now) for now in (company, alone)}
    has_line = {who: "Line(" in repr(made) for who, made in shown.items()}
    assert has_line == {"company": False, "only_us": True}


KEYS = ["question", "score", "why_not_lower", "one_up"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(private=st.sets(st.sampled_from(KEYS)), at=st.integers(0, 2), ticked=st.sets(st.sampled_from(KEYS)))
def test_what_was_said_alone_at_any_time_never_stands_there_unticked(
    private: set[str], at: int, ticked: set[str]
) -> None:
    times = [{key: {"words": f"{key}-{when}"} for key in KEYS if key != "score"} for when in range(3)]
    values: list[dict[str, Any]] = [
        {**each, "question": f"question-{when}", "score": when + 2} for when, each in enumerate(times)
    ]
    filled = Filled(values=values[2], private=frozenset(private), earlier=tuple(Time("", each) for each in values[:2]))
    choices = Choices(going=Going.WITH_ME, ticked=frozenset(ticked & private))
    made = prepared(SCALING, RULER, choices, filled=filled)
    said = repr(made.content)
    if made.decision.leave is not Leave.C:
        assert not [key for key in private - ticked if f"{key}-{at}" in said]
        assert bool(lines_on(made.content)) is ("score" not in private - ticked)
