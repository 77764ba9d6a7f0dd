"""The pages of the rail before a visit: nothing has begun, and nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from msp_desktop.safety import Check, Standing
from tests.pictures.hands import of
from tests.pictures.stage import Stage
from ui.screens.paper.page import PaperPage
from ui.screens.search.view import SearchView
from ui.screens.settings.view import SettingsView
from ui.screens.settings.words import lines_of
from ui.screens.today.view import TodayView

STANDING = Standing(
    last_backup=datetime(2026, 10, 14, 6, 40, tzinfo=UTC), backups=9,
    last_check=Check(datetime(2026, 10, 12, 15, 5, tzinfo=UTC), 0), free=212_000_000_000, is_disk_encrypted=True,
)  # fmt: skip


def today(on: Stage) -> None:
    """The morning."""
    on.go("today")


def another(on: Stage) -> None:
    """A visit that is not planned yet."""
    view = of(on.go("today"), TodayView)
    on.press("Plan or start another visit")
    on.scroll_to(view.new)


def today_below(on: Stage) -> None:
    """What is unfinished, and what comes."""
    view = of(on.go("today"), TodayView)
    on.scroll_to(view.unfinished)


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


def register(on: Stage) -> None:
    """What was printed, once somebody said that nobody else reads it."""
    page = of(on.go("paper"), PaperPage)
    on.press("What was printed")
    on.scroll_to(page.choose.register)


def outbox(on: Stage) -> None:
    """What waits for the council."""
    on.go("outbox")


def search(on: Stage) -> None:
    """What was found, while nobody has said who sees the screen."""
    view = of(on.go("search"), SearchView)
    view.field.load("card")
    view.field.changed.emit()
    on.wait(view.only_me.isVisible)


def search_alone(on: Stage) -> None:
    """What was found, in its own words."""
    view = of(on.inside.screens["search"].view, SearchView)
    on.press("Only I can see this screen")
    on.wait(view.others.isVisible)


def settings(on: Stage) -> None:
    """When the screen locks, and whom to ring."""
    on.scroll_to(of(on.go("settings"), SettingsView).fields["idle_minutes"])


def backups(on: Stage) -> None:
    """Backups and checks, on a laptop like any: what this one has free is not the same tomorrow."""
    view = of(on.go("settings"), SettingsView)
    view.records.show_lines(list(lines_of(STANDING)))
    on.scroll_to(view.records)


def keys(on: Stage) -> None:
    """Every key, and the PIN."""
    on.go("keys")


MORNING: Mapping[str, Callable[[Stage], None]] = {
    "today": today,
    "today-below": today_below,
    "today-another": another,
    "tools": tools,
    "tools-happening": tools_by_what_happens,
    "sheets": sheets,
    "sheets-printed": register,
    "outbox": outbox,
    "search": search,
    "search-alone": search_alone,
    "settings": settings,
    "settings-backups": backups,
    "keys": keys,
}
"""Names of pictures and how to get there."""
