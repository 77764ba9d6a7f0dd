"""The demo's paper: every sheet blank, and one of each that was filled in, printed the way a worker prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from db.disk import make_folder, write_whole
from msp_desktop.record.filled import Answers
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record
from msp_desktop.sheets.guard import NO, Going, Question
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace

TO_A_FILE = Choices(going=Going.FILE, replies={Question.NEUTRAL_TITLE: NO}, reason=tr("To show what a sheet is like"))


def lay_notes(notes: Mapping[RecordId, str], folder: Path) -> None:
    """Lay notes that were copied out into `folder`, a file each: the demo shows what a worker would paste."""
    make_folder(folder)
    for visit, text in notes.items():
        (folder / f"{visit}.txt").write_text(text, "utf-8")


def write_notes(workspace: Workspace, folder: Path) -> Iterator[str]:
    """Copy out the note of each signed visit that is not in `folder` yet, and say how many are."""
    signed = [visit.id for visit in workspace.visits.list({"state": ["complete", "addendum"]})]
    missing = [id for id in signed if not (folder / f"{id}.txt").exists()]
    lay_notes({id: workspace.notes.copy(id, where_to="demo folder").text for id in missing}, folder)
    count = len(list(folder.glob("*.txt")))
    yield tr("Notes for the council system: {folder}, {count} files").format(folder=folder, count=count)


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
    for filled in one_of_each(workspace):
        tool = workspace.tools.tool(filled.body.tool)
        order = Order(sheet_id=tool.sheet_id(tool.sheets[0]), choices=TO_A_FILE, answers=filled.id)
        # Some of it was said alone, and the demo's people are made up: all of it is ticked.
        ticked = replace(TO_A_FILE, ticked=workspace.printer.prepare(order).private)
        yield f"{order.sheet_id}-filled.pdf", replace(order, choices=ticked)


def one_of_each(workspace: Workspace) -> list[Record[Answers]]:
    """The finished answers to each tool: of whoever came first into these records, and there the latest."""
    people = {each.id: each.n for each in workspace.people.list()}
    finished = [each for each in workspace.answers.list() if each.body.state == "finished"]
    found = {each.body.tool: each for each in sorted(finished, key=lambda each: -people[each.body.person])}
    return list(found.values())
