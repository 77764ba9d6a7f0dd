"""The Today screen put together."""

from __future__ import annotations

from ui.screens.screen import Screen
from ui.screens.today.presenter import Parts, TodayPresenter
from ui.screens.today.view import TodayView
from ui.screens.today.words import PAGE, PERSON, VISIT
from ui.shell import Shell


def make(shell: Shell) -> Screen:
    """The day of the worker; opening a visit or another page is a request to the shell."""
    view, workspace = TodayView(), shell.workspace
    ways = {VISIT: shell.visit_requested.emit, PERSON: shell.person_requested.emit, PAGE: shell.page_requested.emit}
    presenter = TodayPresenter(
        view, shell.background, parts=Parts(workspace.today, workspace.people, workspace.visits), open=ways,
        tell=shell.told.emit,
    )  # fmt: skip
    shell.new_requested.connect(view.call_me.focus)
    view.place_chosen.connect(presenter.go)
    view.plan_requested.connect(presenter.plan)
    view.start_requested.connect(presenter.start)
    view.same_person_chosen.connect(presenter.same_person)
    view.other_person_chosen.connect(presenter.other_person)
    view.signed_requested.connect(presenter.show_signed)
    return Screen(view, enter=presenter.refresh, leave=lambda: None)
