"""The search page put together."""

from __future__ import annotations

from ui.screens.screen import Screen
from ui.screens.search.presenter import SearchPresenter
from ui.screens.search.view import SearchView
from ui.shell import Shell


def make(shell: Shell) -> Screen:
    """A field over everything that may be found. It reads in a thread of its own, so that no save waits for it."""
    view, whole = SearchView(), shell.workspace
    presenter = SearchPresenter(
        view, shell.looking, search=whole.search, clock=whole.store.now, open_visit=shell.visit_requested.emit,
        open_person=shell.person_requested.emit,
    )  # fmt: skip
    return Screen(
        view, enter=presenter.enter, leave=presenter.leave, spot=view.field.value, show_spot=presenter.show_again
    )
