"""The demo's paper: every sheet blank, and those that were filled in, printed the way a worker prints them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from db.disk import make_folder, write_whole
from msp_desktop.demo.tools import ANSWERS
from msp_desktop.sheets.guard import NO, Going, Question
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace

TO_A_FILE = Choices(going=Going.FILE, replies={Question.NEUTRAL_TITLE: NO})


def print_sheets(workspace: Workspace, folder: Path) -> Iterator[str]:
    """Print into `folder` what is not there yet, and say how many sheets it holds."""
    make_folder(folder)
    for name, order in _orders(workspace):
        if not (folder / name).exists():
            write_whole(folder / name, workspace.printer.print(order).pdf)
    count = len(list(folder.glob("*.pdf")))
    yield tr("Sheets, blank and filled: {folder}, {count} files").format(folder=folder, count=count)


def _orders(workspace: Workspace) -> Iterator[tuple[str, Order]]:
    for tool, sheet in workspace.tools.sheets():
        yield f"{tool.sheet_id(sheet)}.pdf", Order(sheet_id=tool.sheet_id(sheet), choices=TO_A_FILE)
    for filled in workspace.answers.list({"tool": list(ANSWERS)}):
        tool = workspace.tools.tool(filled.body.tool)
        order = Order(sheet_id=tool.sheet_id(tool.sheets[0]), choices=TO_A_FILE, answers=filled.id)
        # Everything was said alone here, and the demo's people are made up: all of it is ticked.
        ticked = replace(TO_A_FILE, ticked=workspace.printer.prepare(order).private)
        yield f"{order.sheet_id}-filled.pdf", replace(order, choices=ticked)
