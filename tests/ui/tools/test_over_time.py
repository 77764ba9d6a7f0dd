"""Scales over time on the real Tools page and on paper: small lines, the numbers in words, and nothing said alone."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.record.filled import Answers
from msp_desktop.record.record import Record
from msp_desktop.sheets import drawings
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.outline import outline
from msp_desktop.sheets.preparing import Choices, Prepared
from msp_desktop.sheets.printing import Order
from msp_desktop.workspace import Workspace
from tests.ui.tools.test_circles_beside import compare, everything_said
from ui.inside import Inside
from ui.screens.tools.compare_view import CompareView
from ui.screens.tools.page import ToolsPage
from ui.widgets.course import CourseLine


@pytest.fixture
def thrice(workspace: Workspace) -> Record[Answers]:
    """Three fillings with nobody having said who was there; the last one is open."""
    tool, person = workspace.tools.tool("scaling"), workspace.people.new("Wilhelmina").id
    for score in (2, 3, 6):
        values: dict[str, Any] = {"question": "My money", "score": score, "one_up": {"words": f"Step {score}"}}
        opened = workspace.answers.open(tool, person=person)
        last = workspace.answers.finish(workspace.answers.fill(opened, tool, values, segment=None), tool)
    return last


def alone(page: ToolsPage) -> CompareView:
    page.back()
    page.filling._seeing.only_us()  # type: ignore[union-attr]
    page.fill.compare.click()  # type: ignore[union-attr]
    assert page.comparing is not None
    return page.comparing


def test_until_somebody_says_who_sees_it_no_number_is_shown(
    qtbot: QtBot, page: ToolsPage, inside: Inside, thrice: Record[Answers]
) -> None:
    view = compare(qtbot, page, inside, thrice)
    assert not view.findChildren(CourseLine)
    assert "Step" not in everything_said(view)


def test_a_scale_has_its_line_and_the_numbers_in_words(
    qtbot: QtBot, page: ToolsPage, inside: Inside, thrice: Record[Answers]
) -> None:
    compare(qtbot, page, inside, thrice)
    view = alone(page)
    (line,) = view.findChildren(CourseLine)
    assert line.accessibleName().startswith("Where is it today?: ")
    assert [words[-1] for words in line.accessibleName().split("; ")] == ["2", "3", "6"]
    assert line.accessibleName().split(": ", 1)[1].replace("; ", "\n") in everything_said(view)


def test_looking_at_an_earlier_time_shows_nothing_that_came_after_it(
    qtbot: QtBot, page: ToolsPage, inside: Inside, thrice: Record[Answers], workspace: Workspace
) -> None:
    second = workspace.answers.of(thrice.body.person, tool="scaling")[1]
    compare(qtbot, page, inside, second)
    (line,) = alone(page).findChildren(CourseLine)
    assert [words[-1] for words in line.accessibleName().split("; ")] == ["2", "3"]


def ready(workspace: Workspace, answers: Record[Answers], **choices: Any) -> Prepared:  # noqa: ANN401
    wish = Choices(going=Going.WITH_ME, with_last_time=True, **choices)
    return workspace.printer.prepare(Order(sheet_id="scaling.ruler", choices=wish, answers=answers.id))


def test_what_was_heard_in_private_at_any_time_needs_its_tick_on_paper(
    workspace: Workspace, thrice: Record[Answers]
) -> None:
    before = ready(workspace, thrice)
    assert before.has_last_time and {"score", "one_up"} <= before.private
    assert before.offered["score"][1] == "6. Before: 3; 2"
    assert not [block for block in before.content.blocks if isinstance(block, drawings.Course)]
    ticked = ready(workspace, thrice, ticked=frozenset({"score"}))
    (course,) = [block for block in ticked.content.blocks if isinstance(block, drawings.Course)]
    assert [words[-1] for words in course.numbers] == ["2", "3", "6"]
    assert "Step 3" not in "\n".join(outline(ticked.content))


def test_paper_tells_what_differs_and_that_the_rest_is_as_it_was(workspace: Workspace, thrice: Record[Answers]) -> None:
    fields = frozenset({"score", "one_up", "question"})
    said = "\n".join(outline(ready(workspace, thrice, ticked=fields).content))
    assert "Where is it today?; 3; 6; Changed" in said
    assert "Everything else is as it was." in said
    assert "My money; My money" not in said
