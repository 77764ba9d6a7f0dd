"""The Visit screen put together: one view and its presenters for each visit that is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from msp_desktop.record.ids import RecordId
from ui.screens.screen import Screen
from ui.screens.visit.after import AfterParts
from ui.screens.visit.opening import Opened, Sources, opened
from ui.screens.visit.presenter import VisitPresenter
from ui.screens.visit.together import Together
from ui.screens.visit.view import VisitView
from ui.screens.visit.why_view import WhyView
from ui.shell import PAPER, TODAY, TOOLS, Shell
from ui.widgets.buttons import button
from ui.widgets.column import Column
from ui.widgets.row import Row
from ui.widgets.text import label
from ui.writing import Writing


def make(shell: Shell) -> Screen:
    """The page of the visit that is open, and what to do where none is."""
    page = VisitPage(shell)
    shell.visit_opened.connect(page.open)
    return Screen(page, enter=page.enter, leave=page.leave, spot=page.spot, show_spot=page.show_spot)


class VisitPage(QStackedWidget):
    """Holds the view of one visit; opening another saves the one before."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.view: VisitView | None = None
        self.presenter: VisitPresenter | None = None
        self.addWidget(self._nothing())
        self.why = WhyView()
        self.addWidget(self.why)
        self._id, self._wanted = "", ""
        self.why.given.connect(lambda reason: self.open(self._id, reason))

    def _nothing(self) -> Column:
        nothing, today = Column(), button(self.tr("Go to Today"), "primary")
        today.clicked.connect(lambda: self.shell.page_requested.emit(TODAY))
        nothing.put(label(self.tr("This visit"), "title"))
        nothing.put(label(self.tr("No visit is open. Choose one on Today, or begin a new one there.")))
        nothing.put(Row(today))
        return nothing

    def open(self, id: str, reason: str = "") -> None:
        """Read a visit and show it; a restricted record first asks for a reason."""
        self.leave()
        self._id = id
        parts = self.shell.workspace
        sources = Sources(parts.visits, parts.people, parts.connections, parts.actions, parts.safe_contacts)
        self.shell.background.run(
            lambda: opened(RecordId(id), sources, reason=reason),
            done=self._show, failed=lambda failure: self.shell.told.emit(str(failure)),
        )  # fmt: skip

    def enter(self) -> None:
        """Something may have been added to the visit on another page."""
        if self.presenter is not None:
            self.presenter.enter()

    def leave(self) -> None:
        """Save what was typed."""
        if self.presenter is not None:
            self.presenter.leave()

    def spot(self) -> str:
        """The step that is open."""
        return str(self.view.steps.currentIndex()) if self.view is not None else ""

    def show_spot(self, spot: str) -> None:
        """Show that step of the visit that is being opened."""
        self._wanted = spot

    def _show(self, opened: Opened | None) -> None:
        if opened is None:
            self.why.ask()
            self.setCurrentWidget(self.why)
            return
        numbers = [(each.name, each.number) for each in self.shell.look.settings.to_ring]
        before, self.view = self.view, VisitView(opened.person.call_me, numbers=numbers)
        self.addWidget(self.view)
        self.setCurrentWidget(self.view)
        self.view.before.sheets_requested.connect(lambda: self.shell.page_requested.emit(PAPER))
        self.view.together.tools_requested.connect(lambda: self.shell.page_requested.emit(TOOLS))
        self.view.together.fill_requested.connect(lambda key: self.shell.tool_requested.emit(key, ""))
        self.view.together.go_on_requested.connect(lambda id: self.shell.tool_requested.emit("", id))
        self.presenter, gone = put_together(self.view, opened, shell=self.shell), self.presenter
        if self._wanted:
            self.view.go(int(self._wanted))
            self._wanted = ""
        if before is not None:
            self.removeWidget(before)
            # What its last save brings back still goes to it, so it goes after that.
            self.shell.background.run(lambda: None, done=lambda _: _let_go(before, gone), failed=lambda _: None)


def _let_go(view: VisitView, _presenter: VisitPresenter | None) -> None:
    view.deleteLater()


def put_together(view: VisitView, opened: Opened, *, shell: Shell) -> VisitPresenter:
    """Give every part of the view its presenter."""
    parts = shell.workspace
    writing = Writing(parts.visits, opened.visit, shell.background, view)
    after = AfterParts(parts.visits, parts.outcomes, parts.actions, parts.notes, parts.register, parts.sign)
    together = Together(
        view.together, parts.tools, parts.answers, shell.background, person=opened.visit.body.person,
        failed=lambda failure: shell.told.emit(str(failure)),
    )  # fmt: skip
    presenter = VisitPresenter(
        view, opened, writing=writing, visits=parts.visits, after=after, together=together, tell=shell.told.emit,
        tell_here=shell.tell_here,
    )  # fmt: skip
    shell.only_us_said.connect(presenter.only_us)
    shell.came_back.connect(presenter.came_back)
    view.top.hide_requested.connect(shell.hide_requested)
    presenter.begin()
    view.focus_first()
    return presenter
