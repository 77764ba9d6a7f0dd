"""Print: paper in the end, under a neutral name, and a printer that is not there."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from pytestqt.qtbot import QtBot

from msp_desktop.workspace import Workspace
from tests.ui.paper.hands import RULER, events, going, open_sheet
from ui.main_window import MainWindow
from ui.screens.paper.page import PaperPage


def test_a_printer_gets_the_pages_in_their_size_under_a_neutral_name(
    qtbot: QtBot, page: PaperPage, workspace: Workspace, printer: Path
) -> None:
    view = open_sheet(qtbot, page, "Good day, bad day: Blank")
    going(qtbot, view, "with_me")
    view.print_button.click()
    qtbot.waitUntil(lambda: "Sent to the printer" in view.said.text())
    with pikepdf.open(printer) as pdf:
        assert str(pdf.docinfo["/Title"]) == "T03 A"
        wide = [float(side) for side in pdf.pages[0].mediabox]
    assert wide[2] == pytest.approx(842, abs=2) and wide[3] == pytest.approx(595, abs=2)
    last = events(workspace)[-1]
    assert last.printed is not None
    assert (last.what, last.where_to, last.printed.copy) == ("export", "file", 2)  # this printer writes a file


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_is_gone_loses_nothing_and_the_register_tells_it(
    qtbot: QtBot, page: PaperPage, workspace: Workspace, printer: Path
) -> None:
    printer.mkdir()  # it cannot be written to
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    going(qtbot, view, "with_me")
    view.print_button.click()
    qtbot.waitUntil(lambda: view.said.text().startswith("The printer did not take it. Nothing is lost"))
    assert view.print_button.isEnabled()
    assert [(each.what, each.copies) for each in events(workspace)[-2:]] == [("export", 1), ("not_printed", 0)]


def test_a_computer_without_a_printer_says_so(
    qtbot: QtBot, page: PaperPage, monkeypatch: pytest.MonkeyPatch, workspace: Workspace
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    view, before = open_sheet(qtbot, page, f"{RULER}: Blank"), len(events(workspace))
    going(qtbot, view, "with_me")
    view.print_button.click()
    qtbot.waitUntil(lambda: view.said.text().startswith("This computer knows no printer."))
    assert len(events(workspace)) == before


def test_locking_closes_the_dialog_for_the_printer(
    qtbot: QtBot, window: MainWindow, page: PaperPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    view, before = open_sheet(qtbot, page, f"{RULER}: Blank"), len(events(workspace))
    going(qtbot, view, "with_me")
    view.print_button.click()
    qtbot.waitUntil(lambda: view.findChild(QPrintDialog) is not None)
    dialog = view.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog) and dialog.isVisible() and len(events(workspace)) == before
    window.lock()
    assert not dialog.isVisible() and window.inside is None
