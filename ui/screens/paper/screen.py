"""The Print screen put together."""

from __future__ import annotations

from ui.screens.paper.page import PaperPage
from ui.screens.paper.presenter import PaperPresenter
from ui.screens.paper.register import RegisterPresenter
from ui.screens.screen import Screen
from ui.screens.tools.seeing import Seeing
from ui.shell import Shell


def make(shell: Shell) -> Screen:
    """Choosing a sheet and printing it."""
    seeing, page = Seeing(shell, clock=shell.workspace.store.now), PaperPage()
    seeing.setParent(page)
    presenter = PaperPresenter(
        page, shell.workspace, background=shell.background, seeing=seeing, tell=shell.told.emit
    )  # fmt: skip
    register = RegisterPresenter(
        page.choose.register, shell.workspace.register, shell.workspace.people, background=shell.background,
        seeing=seeing, tell=shell.told.emit,
    )  # fmt: skip
    presenter.printed.connect(register.read)
    presenter.found.connect(shell.transcription_requested)
    shell.visit_opened.connect(presenter.forget)
    shell.visit_runs.connect(presenter.visit_runs)
    shell.paper_opened.connect(presenter.open)

    def enter() -> None:
        presenter.enter()
        register.read()

    return Screen(page, enter=enter, leave=lambda: None, back=page.back)
