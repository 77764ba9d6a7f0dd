"""Circles beside those of last time, on the real Tools page and on the Print page; what was said alone is left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.record.filled import Answers
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record
from msp_desktop.workspace import Workspace
from tests.ui.paper.hands import save
from tests.ui.tools.hands import presses
from ui.inside import Inside
from ui.screens.paper.page import PaperPage
from ui.screens.tools.compare_view import CompareView
from ui.screens.tools.page import ToolsPage
from ui.widgets.circles_beside import CirclesBeside


def row(name: str, ring: str, quarter: str) -> dict[str, Any]:
    return {"name": {"name": name}, "ring": ring, "quarter": quarter}


THEN = {"people": [row("Ann", "closest", "family"), row("Zebedee", "friend", "friends")]}
NOW = {"people": [row("Ann", "could_be", "family"), row("Mo", "paid", "paid")]}


@pytest.fixture
def twice(workspace: Workspace) -> Record[Answers]:
    """Two fillings for somebody without any, with nobody having said who was there; the second one is open."""
    person = workspace.people.new("Wilhelmina").id
    for values in (THEN, NOW):
        last = filled(workspace, person, values)
    return last


def filled(workspace: Workspace, person: RecordId, values: dict[str, Any]) -> Record[Answers]:
    tool = workspace.tools.tool("circles")
    opened = workspace.answers.open(tool, person=person)
    return workspace.answers.finish(workspace.answers.fill(opened, tool, values, segment=None), tool)


def compare(qtbot: QtBot, page: ToolsPage, inside: Inside, filling: Record[Answers]) -> CompareView:
    inside.shell.tool_opened.emit(filling.body.tool, filling.id)
    qtbot.waitUntil(lambda: page.fill is not None and page.fill.compare.isVisible())
    assert page.fill is not None
    page.fill.compare.click()
    assert page.comparing is not None
    return page.comparing


def everything_said(view: QWidget) -> str:
    parts = view.findChildren(QWidget)
    return " ".join(
        [each.accessibleName() for each in parts] + [each.text() for each in parts if isinstance(each, QLabel)]
    )


def test_until_somebody_says_who_sees_it_neither_time_is_shown(
    qtbot: QtBot, page: ToolsPage, inside: Inside, twice: Record[Answers]
) -> None:
    view = compare(qtbot, page, inside, twice)
    assert not view.findChildren(CirclesBeside)
    assert not [name for name in ("Ann", "Zebedee", "Mo") if name in everything_said(view)]


def test_last_time_stands_beside_now_and_says_who_vanished_is_new_and_moved(
    qtbot: QtBot, page: ToolsPage, inside: Inside, twice: Record[Answers]
) -> None:
    view = compare(qtbot, page, inside, twice)
    page.back()
    page.filling._seeing.only_us()  # type: ignore[union-attr]
    page.fill.compare.click()  # type: ignore[union-attr]
    view = page.comparing or view
    (both,) = view.findChildren(CirclesBeside)
    assert both.then.accessibleName() == "Last time: 1 Ann, 3 Zebedee."
    assert both.now.accessibleName() == "Now: 1 Ann, 2 Mo."
    said = everything_said(view)
    for sentence in (
        "Not there any more: Zebedee (Friends, Friends and neighbours).", "New: Mo (Paid to come, Paid help).",
        "Moved: Ann, from Closest to me, Family to Could be closer, Family.",
    ):  # fmt: skip
        assert sentence in said


@pytest.mark.parametrize("width", [900, 380])
def test_the_two_stand_beside_each_other_or_below_where_it_is_narrow(
    qtbot: QtBot, page: ToolsPage, inside: Inside, twice: Record[Answers], width: int
) -> None:
    compare(qtbot, page, inside, twice)
    page.back()
    page.filling._seeing.only_us()  # type: ignore[union-attr]
    page.fill.compare.click()  # type: ignore[union-attr]
    (both,) = page.findChildren(CirclesBeside)
    both.setParent(None)
    qtbot.addWidget(both)
    both.resize(width, 900)
    both.show()

    def places() -> set[int]:
        return {each.parentWidget().x() for each in (both.then, both.now)}  # type: ignore[union-attr]

    qtbot.waitUntil(lambda: len(places()) == (2 if width > 600 else 1))


def test_paper_has_last_time_beside_now_when_it_is_ticked(
    qtbot: QtBot, page: ToolsPage, inside: Inside, twice: Record[Answers], tmp_path: Path
) -> None:
    assert presses(page)
    inside.shell.paper_requested.emit(twice.body.tool, twice.id)
    paper = inside.screens["paper"].view
    assert isinstance(paper, PaperPage)
    sheet = paper.sheet
    qtbot.waitUntil(lambda: paper.currentWidget() is sheet and sheet.beside.isVisible())
    sheet.only_us.click()
    qtbot.waitUntil(lambda: len(sheet.preview.pages) > 0)
    assert "Zebedee" not in sheet.preview.words.text()
    sheet.going.buttons["with_me"].click()
    sheet.beside.boxes["last_time"].click()
    sheet.raised.load("C")  # all of it was said with nobody knowing who was there
    sheet.changed.emit()
    qtbot.waitUntil(lambda: "Not there any more: Zebedee" in sheet.preview.words.text())
    sheet.going.buttons["file"].click()
    save(qtbot, sheet, tmp_path / "T04 C.pdf")
    qtbot.waitUntil(lambda: "Saved at" in sheet.said.text())
    with pikepdf.open(tmp_path / "T04 C.pdf") as pdf:
        assert len(pdf.pages) >= 2


def test_a_sheet_that_was_filled_once_offers_no_last_time(
    qtbot: QtBot, page: ToolsPage, inside: Inside, workspace: Workspace
) -> None:
    assert presses(page)
    once = filled(workspace, workspace.people.new("Ottoline").id, THEN)
    inside.shell.paper_requested.emit(once.body.tool, once.id)
    paper = inside.screens["paper"].view
    assert isinstance(paper, PaperPage)
    qtbot.waitUntil(lambda: paper.currentWidget() is paper.sheet and paper.sheet.may_stay.text() != "")
    assert paper.sheet.beside.isHidden()
