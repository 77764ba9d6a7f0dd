"""The register on the Print page: every print stands there, and nobody reads it who should not."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order
from msp_desktop.workspace import Workspace
from tests.ui.paper.hands import RULER, going, open_sheet, save
from ui.inside import Inside
from ui.screens.paper.page import PaperPage


def test_a_print_stands_in_the_register_with_where_it_went(qtbot: QtBot, page: PaperPage, tmp_path: Path) -> None:
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    going(qtbot, view, Going.FILE)
    save(qtbot, view, tmp_path / "T15 A.pdf")
    qtbot.waitUntil(lambda: "Saved at" in view.said.text())
    view.back_requested.emit()
    page.choose.register.open()
    qtbot.waitUntil(lambda: f"{RULER}, one copy" in page.choose.register.shown)


def test_the_register_is_left_out_while_somebody_else_may_see_the_screen(
    qtbot: QtBot, of_margaret: PaperPage, inside: Inside
) -> None:
    register = of_margaret.choose.register
    register.open()
    assert register.shown == ()
    assert "left out" in register.told.text()
    inside.shell.only_us_said.emit()
    qtbot.waitUntil(lambda: len(register.shown) > 0)


def test_with_a_visit_open_the_register_shows_that_person_alone(
    qtbot: QtBot, of_margaret: PaperPage, inside: Inside, workspace: Workspace
) -> None:
    other = workspace.people.new("Raj").id
    order = Order(sheet_id="private_contact.card", choices=Choices(going=Going.WITH_ME), person=other)
    workspace.printer.print(order)
    of_margaret.choose.register.open()
    inside.shell.only_us_said.emit()
    qtbot.waitUntil(lambda: len(of_margaret.choose.register.shown) > 0)
    title = workspace.tools.sheet("private_contact.card")[1].title
    assert not [each for each in of_margaret.choose.register.shown if title in each]
