"""The pages of the window, in the order of the rail. Adding one is a line here and a function that puts it together.

The functions import their screens themselves: nothing of them is loaded before the door is open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from msp_desktop.translation import tr
from ui.screens.screen import Screen
from ui.shell import HELP, PAPER, PEOPLE, SEARCH, TODAY, TOOLS, VISIT, Shell


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name in the program, its name on the rail, and how it is made when it is first opened.

    `during_visit` is false for pages that show other people, which have no place in somebody's kitchen.
    """

    name: str
    title: str
    make: Callable[[Shell], Screen]
    during_visit: bool = True


def _today(shell: Shell) -> Screen:
    from ui.screens.today.screen import make

    return make(shell)


def _people(shell: Shell) -> Screen:
    from ui.screens.people.screen import make

    return make(shell)


def _visit(shell: Shell) -> Screen:
    from ui.screens.visit.screen import make

    return make(shell)


def _outbox(shell: Shell) -> Screen:
    from ui.screens.outbox.screen import make

    return make(shell)


def _tools(shell: Shell) -> Screen:
    from ui.screens.tools.screen import make

    return make(shell)


def _paper(shell: Shell) -> Screen:
    from ui.screens.paper.screen import make

    return make(shell)


def _search(shell: Shell) -> Screen:
    from ui.screens.search.screen import make

    return make(shell)


def _settings(shell: Shell) -> Screen:
    from ui.screens.settings.screen import make

    return make(shell)


def _keys(shell: Shell) -> Screen:
    from ui.screens.keys.screen import make

    return make(shell)


PAGES = (
    Page(TODAY, tr("Today"), _today, during_visit=False),
    Page(PEOPLE, tr("People"), _people, during_visit=False),
    Page(VISIT, tr("This visit"), _visit),
    Page(TOOLS, tr("Tools"), _tools),
    Page(PAPER, tr("Print"), _paper),
    Page("outbox", tr("To the council"), _outbox, during_visit=False),
    Page(SEARCH, tr("Search"), _search, during_visit=False),
    Page("settings", tr("Settings"), _settings),
    Page(HELP, tr("Keys and hiding"), _keys),
)
