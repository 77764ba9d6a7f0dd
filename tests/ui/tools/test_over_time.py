"""Scales over time on the real Tools page: a small line with its numbers as real text, and nothing said alone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.filled import Answers
from msp_desktop.record.record import Record
from msp_desktop.tools.over_time import Line
from msp_desktop.workspace import Workspace
from tests.ui.looks import look as look
from tests.ui.tools.test_circles_beside import compare
from ui.inside import Inside
from ui.screens.tools.compare_view import CompareView
from ui.screens.tools.page import ToolsPage
from ui.theme import colours_now
from ui.widgets.scale_over_time import ScaleOverTime, SmallLine

LINE = Line("score", "Where is it today?", "", 0, 10, (("3 Oct 2026", 0), ("4 Oct 2026", None), ("5 Oct 2026", 10)))


def read_out(view: QWidget) -> str:
    """Everything a screen reader can come to."""
    said: list[str] = []

    def walk(part: Any) -> None:  # noqa: ANN401 - any part of the tree
        if part is None or not part.isValid():
            return
        said.extend(part.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
        for at in range(part.childCount()):
            walk(part.child(at))

    walk(QAccessible.queryAccessibleInterface(view))
    return "\n".join(filter(None, said))


@pytest.fixture
def thrice(workspace: Workspace) -> Record[Answers]:
    """Three rulers, with nobody having said who was there."""
    person, answers = workspace.people.new("Wilhelmina").id, workspace.answers
    for score in (1, 4, 8):
        last = filled(workspace, answers, person, score)
    return last


def filled(workspace: Workspace, answers: AnswersShelf, person: Any, score: int) -> Record[Answers]:  # noqa: ANN401
    tool = workspace.tools.tool("scaling")
    opened = answers.open(tool, person=person)
    return answers.finish(answers.fill(opened, tool, {"score": score, "good_enough": 7}, segment=None), tool)


def test_until_somebody_says_who_sees_it_no_number_is_read_out(
    qtbot: QtBot, page: ToolsPage, inside: Inside, thrice: Record[Answers]
) -> None:
    view = compare(qtbot, page, inside, thrice)
    assert not view.findChildren(ScaleOverTime)
    assert "2026: " not in read_out(view) and "Where is it today?" not in read_out(view)


def test_the_numbers_stand_beside_the_line_and_are_read_out(
    qtbot: QtBot, page: ToolsPage, inside: Inside, thrice: Record[Answers]
) -> None:
    compare(qtbot, page, inside, thrice)
    page.back()
    page.filling._seeing.only_us()  # type: ignore[union-attr]
    page.fill.compare.click()  # type: ignore[union-attr]
    assert page.comparing is not None
    today, enough = page.comparing.findChildren(ScaleOverTime)
    day = today.numbers.text().split(":")[0]
    assert today.numbers.text() == f"{day}: 1, {day}: 4, {day}: 8"
    assert today.drawn.accessibleName() == f"Where is it today? From 0 to 10. {today.numbers.text()}"
    assert enough.numbers.text() in read_out(page.comparing) and today.numbers.text() in read_out(page.comparing)


def test_what_one_time_was_said_alone_is_in_no_part_of_what_is_read_out(
    qtbot: QtBot, page: ToolsPage, inside: Inside, workspace: Workspace
) -> None:
    assert "Was" not in read_out(CompareView("Ruler", ()))
    view = CompareView("Ruler", (), (), (LINE,))
    qtbot.addWidget(view)
    said = read_out(view)
    assert "3 Oct 2026: 0, 4 Oct 2026: no answer, 5 Oct 2026: 10" in said
    assert not [word for word in ("better", "worse", "improve", "higher") if word in said]


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_oldest_stands_where_reading_begins(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    drawn = SmallLine(LINE, "told")
    qtbot.addWidget(drawn)
    drawn.setLayoutDirection(direction)
    drawn.resize(drawn.sizeHint())
    oldest, newest = drawn._place((0.0, 1.0)), drawn._place((1.0, 0.0))
    assert (oldest.x() < newest.x()) is (direction is Qt.LayoutDirection.LeftToRight)
    picture = drawn.grab().toImage()
    ratio = picture.devicePixelRatio()
    for place in (oldest, newest):
        assert picture.pixelColor((place * ratio).toPoint()) == QColor(colours_now().text)
