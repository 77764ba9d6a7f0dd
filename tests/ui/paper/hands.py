"""What a worker does on the Print page: choose a sheet, say who is there, answer, save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.record.event import EVENT, Event
from msp_desktop.record.record import Shelf
from msp_desktop.sheets.guard import Question
from msp_desktop.workspace import Workspace
from ui.screens.paper.page import PaperPage
from ui.screens.paper.sheet_view import SheetView
from ui.widgets.choice_field import ChoiceField

RULER = "Where it stands today"
FILLED = f"{RULER}: Filled in, 14 Oct 2026"


def ways(page: PaperPage) -> dict[str, QPushButton]:
    return named(page.choose)


def named(view: QWidget) -> dict[str, QPushButton]:
    return {each.accessibleName(): each for each in view.findChildren(QPushButton) if each.isVisible()}


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


def save(qtbot: QtBot, view: SheetView, file: Path) -> None:
    """Choose the file in the dialog, which proposes a neutral name."""
    view.save_button.click()
    qtbot.waitUntil(lambda: view.findChild(QFileDialog) is not None)
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog) and Path(dialog.selectedFiles()[0]).name == file.name
    dialog.fileSelected.emit(str(file))
    dialog.close()


def events(workspace: Workspace) -> list[Event]:
    return [each.body for each in Shelf(workspace.store, EVENT).list() if each.body.sheet]


def going(qtbot: QtBot, view: SheetView, where: str, *, asks: Question | None = None) -> None:
    view.going.buttons[where].click()
    if asks is not None:
        qtbot.waitUntil(view.guard.questions.fields[str(asks)].isVisible)
