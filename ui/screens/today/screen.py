"""The Today screen put together."""

from __future__ import annotations

from ui.screens.screen import Screen
from ui.screens.today.presenter import TodayPresenter
from ui.screens.today.view import TodayView
from ui.shell import Shell


def make(shell: Shell) -> Screen:
    """The list of visits; opening one is a request to the shell."""
    view, parts = TodayView(), shell.workspace
    presenter = TodayPresenter(
        view, shell.background, people=parts.people, visits=parts.visits, open_visit=shell.visit_requested.emit
    )
    shell.new_requested.connect(view.call_me.focus)
    view.visit_chosen.connect(shell.visit_requested)
    view.plan_requested.connect(presenter.plan)
    view.start_requested.connect(presenter.start)
    view.same_person_chosen.connect(presenter.same_person)
    view.other_person_chosen.connect(presenter.other_person)
    return Screen(view, enter=presenter.refresh, leave=lambda: None)
