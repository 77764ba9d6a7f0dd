"""A finished tool looked at again: what went into the record, and behind one press every answer in words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.record.filled import Answers
from msp_desktop.record.record import Record
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import shipped
from msp_desktop.tools.record_text import every_answer
from msp_desktop.workspace import Workspace
from tests.sheets.samples import filled
from tests.ui.tools.test_circles_beside import everything_said
from ui.inside import Inside
from ui.screens.tools.page import ToolsPage

GIVEN = {
    "people": [
        {"name": {"name": "Quentin"}, "ring": "closest", "quarter": "family"},
        {"name": {"name": "Wolfgang"}, "ring": "paid", "quarter": "paid"},
    ],
    "missing": {"words": "Zebedee, from choir"},
}


@pytest.fixture
def finished(workspace: Workspace) -> Record[Answers]:
    tool, person = workspace.tools.tool("circles"), workspace.people.new("Wilhelmina").id
    opened = workspace.answers.open(tool, person=person)
    return workspace.answers.finish(workspace.answers.fill(opened, tool, GIVEN, segment=None), tool)


def looked_at(qtbot: QtBot, page: ToolsPage, inside: Inside, answers: Record[Answers]) -> None:
    inside.shell.tool_opened.emit(answers.body.tool, answers.id)
    qtbot.waitUntil(lambda: page.fill is not None and page.fill.done.isVisible())


def test_every_answer_stands_behind_one_press(
    qtbot: QtBot, page: ToolsPage, inside: Inside, finished: Record[Answers]
) -> None:
    looked_at(qtbot, page, inside, finished)
    assert page.fill is not None and page.filling is not None
    page.filling._seeing.only_us()
    qtbot.waitUntil(page.fill.done.every.isVisible)
    page.fill.done.every.opener.click()
    qtbot.waitUntil(page.fill.done.answers.isVisible)
    said = everything_said(page.fill.done.answers)
    assert "Who do you wish was here?" in said and "Zebedee, from choir" in said
    assert "Quentin, Closest to me, Family" in said and "Wolfgang, Paid to come, Paid help" in said


def test_what_was_said_alone_is_no_answer_that_others_see(
    qtbot: QtBot, page: ToolsPage, inside: Inside, finished: Record[Answers]
) -> None:
    looked_at(qtbot, page, inside, finished)
    assert page.fill is not None
    page.fill.done.every.open()
    page.fill.form.build_all()  # the questions are hidden behind it, and are built bit by bit
    shown = [each for each in page.fill.findChildren(QWidget) if each.isVisible()]
    said = " ".join(
        [each.accessibleName() for each in shown] + [each.text() for each in shown if isinstance(each, QLabel)]
    )
    assert not [name for name in ("Quentin", "Wolfgang", "Zebedee") if name in said]


@pytest.mark.parametrize("tool", shipped(), ids=lambda tool: tool.key)
def test_no_answer_of_any_tool_is_missing_and_none_that_is_masked_is_told(tool: Definition) -> None:
    values = filled(tool)
    told = dict(every_answer(tool, values))
    asked = {each.ask for each in tool.asked_fields if each.is_masked}
    assert told and not asked & told.keys()
