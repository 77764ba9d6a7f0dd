"""Every sheet as pictures of its pages: blank and, where the demo filled it in, with words; in both sizes of print."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from msp_desktop.demo.paper import one_of_each
from msp_desktop.sheets.content import Format, Sheet
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order
from msp_desktop.sheets.rendering import pages
from msp_desktop.workspace import Workspace

PPI = 72


def sheets(workspace: Workspace) -> Iterator[tuple[str, Sheet]]:
    """Each sheet under the name of its picture."""
    for tool, each in workspace.tools.sheets():
        id = tool.sheet_id(each)
        for format in Format:
            yield f"{id}-{format}", content(workspace, Order(sheet_id=id, choices=_to_look(format)))
    for filled in one_of_each(workspace):
        tool = workspace.tools.tool(filled.body.tool)
        id = tool.sheet_id(tool.sheets[0])
        yield f"{id}-filled", content(workspace, Order(sheet_id=id, choices=_to_look(), answers=filled.id))


def draw(workspace: Workspace, folder: Path) -> None:
    """Write each page of each sheet."""
    for name, sheet in sheets(workspace):
        for number, page in enumerate(pages(sheet, ppi=PPI), start=1):
            in_few_colours(page).save(folder / f"{name}-{number}.png", optimize=True)


def in_few_colours(picture: bytes) -> Image.Image:
    """A third of the size, and nobody sees the difference."""
    return Image.open(io.BytesIO(picture)).convert("RGB").quantize(96, dither=Image.Dither.NONE)


def content(workspace: Workspace, order: Order) -> Sheet:
    """What stands on a sheet; looking at one is not printing it."""
    return workspace.printer.prepare(order).content


def _to_look(format: Format = Format.STANDARD) -> Choices:
    return Choices(going=Going.WITH_ME, format=format, reason="To show what a sheet is like")
