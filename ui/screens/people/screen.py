"""The People page put together: the list, the reason that a restricted record asks for, and one person's page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget
from shiboken6 import isValid

from msp_desktop.record.everybody import Everybody
from msp_desktop.record.ids import RecordId
from ui.screens.people.presenter import PeoplePresenter
from ui.screens.people.view import PeopleView
from ui.screens.person.opening import PersonOpened, opened
from ui.screens.person.screen import PersonScreen
from ui.screens.screen import Screen
from ui.screens.visit.why_view import WhyView
from ui.shell import Shell
from ui.widgets.column import first_field
from ui.widgets.text import announce


def make(shell: Shell) -> Screen:
    """Everybody, and one of them at a time."""
    page = PeoplePage(shell)
    return Screen(
        page, enter=page.enter, leave=page.leave, back=page.back, spot=lambda: shell.person, show_spot=page.open
    )  # fmt: skip


class PeoplePage(QStackedWidget):
    """Shows `shell.person`, or the list where nobody is wanted. Opening somebody saves the one before."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell, self.list, self.why = shell, PeopleView(), WhyView(back=self.tr("Back to all people"))
        self.person: PersonScreen | None = None
        self._shown, self._asked, self._is_here = "", 0, False
        parts = shell.workspace
        self.presenter = PeoplePresenter(
            self.list, shell.background, people=parts.people, everybody=Everybody(parts.people, parts.visits),
            open_person=self.open,
        )  # fmt: skip
        for view in (self.list, self.why):
            self.addWidget(view)
        self._listen()

    def enter(self) -> None:
        """The page is shown; pressed once more on the rail, it shows the list."""
        was_here, self._is_here = self._is_here, True
        wanted = self.shell.person
        if wanted and wanted != self._shown:
            self.open(wanted)
        elif wanted and not was_here and self.person is not None:
            self.person.refresh()
        else:
            self.show_list()

    def leave(self) -> None:
        """Save what was typed."""
        self._is_here = False
        if self.person is not None:
            self.person.leave()

    def show_list(self) -> None:
        """Everybody."""
        self._put_away()
        self.shell.person = ""
        self.presenter.refresh()
        self.setCurrentWidget(self.list)

    def open(self, id: str, reason: str = "") -> None:
        """Read a person and show their page; a restricted record first asks for a reason."""
        self._put_away()
        self.shell.person, self._asked = id, self._asked + 1
        parts, asked = self.shell.workspace, self._asked
        self.shell.background.run(
            lambda: opened(RecordId(id), people=parts.people, visits=parts.visits, reason=reason),
            done=lambda found: self._show(found) if asked == self._asked else None,
            failed=lambda failure: self.shell.told.emit(str(failure)),
        )  # fmt: skip

    def back(self) -> bool:
        """From one person to the list; tells whether there was a way."""
        if self.currentWidget() is self.list:
            return False
        self._back()
        return True

    def _show(self, found: PersonOpened | None) -> None:
        if found is None:
            self.setCurrentWidget(self.why)
            self.why.ask()
            return
        if self.person is None:
            self.person = PersonScreen(self.shell)
            self.person.view.back_requested.connect(self._back)
            self.addWidget(self.person.view)
        self._shown = found.id
        self.person.open(found)
        self.setCurrentWidget(self.person.view)
        first_field(self.person.view).setFocus(Qt.FocusReason.TabFocusReason)
        announce(self.person.view.name, found.person.call_me)

    def _back(self) -> None:
        self.show_list()
        self.list.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _put_away(self) -> None:
        self._asked += 1
        self._shown = ""
        if self.person is not None:
            self.person.leave()

    def _visit_runs(self, runs: bool) -> None:
        # Nothing of anybody stays on a page that nobody may open now; it is read anew when it is opened again.
        if not runs:
            return
        self.list.show_lines([], "", is_whole=True)
        if self.person is not None:
            gone = self.person
            self._put_away()
            self.person = None
            self.setCurrentWidget(self.list)
            self.removeWidget(gone.view)
            gone.view.hide()
            # What its last save brings back still goes to it, so it goes after that.
            self.shell.background.run(lambda: None, done=lambda _: _let_go(gone), failed=lambda _: None)

    def _listen(self) -> None:
        view, presenter = self.list, self.presenter
        view.open_requested.connect(self.open)
        view.search_changed.connect(presenter.search)
        view.model.more_wanted.connect(presenter.more)
        view.add_requested.connect(presenter.add)
        view.same_person_chosen.connect(presenter.same_person)
        view.other_person_chosen.connect(presenter.other_person)
        self.why.given.connect(lambda reason: self.open(self.shell.person, reason))
        self.why.back_requested.connect(self._back)
        self.shell.visit_runs.connect(self._visit_runs)


def _let_go(person: PersonScreen) -> None:
    if isValid(person.view):  # the whole window may have gone before
        person.view.deleteLater()
