"""Everything behind the door: rail, notice, and the pages. Opens pages and knows nothing of what they show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from msp_desktop.errors import Failure
from ui.pages import Page
from ui.screens.screen import Screen
from ui.shell import PAPER, SEARCH, VISIT, Shell
from ui.theme import px
from ui.widgets.column import first_field
from ui.widgets.notice import Notice
from ui.widgets.rail import Rail

if TYPE_CHECKING:
    from msp_desktop.record.record import Record
    from msp_desktop.record.visit import Visit

NARROW_EM = 60
"""Below this many ems the rail becomes a bar on top (interface.md)."""


class Inside(QWidget):
    """The open house. Pages are made when they are first opened, and stay."""

    def __init__(self, shell: Shell, pages: Sequence[Page]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.shell, self.pages = shell, pages
        shell.page_names = tuple(page.name for page in pages)
        self.screens: dict[str, Screen] = {}
        self.now, self.visit, self._first = "", "", ""
        self.rail = Rail([self.tr(page.title) for page in pages], is_demo=shell.workspace.is_demo)
        self.notice, self.stack = Notice(), QStackedWidget()
        self._lay_out()
        self._listen()

    def go(self, name: str) -> Screen:
        """Open a page; the one before saves what it holds."""
        if self.now and self.now != name:
            self.screens[self.now].leave()
        page = next(each for each in self.pages if each.name == name)
        if name not in self.screens:
            self.screens[name] = page.make(self.shell)
            self.stack.addWidget(self.screens[name].view)
        self.now, screen = name, self.screens[name]
        self.rail.show()
        self.rail.mark(self.pages.index(page))
        self.stack.setCurrentWidget(screen.view)
        screen.enter()
        if QApplication.focusWidget() is None:
            first_field(screen.view).setFocus(Qt.FocusReason.TabFocusReason)
        return screen

    def begin(self, page: str = "", visit: str = "") -> None:
        """Open a page, the first without a name; where a visit is going on, that visit and nothing of other people."""
        going_on = self.shell.workspace.visits.going_on
        self._first, self.visit = page or self.pages[0].name, visit
        self.shell.background.run(going_on, done=self._begin, failed=self._begin_anyway)

    def open_visit(self, id: str) -> None:
        """Open one visit on its page."""
        self.visit = id
        self.go(VISIT)
        self.shell.visit_opened.emit(id)

    def open_paper(self, tool: str, answers: str) -> None:
        """Open the sheets of one tool, to print them."""
        self.go(PAPER)
        self.shell.paper_opened.emit(tool, answers)

    def leave(self) -> None:
        """Save what every page holds, before the door is closed."""
        for screen in self.screens.values():
            screen.leave()

    def next_pane(self) -> None:
        """Move the keyboard between the rail and the page."""
        if self.rail.isHidden():
            return
        focused = QApplication.focusWidget()
        is_in_rail = focused is not None and self.rail.isAncestorOf(focused)
        if is_in_rail:
            first_field(self.screens[self.now].view).setFocus(Qt.FocusReason.TabFocusReason)
            return
        shown = [each for each in (self.rail.menu, *self.rail.pages) if each.isVisible()]
        next((each for each in shown if each.isChecked()), shown[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rail at the side, or bar on top."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_EM * px(15)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._whole.direction() != wanted:
            self._whole.setDirection(wanted)
        self.rail.fold(narrow=narrow)

    def _begin(self, visit: Record[Visit] | None) -> None:
        if visit is not None:
            self.open_visit(visit.id)
        elif self._first == VISIT and self.visit:
            self.open_visit(self.visit)
        else:
            self.go(self._first)

    def _begin_anyway(self, failure: Failure) -> None:
        self.notice.tell(str(failure))
        self.go(self._first)

    def _listen(self) -> None:
        self.rail.page_chosen.connect(lambda number: self.go(self.pages[number].name))
        self.shell.page_requested.connect(self.go)
        self.shell.visit_requested.connect(self.open_visit)
        self.shell.paper_requested.connect(self.open_paper)
        self.shell.told.connect(self.notice.tell)
        self.shell.visit_runs.connect(self._visit_runs)
        self.shell.together.connect(self.rail.setHidden)
        for number, page in enumerate(self.pages):
            keys = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            keys.activated.connect(lambda name=page.name: self._go_by_key(name))
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(lambda: self._go_by_key(PAPER))
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(lambda: self._go_by_key(SEARCH))
        QShortcut(QKeySequence("F6"), self).activated.connect(self.next_pane)

    def _go_by_key(self, name: str) -> None:
        number = next(number for number, page in enumerate(self.pages) if page.name == name)
        if not self.rail.pages[number].isHidden():
            self.go(name)

    def _visit_runs(self, runs: bool) -> None:
        self.rail.offer([page.during_visit or not runs for page in self.pages])

    def _lay_out(self) -> None:
        beside, right = QVBoxLayout(), QWidget()
        right.setLayout(beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.notice)
        beside.addWidget(self.stack, 1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.rail)
        self._whole.addWidget(right, 1)
