"""Tools and sheets while a visit is going on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.pictures.hands import of, visit
from tests.pictures.stage import Stage
from ui.screens.paper.page import PaperPage
from ui.screens.tools.page import ToolsPage
from ui.screens.visit.top import TOGETHER


def at_hand(on: Stage) -> None:
    """Together: the tools at hand."""
    on.pass_time(minutes=4)
    visit(on).top.us.click()
    on.settle()
    visit(on).go(TOGETHER)


def together(on: Stage) -> None:
    """One tool and nothing else."""
    on.go("tools")
    on.press("Fill in: Scaling ruler")


def tool_below(on: Stage) -> None:
    """The end of a tool: who could hear, and finishing."""
    page = of(on.go("tools"), ToolsPage)
    assert page.fill is not None
    on.scroll_to(page.fill.finish)


def compared(on: Stage) -> None:
    """Last time and now."""
    on.press("Compare with last time")


def circles(on: Stage) -> None:
    """People around me, drawn and as a list."""
    page = of(on.go("tools"), ToolsPage)
    page.back()
    page.close_tool()
    on.settle()
    on.press("People around me: Look at it")


def drawn(title: str) -> Callable[[Stage], None]:
    """A tool that is drawn, empty as it is begun together."""

    def begin(on: Stage) -> None:
        of(on.go("tools"), ToolsPage).close_tool()
        on.settle()
        on.go("tools")
        on.press(f"Fill in: {title}")

    return begin


def pack(on: Stage) -> None:
    """The visit pack, with two sheets in it."""
    of(on.go("tools"), ToolsPage).close_tool()
    on.settle()
    page = of(on.go("paper"), PaperPage)
    for title in ("Where it stands today", "What I want to happen"):
        on.press(f"{title}: in the visit pack")
    page.choose.packing.open()
    on.scroll_to(page.choose.packing)


def sheet(on: Stage) -> None:
    """One sheet before it leaves: what the guard asks, and how it looks."""
    page = of(on.go("paper"), PaperPage)
    on.press("Where it stands today: Filled in")
    page.sheet.going.buttons["stays"].click()
    on.wait(lambda: bool(page.sheet.preview.pages))


def guard(on: Stage) -> None:
    """What is asked before it stays there."""
    on.scroll_to(of(on.go("paper"), PaperPage).sheet.guard)


FILLING: Mapping[str, Callable[[Stage], None]] = {
    "visit-together": at_hand,
    "tool": together,
    "tool-below": tool_below,
    "tool-compared": compared,
    "circles": circles,
    "drawn-rooms": drawn("Three rooms"),
    "drawn-wheel": drawn("My wheel of life"),
    "drawn-ecomap": drawn("What gives me strength"),
    "drawn-family": drawn("Family and household"),
    "drawn-body": drawn("Marks on the body"),
    "drawn-change": drawn("Where I am with this"),
    "visit-pack": pack,
    "sheet": sheet,
    "sheet-guard": guard,
}
"""Names of pictures and how to get there."""
