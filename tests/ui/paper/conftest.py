"""The Print page on the demo vault, and a printer that writes what it is sent into a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from msp_desktop.workspace import Workspace
from tests.ui.paper.hands import RULER, ways
from ui.inside import Inside
from ui.screens.paper.page import PaperPage


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
        dialog.finished.emit(QDialog.DialogCode.Accepted.value)

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(QDialog, "open", chosen)
    return file
