"""Everything behind the door: rail, notice, and the pages. Opens pages and knows nothing of what they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from msp_desktop.errors import Failure
from ui.keys import KEYS, bind, bind_row
from ui.pages import Page
from ui.screens.hidden.choosing import PinChoosing
from ui.screens.hidden.pin_offer import PinOffer
from ui.screens.screen import Screen
from ui.shell import PAPER, PEOPLE, TODAY, TOOLS, VISIT, Shell
from ui.theme import px
from ui.widgets.column import Column, first_field, is_moved_by_hand, is_seen_at_top
from ui.widgets.notice import Notice
from ui.widgets.one_at_a_time import OneAtATime
from ui.widgets.rail import Rail
from ui.widgets.text import announce

if TYPE_CHECKING:
    from msp_desktop.record.record import Record
    from msp_desktop.record.visit import Visit

NARROW_EM = 60
"""Below this many ems the rail becomes a bar on top (interface.md)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was: a page, the visit that was open, and the spot on the page."""

    page: str
    visit: str = ""
    spot: str = ""


class Inside(QWidget):
    """The open house. Pages are made when they are first opened, and stay."""

    def __init__(self, shell: Shell, pages: Sequence[Page]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.shell, self.pages = shell, pages
        shell.page_names = tuple(page.name for page in pages)
        self.screens: dict[str, Screen] = {}
        self.now, self.visit, self._first, self._spot = "", "", "", ""
        self._before: list[str] = []
        self._may_offer = False
        self.rail = Rail([self.tr(page.title) for page in pages], is_demo=shell.workspace.is_demo)
        self.notice, self.stack = Notice(), OneAtATime()
        self.pin_offer = PinOffer()
        self.choosing = PinChoosing(self.pin_offer.field, shell.pin)
        self._lay_out()
        self._listen()

    def go(self, name: str) -> Screen:
        """Open a page; the one before saves what it holds. The keyboard goes along, unless it chose on the rail."""
        chose, stays = self._is_in_rail(), self.now == name
        if self.now and self.now != name:
            self.screens[self.now].leave()
            self._before.append(self.now)
        page = self._page(name)
        if name not in self.screens:
            self.screens[name] = page.make(self.shell)
            self.stack.addWidget(self.screens[name].view)
        self.now, screen = name, self.screens[name]
        self.rail.show()
        self.rail.mark(self.pages.index(page))
        if not stays:
            self._leave_focus()
        self.stack.setCurrentWidget(screen.view)
        self._offer_pin()
        screen.enter()
        if not chose:
            go_along = partial(self._go_along, screen)
            # When the page has read what it shows, and that has its place: what comes first before that may be the
            # last thing on it then.
            self.shell.background.run(
                lambda: None, done=lambda _: QTimer.singleShot(0, self, go_along), failed=lambda _: None
            )
        return screen

    def begin(self, place: Place | None = None) -> None:
        """Open a place, the first page without one; where a visit is going on, nothing of other people."""
        place, going_on = place or Place(self.pages[0].name), self.shell.workspace.visits.going_on
        self._first, self.visit, self._spot = place.page, place.visit, place.spot
        self.shell.background.run(going_on, done=self._begin, failed=self._begin_anyway)

    @property
    def place(self) -> Place:
        """What is open now, once everything that was begun is done."""
        return Place(self.now, self.visit, self.screens[self.now].spot()) if self.now else Place(self._first)

    def back(self) -> None:
        """One step back on the page, or to the page before that may be opened now."""
        if self.now and self.screens[self.now].back():
            return
        while self._before:
            name = self._before.pop()
            if name != self.now and self._is_offered(name):
                self.go(name)
                self._before.pop()  # the page that was left just now is not the way back
                return

    def open_visit(self, id: str) -> None:
        """Open one visit on its page."""
        self.visit = id
        self.go(VISIT)
        self.shell.visit_opened.emit(id)

    def open_paper(self, tool: str, answers: str) -> None:
        """Open the sheets of one tool, to print them."""
        self.go(PAPER)
        self.shell.paper_opened.emit(tool, answers)

    def open_tool(self, tool: str, answers: str) -> None:
        """Open a tool to fill it in, or to go on with what was begun."""
        self.go(TOOLS)
        self.shell.tool_opened.emit(tool, answers)

    def open_transcription(self, tool: str, answers: str, sheet: str) -> None:
        """Open a tool to type in what stands on one of its sheets."""
        self.go(TOOLS)
        self.shell.transcription_opened.emit(tool, answers, sheet)

    def open_person(self, id: str) -> None:
        """Open one person's page; while a visit is going on, other people stay out of sight."""
        if self.shell.here is not None and self.shell.here.running is not None:
            self.notice.tell(self.tr("A visit is going on, so other people stay out of sight. Finish it first."))
            return
        self.shell.person = id
        self.go(PEOPLE)

    def leave(self) -> None:
        """Save what every page holds, before the door is closed."""
        for screen in self.screens.values():
            screen.leave()

    def next_pane(self) -> None:
        """Move the keyboard between the rail and the page."""
        if self.rail.isHidden():
            return
        if self._is_in_rail():
            first_field(self.screens[self.now].view).setFocus(Qt.FocusReason.TabFocusReason)
            return
        shown = [each for each in (self.rail.menu, *self.rail.pages) if each.isVisible()]
        next((each for each in shown if each.isChecked()), shown[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with a key that nothing on the page has a use for; a shortcut would take it from lists and menus."""
        if KEYS["back"].is_pressed(event):
            self.back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rail at the side, or bar on top."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_EM * px(15)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._whole.direction() != wanted:
            self._whole.setDirection(wanted)
        self.rail.fold(narrow=narrow)

    def focusNextPrevChild(self, next: bool) -> bool:
        """The tab key comes into a page at what stands first in it."""
        page = self.stack.currentWidget()
        for column in (page, *self.stack.findChildren(Column)) if is_moved_by_hand() else ():
            if isinstance(column, Column) and column.isVisible():
                column.put_in_order()
        return super().focusNextPrevChild(next)

    def _go_along(self, screen: Screen) -> None:
        if QApplication.focusWidget() not in (None, self) or self.stack.currentWidget() is not screen.view:
            return
        if is_seen_at_top(first := first_field(screen.view)):
            first.setFocus(Qt.FocusReason.TabFocusReason)
        else:  # with large text a page would begin without its title; Tab goes to what comes first
            announce(self, self.tr(self._page(self.now).title))

    def _leave_focus(self) -> None:
        # Otherwise Qt gives the keyboard to whatever comes next when what has it goes; held here, the key back works.
        focused = QApplication.focusWidget()
        if focused is not None and self.stack.isAncestorOf(focused):
            self.setFocus()

    def _is_in_rail(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.rail.isAncestorOf(focused)

    def _begin(self, going_on: Record[Visit] | None) -> None:
        self._may_offer = going_on is None
        if going_on is not None:
            self.visit = going_on.id
        if self.visit:
            self.open_visit(self.visit)
        may_open = going_on is None or self._page(self._first).during_visit
        if self._first != self.now and may_open:
            self.go(self._first)
        if self._spot and self.now == self._first:
            self.screens[self.now].show_spot(self._spot)

    def _begin_anyway(self, failure: Failure) -> None:
        self._not_shown(failure)
        self.go(self._first)

    def _listen(self) -> None:
        self.rail.page_chosen.connect(lambda number: self.go(self.pages[number].name))
        self.shell.page_requested.connect(self.go)
        self.shell.visit_requested.connect(self.open_visit)
        self.shell.person_requested.connect(self.open_person)
        self.shell.paper_requested.connect(self.open_paper)
        self.shell.tool_requested.connect(self.open_tool)
        self.shell.transcription_requested.connect(self.open_transcription)
        self.shell.told.connect(self.notice.tell)
        self.shell.visit_runs.connect(self._visit_runs)
        self.shell.together.connect(self.rail.setHidden)
        self.rail.hide_requested.connect(self.shell.hide_requested)
        self.pin_offer.field.chosen.connect(self.choosing.choose)
        self.pin_offer.put_off.connect(self.choosing.put_off)
        bind_row(self, "pages", [partial(self._go_by_key, page.name) for page in self.pages])
        for name, key in KEYS.items():
            if key.page in self.shell.page_names:
                bind(self, name, partial(self._go_by_key, key.page))
        bind(self, "new", self._begin_new)
        bind(self, "panes", self.next_pane)

    def _go_by_key(self, name: str) -> None:
        if self._is_offered(name):
            self.go(name)

    def _begin_new(self) -> None:
        if self._is_offered(TODAY):
            self.go(TODAY)
            self.shell.new_requested.emit()

    def _is_offered(self, name: str) -> bool:
        return not self.rail.pages[self.pages.index(self._page(name))].isHidden()

    def _page(self, name: str) -> Page:
        return next(each for each in self.pages if each.name == name)

    def _visit_runs(self, runs: bool) -> None:
        self.rail.offer([page.during_visit or not runs for page in self.pages])
        for page in self.pages if runs else ():
            if not page.during_visit and page.name != self.now:
                self._destroy(page.name)
        self._may_offer = not runs
        self._offer_pin()

    def _destroy(self, name: str) -> None:
        """Out of sight is not enough for other people: no page of theirs is left to be read. It is made anew later."""
        screen = self.screens.pop(name, None)
        if screen is not None:
            screen.leave()
            self.stack.removeWidget(screen.view)
            screen.view.hide()
            # What it has asked for still comes back to it, so it goes after that.
            self.shell.background.run(lambda: None, done=lambda _: screen.view.deleteLater(), failed=self._not_shown)

    def _not_shown(self, failure: Failure) -> None:
        self.notice.tell(str(failure))

    def _offer_pin(self) -> None:
        # Where the day begins alone: on other pages it would stand in the way, and in a visit others would read it.
        is_wanted = self._may_offer and self.shell.pin.is_to_offer and self.now == TODAY
        self.pin_offer.setVisible(is_wanted)

    def _lay_out(self) -> None:
        beside, right = QVBoxLayout(), QWidget()
        right.setLayout(beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        for part in (self.notice, self.pin_offer):
            beside.addWidget(part)
        beside.addWidget(self.stack, 1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.rail)
        self._whole.addWidget(right, 1)
