"""Print: choosing a sheet, what is asked first, what others may see of it, and paper or a file in the end."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.record.event import EVENT, Event
from msp_desktop.record.record import Shelf
from msp_desktop.sheets.guard import Question
from msp_desktop.workspace import Workspace
from ui.inside import Inside
from ui.screens.paper.page import PaperPage
from ui.screens.paper.sheet_view import SheetView
from ui.widgets.choice_field import ChoiceField

RULER = "Where it stands today"


@pytest.fixture
def workspace(inside: Inside) -> Workspace:
    return inside.shell.workspace


@pytest.fixture
def page(qtbot: QtBot, inside: Inside) -> PaperPage:
    """The sheets, with no visit open."""
    view = inside.go("paper").view
    assert isinstance(view, PaperPage)
    qtbot.waitUntil(lambda: f"{RULER}: Blank" in ways(view))
    return view


@pytest.fixture
def of_margaret(qtbot: QtBot, inside: Inside, workspace: Workspace) -> PaperPage:
    """The sheets while the visit that filled some of them is open; nobody has said who is here."""
    inside.open_visit(workspace.visits.list({"state": "complete"})[0].id)
    qtbot.waitUntil(lambda: inside.shell.here is not None)
    view = inside.go("paper").view
    assert isinstance(view, PaperPage)
    qtbot.waitUntil(lambda: f"{RULER}: Filled in, 14 Oct 2026" in ways(view))
    return view


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer that writes what it is sent into a file; the dialog in which it is chosen is answered at once."""
    file = tmp_path / "printed.pdf"

    def chosen(dialog: QPrintDialog) -> None:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        dialog.accepted.emit()

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(QDialog, "open", chosen)
    return file


def ways(page: PaperPage) -> dict[str, QPushButton]:
    return {each.accessibleName(): each for each in page.choose.findChildren(QPushButton) if each.isVisible()}


def open_sheet(qtbot: QtBot, page: PaperPage, way: str) -> SheetView:
    ways(page)[way].click()
    qtbot.waitUntil(lambda: page.sheet.may_stay.text() != "")
    return page.sheet


def alone(qtbot: QtBot, view: SheetView) -> None:
    qtbot.waitUntil(view.say_who.isVisible)
    view.only_us.click()
    qtbot.waitUntil(lambda: not view.say_who.isVisible() and len(view.preview.pages) > 0)


def answer(view: SheetView, question: Question, reply: str) -> None:
    field = view.guard.questions.fields[str(question)]
    assert isinstance(field, ChoiceField)
    field.buttons[reply].click()


def events(workspace: Workspace) -> list[Event]:
    return [each.body for each in Shelf(workspace.store, EVENT).list() if each.body.sheet][-3:]


def words_on(file: Path) -> str:
    with pikepdf.open(file) as pdf:
        return f"{len(pdf.pages)} {pdf.docinfo.get('/Title', '')}"


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
    view.file_chosen.emit(tmp_path / "T15 A.pdf")
    qtbot.waitUntil(lambda: "as copy 2" in view.said.text())
    with pikepdf.open(tmp_path / "T15 A.pdf") as pdf:
        assert len(pdf.pages) == 1
    assert [(each.what, each.leave, each.where_to) for each in events(workspace)][-1] == ("export", "A", "file")
