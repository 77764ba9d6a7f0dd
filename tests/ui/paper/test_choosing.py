"""Print: the sheets to choose from, and one shown before it leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from msp_desktop.sheets.wording import wording
from msp_desktop.workspace import Workspace
from tests.ui.paper.hands import RULER, alone, events, going, named, open_sheet, save, ways
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.paper.page import PaperPage
from ui.screens.visit.view import VisitView


def test_a_key_leads_to_printing(qtbot: QtBot, inside: Inside, window: MainWindow) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: inside.now == "paper")


def test_sheets_stand_under_the_headings_without_numbers_or_letters(page: PaperPage) -> None:
    from PySide6.QtWidgets import QLabel

    words = {each.text() for each in page.choose.findChildren(QLabel) if each.isVisible()}
    assert {"Information and support", "Rights", RULER, "May be left.", "Never leave in the home."} <= words
    assert not [each for each in words if each[:1] == "T" and each[1:3].isdigit()]
    assert not [name for name in ways(page) if "Filled" in name]


def test_a_blank_sheet_is_shown_before_it_is_printed(qtbot: QtBot, page: PaperPage) -> None:
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    qtbot.waitUntil(lambda: len(view.preview.pages) == 1)
    assert view.preview.pages[0].accessibleName() == f"Page 1 of 1: {RULER}"
    assert "What are we looking at?" in view.preview.words.text()
    assert view.going.value() is None and view.may_stay.text() == "May be left."


def test_a_blank_sheet_is_saved_as_a_pdf(qtbot: QtBot, page: PaperPage, workspace: Workspace, tmp_path: Path) -> None:
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    view.going.buttons["file"].click()
    assert not view.print_button.isVisible()
    qtbot.waitUntil(lambda: "leaves the sealed record" in view.guard.told.words.text())
    save(qtbot, view, tmp_path / "T15 A.pdf")
    qtbot.waitUntil(lambda: "as copy 2" in view.said.text())
    with pikepdf.open(tmp_path / "T15 A.pdf") as pdf:
        assert len(pdf.pages) == 1
    assert [(each.what, each.leave, each.where_to) for each in events(workspace)][-1] == ("export", "A", "file")


def test_a_sheet_comes_in_the_language_that_is_chosen(qtbot: QtBot, page: PaperPage, tmp_path: Path) -> None:
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    qtbot.waitUntil(view.language.isVisible)
    assert list(view.language.buttons) == ["en", "cy"]
    view.language.buttons["cy"].click()
    qtbot.waitUntil(lambda: "Ble mae pethau heddiw" in view.preview.words.text())
    assert wording("cy")["unchecked"] in view.preview.words.text()
    view.going.buttons["file"].click()
    save(qtbot, view, tmp_path / "T15 A.pdf")
    qtbot.waitUntil(lambda: "Saved at" in view.said.text())
    with pikepdf.open(tmp_path / "T15 A.pdf") as pdf:
        assert str(pdf.Root.Lang) == "cy-GB"


def test_easy_read_asks_for_no_language(qtbot: QtBot, page: PaperPage) -> None:
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    qtbot.waitUntil(view.language.isVisible)
    view.language.buttons["cy"].click()
    view.format.buttons["easy"].click()
    qtbot.waitUntil(lambda: "How things are today" in view.preview.words.text())
    assert not view.language.isVisible()


def test_another_sheet_begins_in_english_again(qtbot: QtBot, page: PaperPage) -> None:
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    qtbot.waitUntil(view.language.isVisible)
    view.language.buttons["cy"].click()
    view.back_requested.emit()
    qtbot.waitUntil(lambda: "What is the no about?: Blank" in ways(page))
    view = open_sheet(qtbot, page, "What is the no about?: Blank")
    qtbot.waitUntil(lambda: "What is the no about?" in view.preview.words.text())
    assert not view.language.isVisible() and "easy" not in view.format.buttons


def test_a_press_right_after_an_answer_counts(qtbot: QtBot, page: PaperPage, tmp_path: Path) -> None:
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    view.going.buttons["file"].click()
    save(qtbot, view, tmp_path / "T15 A.pdf")
    qtbot.waitUntil(lambda: "Saved at" in view.said.text())


def test_the_note_of_a_visit_can_be_printed_to_keep(
    qtbot: QtBot, of_margaret: PaperPage, workspace: Workspace, printer: Path
) -> None:
    view = open_sheet(qtbot, of_margaret, "Note of a visit: As it stands now")
    qtbot.waitUntil(lambda: view.covered.words.text().startswith("This sheet is not shown"))
    assert not view.preview.pages
    alone(qtbot, view)
    assert "I want my card back." in view.preview.words.text()
    going(qtbot, view, "with_me")
    view.print_button.click()
    qtbot.waitUntil(lambda: "Sent to the printer" in view.said.text())
    assert (events(workspace)[-1].sheet, events(workspace)[-1].leave) == ("visit.note", "C")


def test_a_tool_leads_to_its_sheet(qtbot: QtBot, inside: Inside, page: PaperPage) -> None:
    tools = inside.go("tools").view
    qtbot.waitUntil(lambda: "Print it empty: Scaling ruler" in named(tools))
    named(tools)["Print it empty: Scaling ruler"].click()
    qtbot.waitUntil(lambda: len(page.sheet.preview.pages) == 1)
    assert inside.now == "paper" and page.sheet.title.text() == RULER
    page.sheet.back_requested.emit()
    qtbot.waitUntil(lambda: set(ways(page)) >= {f"{RULER}: Blank"})
    page.choose.show_all.click()
    qtbot.waitUntil(lambda: "My rights: Blank" in ways(page))


def test_a_sheet_of_somebody_else_is_put_away_when_a_visit_begins(
    qtbot: QtBot, inside: Inside, workspace: Workspace
) -> None:
    idris = workspace.people.new("Idris").id
    ruler = workspace.answers.open(workspace.tools.tool("scaling"), person=idris)
    inside.open_visit(workspace.visits.list({"state": "planned"})[0].id)
    qtbot.waitUntil(lambda: inside.shell.here is not None)
    inside.shell.paper_requested.emit("scaling", ruler.id)
    page, visit = inside.screens["paper"].view, inside.findChild(VisitView)
    assert isinstance(page, PaperPage) and isinstance(visit, VisitView)
    qtbot.waitUntil(lambda: page.currentWidget() is page.sheet)
    visit.top.start.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.choose)
    assert not page.sheet.preview.pages and not page.sheet.preview.words.text()


def test_a_restricted_record_asks_why_and_keeps_the_answer(
    qtbot: QtBot, inside: Inside, page: PaperPage, workspace: Workspace, tmp_path: Path
) -> None:
    person, (ruler,) = workspace.people.list()[0], workspace.answers.list({"tool": "scaling"})
    workspace.people.save(person, replace(person.body, is_restricted=True))
    inside.shell.paper_requested.emit("scaling", ruler.id)
    view = page.sheet
    qtbot.waitUntil(view.reason.isVisible)
    assert not view.preview.pages
    QTest.keyClicks(view.reason.edit, "Her sister asked for it")
    alone(qtbot, view)
    going(qtbot, view, "file")
    save(qtbot, view, tmp_path / "T15 B.pdf")
    qtbot.waitUntil(lambda: "Saved at" in view.said.text())
    assert events(workspace)[-1].reason == "Her sister asked for it"


def test_a_sheet_is_found_by_part_of_its_title_or_of_what_it_is_for(page: PaperPage) -> None:
    wanted = page.choose.wanted
    wanted.edit.setText("STANDS TODAY")
    wanted.changed.emit()
    assert {each.split(":")[0] for each in ways(page) if ":" in each} == {RULER}
    wanted.edit.setText("zebra")
    wanted.changed.emit()
    assert page.choose.nothing.isVisible()
    wanted.load("")
    wanted.changed.emit()
    assert not page.choose.nothing.isVisible()
    assert len({each.split(":")[0] for each in ways(page) if ":" in each}) > 5
