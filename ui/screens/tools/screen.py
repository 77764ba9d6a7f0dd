"""The Tools screen put together."""

from __future__ import annotations

from msp_desktop.tools.from_record import FromRecord
from ui.screens.screen import Screen
from ui.screens.tools.fill_presenter import FillPresenter
from ui.screens.tools.fill_view import FillView
from ui.screens.tools.opened import OpenedTool
from ui.screens.tools.page import ToolsPage
from ui.screens.tools.presenter import ToolsPresenter
from ui.screens.tools.seeing import Seeing
from ui.screens.tools.team_presenter import TeamPresenter
from ui.shell import VISIT, Shell


def make(shell: Shell) -> Screen:
    """Choosing a tool and filling it in."""
    parts, seeing = shell.workspace, Seeing(shell, clock=shell.workspace.store.now)

    def furnish(view: FillView, opened: OpenedTool) -> FillPresenter:
        return FillPresenter(
            view, opened, background=shell.background, seeing=seeing, safe_contacts=parts.safe_contacts,
            recorded=FromRecord(parts.outcomes, parts.connections, parts.visits),
        )  # fmt: skip

    page = ToolsPage(shell.background, furnish)
    seeing.setParent(page)
    presenter = ToolsPresenter(
        page, parts, background=shell.background, seeing=seeing, tell=shell.told.emit,
        show_visit=lambda: shell.page_requested.emit(VISIT), together=shell.together.emit,
    )  # fmt: skip
    browse = page.browse
    team = TeamPresenter(browse.team, parts.tools, background=shell.background)
    team.read.connect(presenter.refresh)
    browse.team_fold.turned.connect(lambda is_open: team.refresh() if is_open else None)
    browse.fill_requested.connect(presenter.fill)
    browse.go_on_requested.connect(presenter.go_on)
    browse.happening_chosen.connect(presenter.narrow)
    browse.somebody_else_requested.connect(presenter.choose)
    browse.print_requested.connect(lambda key: page.print_requested.emit(key, ""))
    page.choose.chosen.connect(presenter.chosen)
    page.choose.back_requested.connect(presenter.back)
    page.closed.connect(presenter.closed)
    shell.visit_opened.connect(presenter.forget)
    shell.tool_opened.connect(presenter.open)
    shell.transcription_opened.connect(presenter.transcribe)
    page.whole_requested.connect(presenter.show_whole)
    page.photo_chosen.connect(presenter.keep_photo)
    page.opened.connect(presenter.clear_screen)
    page.print_requested.connect(shell.paper_requested)
    page.hide_requested.connect(shell.hide_requested)
    return Screen(
        page, enter=presenter.enter, leave=page.leave, back=page.back, spot=lambda: page.spot,
        show_spot=presenter.go_on,
    )  # fmt: skip
