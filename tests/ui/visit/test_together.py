"""Together: a tool is one press away, stands alone on the screen, and leads back to the visit."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.visit.conftest import Desk
from ui.screens.tools.page import ToolsPage
from ui.screens.visit.top import TOGETHER


@pytest.fixture
def together(desk: Desk) -> Desk:
    """The step Together of a visit that is going on."""
    desk.start()
    desk.only_us()
    desk.view.go(TOGETHER)
    desk.qtbot.waitUntil(lambda: bool(desk.view.together.tools))
    return desk


def page_of(desk: Desk) -> ToolsPage:
    view = desk.inside.screens["tools"].view
    assert isinstance(view, ToolsPage)
    return view


def opened(desk: Desk, title: str) -> ToolsPage:
    next(each for each in desk.view.together.tools if each.text() == title).click()
    page = page_of(desk)
    desk.qtbot.waitUntil(lambda: page.fill is not None)
    return page


def test_tools_are_at_hand_and_none_of_them_is_for_the_worker_alone(together: Desk) -> None:
    titles = [each.text() for each in together.view.together.tools]
    assert "Scaling ruler" in titles and "My safety plan" in titles
    assert "Time alone together" not in titles
    assert not together.view.together.begun


def test_a_tool_opens_in_one_press_and_stands_alone(together: Desk) -> None:
    opened(together, "Scaling ruler")
    assert together.inside.now == "tools"
    assert together.inside.rail.isHidden()


def test_putting_a_tool_away_leads_back_to_the_visit_where_it_can_be_gone_on_with(qtbot: QtBot, together: Desk) -> None:
    page = opened(together, "Scaling ruler")
    assert page.fill is not None
    page.fill.form.fields["question"].load("How much say do I have?")
    page.fill.form.fields["question"].changed.emit()
    page.fill.close_requested.emit()
    assert together.inside.now == "visit"
    assert not together.inside.rail.isHidden()
    qtbot.waitUntil(lambda: [each.text() for each in together.view.together.begun] == ["Go on: Scaling ruler"])
    together.view.together.begun[0].click()
    qtbot.waitUntil(lambda: page.fill is not None)
    assert page.fill.form.values["question"] == "How much say do I have?"


def test_what_was_begun_is_left_out_once_somebody_comes_in(together: Desk) -> None:
    view = together.view.together
    view.show_tools({}, begun=[("some-id", "Go on: My safety plan")])
    assert view.begun[0].isVisible()
    together.they_came_in()
    assert not view.begun[0].isVisible()


def test_the_tools_stand_under_the_guidance_s_three_headings(together: Desk) -> None:
    view = together.view.together
    shown = [each.text() for each in view.findChildren(QLabel) if each.isVisibleTo(view)]
    wanted = ["Information and support", "Rights", "Resolution and recovery"]
    assert [words for words in shown if words in wanted] == wanted
    assert {"Scaling ruler", "My safety plan"} <= {each.text() for each in view.tools}


def test_all_tools_are_one_press_further(together: Desk) -> None:
    together.view.together.tools_requested.emit()
    assert together.inside.now == "tools"
    assert page_of(together).fill is None
