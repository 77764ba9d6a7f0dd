"""The Today screen: the next thing to do first, what is not finished, and the one thing a new person needs.

Decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ui.screens.today.call_card import CallCard
from ui.screens.today.words import CallShown, Shown
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.fold import Fold
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.tab_order import in_reading_order
from ui.widgets.text import dress_again, label, short
from ui.widgets.ways_card import Way, WaysCard

AT_ONCE = 2
"""How many visits stand there at the first paint: more than these are below the edge of the window."""


class TodayView(Column):
    """`place_chosen` tells where a line or a card leads; no screen reads it. `shown` is what stands here, whole."""

    place_chosen = Signal(str)
    plan_requested = Signal(str)
    start_requested = Signal(str)
    same_person_chosen = Signal()
    other_person_chosen = Signal()
    signed_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: Shown | None = None
        self._wanted: Shown | None = None
        self.calls: list[CallCard] = []
        self.title, self.empty = label(self.tr("Today"), "title"), label()
        self.another = button(self.tr("Plan or start another visit"), press=self._show_new)
        self._called, self._stack_of_calls = QWidget(), QVBoxLayout()
        self.going_on = WaysCard(self.tr("Going on now"), go=self.tr("Go back to it"), kind="primary")
        self.unfinished = WaysCard(self.tr("Unfinished"), go=self.tr("Open"))
        self.coming = WaysCard(self.tr("Coming"), go=self.tr("Open"))
        self.done = WaysCard(self.tr("Done today"), go=self.tr("Open"))
        self.signed = WaysCard("", go=self.tr("Open"))
        self.signed_fold = Fold(self.tr("Signed visits"), self._make_signed)
        self.call_me = LineField(self.tr("What does the person like to be called?"))
        self.plan = button(self.tr("Plan a visit"), press=lambda: self.plan_requested.emit(self.call_me.value()))
        self.start = button(self.tr("Start a visit now"), press=lambda: self.start_requested.emit(self.call_me.value()))
        self.same, self.other = button("", "primary"), button("")
        self._which, self.new = Row(self.same, self.other), Card(self.tr("A new visit"))
        self._lay_out()
        self._listen()

    def show_day(self, shown: Shown) -> None:
        """The day; the keyboard stays where it is, or goes to the next thing to do when the page is first filled."""
        if shown == self._wanted:
            return
        self._wanted, kept = shown, self._place_in_hand()
        self.title.setText(self.tr("Today, {day}").format(day=shown.day))
        self.going_on.show_ways(shown.going_on)
        self._show_calls(shown.calls[:AT_ONCE], is_next=not shown.going_on)
        self._show_what_is_next(shown)
        if self.shown is None:
            self._begin()
        QTimer.singleShot(0, self, lambda: self._show_rest(shown, kept))  # what is below is made after the first paint

    def show_signed(self, ways: Sequence[Way]) -> None:
        """Signed visits, or that there are none."""
        self.signed.show_ways(ways or [Way("", self.tr("No visit is signed yet. You sign one under After."))])

    def show_planned(self) -> None:
        """A visit was planned or began: the field is free again."""
        self.call_me.load("")
        self.ask_which("")
        self.call_me.show_error("")

    def show_problem(self, sentence: str) -> None:
        """What went wrong; what was typed stays."""
        self.call_me.show_error(sentence)
        self.call_me.focus()

    def ask_which(self, name: str) -> None:
        """Ask whether a name means somebody who is here already; an empty name takes the question away."""
        self._which.setVisible(bool(name))
        self.same.setText(self.tr("The {name} who is here already").format(name=short(name)))
        self.other.setText(self.tr("Somebody else called {name}").format(name=short(name)))
        if name:
            self.same.setFocus()

    def way(self, place: str) -> QPushButton | None:
        """The button that leads to a place, None where none does."""
        return next((each for each in self.findChildren(QPushButton) if each.property("place") == place), None)

    def _show_rest(self, shown: Shown, kept: str) -> None:
        if shown is not self._wanted:
            return
        self._add_calls(shown.calls[AT_ONCE:])
        for card, ways in ((self.unfinished, shown.unfinished), (self.coming, shown.coming), (self.done, shown.done)):
            card.show_ways(ways)
        self.shown = shown
        again = self.way(kept) if kept else None
        if again is not None:
            again.setFocus()

    def _show_calls(self, calls: Sequence[CallShown], *, is_next: bool) -> None:
        for card in self.calls:
            self._stack_of_calls.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self.calls = []
        self._add_calls(calls, is_next=is_next)
        self._called.setVisible(bool(self.calls))

    def _add_calls(self, calls: Sequence[CallShown], *, is_next: bool = False) -> None:
        for place, call in enumerate(calls):
            card = CallCard(call, is_next=is_next and place == 0)
            card.chosen.connect(self.place_chosen)
            self._stack_of_calls.addWidget(card)
            self.calls.append(card)

    def _show_what_is_next(self, shown: Shown) -> None:
        is_free = not (shown.calls or shown.going_on)
        is_new = not (shown.unfinished or shown.coming or shown.done) and is_free
        self.another.setVisible(bool(shown.calls))
        self.empty.setVisible(is_free)
        self.empty.setText(self._what_this_is_for() if is_new else self.tr("No visit is planned for today."))
        self.plan.setProperty("kind", "primary" if is_free else "")
        dress_again(self.plan)

    def _what_this_is_for(self) -> str:
        return self.tr(
            "This is where your day stands: each visit with what matters at the door, and what is not finished yet."
            " Nothing is here so far. Enter what somebody likes to be called, and plan a visit to them."
        )

    def _place_in_hand(self) -> str:
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        return str(focused.property("place") or "") if focused is not None and inside else ""

    def _begin(self) -> None:
        """Put the keyboard on the next thing to do, unless somebody is at work elsewhere."""
        focused = QApplication.focusWidget()
        is_free = focused is None or self.isAncestorOf(focused)
        if is_free and self.isVisible() and not self.call_me.value():
            ways = [*self.going_on.go, *(card.open for card in self.calls)]
            (ways[0] if ways else self.call_me.edit).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_new(self) -> None:
        self.show_part(self.new)

    def _make_signed(self) -> WaysCard:
        self.signed_requested.emit()
        return self.signed

    def _listen(self) -> None:
        self.call_me.entered.connect(self.plan.click)
        self.same.clicked.connect(lambda: self.same_person_chosen.emit())
        self.other.clicked.connect(lambda: self.other_person_chosen.emit())
        for card in (self.going_on, self.unfinished, self.coming, self.done, self.signed):
            card.chosen.connect(self.place_chosen)

    def _lay_out(self) -> None:
        for part in (self.call_me, self._which, Row(self.plan, self.start)):
            self.new.put(part)
        self._called.setLayout(self._stack_of_calls)
        self._stack_of_calls.setContentsMargins(0, 0, 0, 0)
        self._stack_of_calls.setSpacing(px(16))
        for piece in (
            self.title, Row(self.another), self.empty, self.going_on, self._called, self.new, self.unfinished,
            self.coming, self.done, self.signed_fold,
        ):  # fmt: skip
            self.put(piece)
        for later in (self._which, self.another, self.empty, self._called):
            later.hide()
        in_reading_order(self._stack)
