"""Every screen behind the door as a worker meets it, in an order in which each scene leads to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from tests.pictures.stage import Stage
from ui.screens.paper.page import PaperPage
from ui.screens.search.view import SearchView
from ui.screens.settings.view import SettingsView
from ui.screens.tools.page import ToolsPage
from ui.screens.visit.screen import VisitPage
from ui.screens.visit.view import VisitView

W = TypeVar("W", bound=QWidget)

LINES = (
    ("said", "Ivy took me to the bank. I have a card of my own now."),
    ("observed", "Walking frame beside her chair, within reach."),
    ("said", "Daniel was cross, and then he came with us."),
)


def today(on: Stage) -> None:
    """The morning."""
    on.go("today")


def people(on: Stage) -> None:
    """Everybody."""
    on.go("people")


def person(on: Stage) -> None:
    """One person, and the ledger of time alone."""
    (margaret,) = on.inside.shell.workspace.people.called("Margaret")
    on.inside.open_person(margaret.id)
    on.settle()


def tools(on: Stage) -> None:
    """The tools by the guidance's headings."""
    on.go("tools")


def tools_by_what_happens(on: Stage) -> None:
    """The tools by what is happening."""
    on.go("tools")
    on.press("Find one by what is happening")


def sheets(on: Stage) -> None:
    """Choosing a sheet."""
    on.go("paper")


def outbox(on: Stage) -> None:
    """What waits for the council."""
    on.go("outbox")


def search(on: Stage) -> None:
    """What was found, while nobody has said who sees the screen."""
    view = of(on.go("search"), SearchView)
    view.field.load("card")
    view.field.changed.emit()
    on.wait(lambda: bool(view.results.rows.lines))


def settings(on: Stage) -> None:
    """When the screen locks, and whom to ring."""
    on.scroll_to(of(on.go("settings"), SettingsView).fields["idle_minutes"])


def before(on: Stage) -> None:
    """Before the visit."""
    planned = on.inside.shell.workspace.visits.list({"state": "planned"})
    on.inside.open_visit(min(planned, key=lambda each: each.body.planned_at or "").id)
    on.settle()


def here(on: Stage) -> None:
    """The first ten seconds: nobody has said who is here."""
    visit(on).top.start.click()
    on.settle()


def here_alone(on: Stage) -> None:
    """Alone together, and what was said."""
    visit(on).top.us.click()
    on.settle()
    lines = visit(on).here.lines
    for kind, words in LINES:
        lines.choose_kind(kind)
        lines.words.setPlainText(words)
        lines.keep.click()
        on.settle()


def here_company(on: Stage) -> None:
    """Somebody came in: what was said alone has left the screen."""
    visit(on).top.they.click()
    on.settle()


def together(on: Stage) -> None:
    """One tool and nothing else."""
    visit(on).top.us.click()
    on.settle()
    on.go("tools")
    on.press("Fill in: Scaling ruler")


def circles(on: Stage) -> None:
    """People around me, drawn and as a list."""
    page = of(on.go("tools"), ToolsPage)
    page.close_tool()
    on.settle()
    on.press("People around me: Look at it")


def sheet(on: Stage) -> None:
    """One sheet before it leaves: what the guard asks, and how it looks."""
    of(on.go("tools"), ToolsPage).close_tool()
    page = of(on.go("paper"), PaperPage)
    on.press("Where it stands today: Filled in")
    page.sheet.going.buttons["stays"].click()
    on.wait(lambda: bool(page.sheet.preview.pages))


def time_alone(on: Stage) -> None:
    """After: the four questions about time alone."""
    on.go("visit")
    on.press("After")


SCENES: Mapping[str, Callable[[Stage], None]] = {
    "today": today,
    "people": people,
    "person": person,
    "tools": tools,
    "tools-happening": tools_by_what_happens,
    "sheets": sheets,
    "outbox": outbox,
    "search": search,
    "settings": settings,
    "visit-before": before,
    "visit-here": here,
    "visit-alone": here_alone,
    "visit-company": here_company,
    "tool": together,
    "circles": circles,
    "sheet": sheet,
    "visit-after": time_alone,
}
"""Names of pictures and how to get there."""


def visit(on: Stage) -> VisitView:
    """The visit that is open."""
    page = of(on.go("visit"), VisitPage)
    assert page.view is not None
    return page.view


def of(view: QWidget, kind: type[W]) -> W:
    """A page as what it is."""
    assert isinstance(view, kind)
    return view
