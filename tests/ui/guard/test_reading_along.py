"""Somebody reads along, on the screen or with a screen reader: they find what they may know, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.guard.reading import everything, in_sight, picture
from tests.ui.tools.hands import close, go_on, open_tool, write
from tests.ui.visit.conftest import Desk
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.tools.page import ToolsPage
from ui.screens.visit.top import AFTER, BEFORE, HERE, TOGETHER
from ui.shell import PAPER

ALONE, ANSWERED, OTHER = "I am afraid of him", "He hides the letters", "Idris Kaplan"


@dataclass
class Table:
    """The window on a visit in which something was said alone, and a tool answered; another person is planned."""

    desk: Desk
    window: MainWindow
    tools: ToolsPage


@pytest.fixture
def table(qtbot: QtBot, window: MainWindow, inside: Inside, desk: Desk) -> Table:
    tools = inside.go("tools").view
    assert isinstance(tools, ToolsPage)
    see_somebody_else(qtbot, window, inside, tools)
    inside.go("visit")
    desk.start()
    desk.only_us()
    desk.write(ALONE)
    qtbot.waitUntil(lambda: desk.lines() == [ALONE])
    inside.go("tools")
    write(open_tool(qtbot, tools, "Scaling ruler"), "question", ANSWERED)
    close(qtbot, tools)
    inside.go("visit")
    return Table(desk, window, tools)


def see_somebody_else(qtbot: QtBot, window: MainWindow, inside: Inside, tools: ToolsPage) -> None:
    """Before the visit their name stood on Today and in the list of whom a tool is for."""
    parts = inside.shell.workspace
    parts.visits.plan(parts.people.new(OTHER).id, at=parts.visits.store.now())
    tools.browse.somebody_else_requested.emit()
    qtbot.waitUntil(lambda: OTHER in everything(window))
    tools.choose.back_requested.emit()
    inside.go("today")
    qtbot.waitUntil(lambda: OTHER in everything(window))


def test_in_a_visit_nobody_else_can_be_read_anywhere(table: Table) -> None:
    for page in table.desk.inside.pages:
        if page.during_visit:
            table.desk.inside.go(page.name)
            assert OTHER not in everything(table.window), page.name


def test_what_was_said_alone_can_be_read_nowhere_once_somebody_came_in(table: Table) -> None:
    desk = table.desk
    assert ALONE in everything(table.window)
    desk.view.here.lines.words.setPlainText("He took my card")
    desk.they_came_in()
    for step in (BEFORE, HERE, TOGETHER, AFTER):
        desk.view.go(step)
        for words in (ALONE, "card", ANSWERED):
            assert words not in everything(table.window), step
    desk.inside.go("tools")
    go_on(desk.qtbot, table.tools, "Scaling ruler")
    for words in (ALONE, "card", ANSWERED):
        assert words not in everything(table.window)


def test_together_shows_one_tool_and_nothing_else(table: Table) -> None:
    desk = table.desk
    desk.inside.go("tools")
    fill = open_tool(desk.qtbot, table.tools, "Good day, bad day")
    desk.qtbot.waitUntil(lambda: not desk.inside.rail.isVisible())
    read = in_sight(table.window)
    assert "Good day, bad day" in read
    titles = [page.title for page in desk.inside.pages if page.name != PAPER]  # a tool has a button of that name
    for words in (*titles, ALONE, ANSWERED, OTHER, "Only us now", "They came in", "Scaling ruler", "Lock", "PIN"):
        assert words not in read, words
    assert picture(table.window) == picture(fill)


def test_together_can_be_hidden_without_a_key(table: Table) -> None:
    desk = table.desk
    desk.inside.go("tools")
    fill = open_tool(desk.qtbot, table.tools, "Good day, bad day")
    desk.qtbot.waitUntil(lambda: fill.hide_button.isVisible())
    fill.hide_button.click()
    assert "Good day, bad day" not in everything(table.window)
