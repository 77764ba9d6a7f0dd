"""Every sheet as pictures of its pages: blank in every format and language, and as the demo filled it in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from msp_desktop.demo.paper import one_of_each
from msp_desktop.sheets.content import Format, Sheet
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order
from msp_desktop.sheets.rendering import pages
from msp_desktop.tools.strings import ENGLISH
from msp_desktop.workspace import Workspace
from tests.sheets.samples import ways

PPI = 60


def sheets(workspace: Workspace) -> Iterator[tuple[str, Sheet]]:
    """Each sheet under the name of its picture."""
    for tool, each in workspace.tools.sheets():
        id = tool.sheet_id(each)
        for format, language in ways(tool, each):
            name = "-".join((id, format, *([language] if language != ENGLISH else [])))
            yield name, workspace.printer.prepare(Order(sheet_id=id, choices=_to_look(format, language))).content
    for filled in one_of_each(workspace):
        tool = workspace.tools.tool(filled.body.tool)
        order = Order(sheet_id=tool.sheet_id(tool.sheets[0]), choices=_to_look(), answers=filled.id)
        yield f"{order.sheet_id}-filled", _whole(workspace, order)
        if workspace.printer.prepare(order).has_last_time:
            both = replace(order, choices=replace(order.choices, with_last_time=True))
            yield f"{order.sheet_id}-then-and-now", _whole(workspace, both)


def _whole(workspace: Workspace, order: Order) -> Sheet:
    """The sheet with what was said alone on it: the demo's people are made up, so all of it is ticked."""
    private = workspace.printer.prepare(order).private
    ticked = replace(order, choices=replace(order.choices, ticked=private))
    return workspace.printer.prepare(ticked).content


def draw(workspace: Workspace, folder: Path) -> None:
    """Write each page of each sheet."""
    for name, sheet in sheets(workspace):
        for number, page in enumerate(pages(sheet, ppi=PPI), start=1):
            in_few_colours(page).save(folder / f"{name}-{number}.png", optimize=True)


def in_few_colours(picture: bytes) -> Image.Image:
    """A third of the size, and nobody sees the difference."""
    return Image.open(io.BytesIO(picture)).convert("RGB").quantize(96, dither=Image.Dither.NONE)


def _to_look(format: Format = Format.STANDARD, language: str = ENGLISH) -> Choices:
    return Choices(going=Going.WITH_ME, format=format, language=language, reason="To show what a sheet is like")
