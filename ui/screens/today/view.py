"""The Today screen: visits as lines, and the one thing a new person needs. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.text import label, say


class TodayView(Column):
    """A list, and a way to plan a visit. A line's id is what `visit_chosen` tells; no screen reads it."""

    visit_chosen = Signal(str)
    plan_requested = Signal(str)
    start_requested = Signal(str)
    same_person_chosen = Signal()
    other_person_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.visits, self.said = QListWidget(), label()
        self.visits.setAccessibleName(self.tr("Visits"))
        self.visits.setWordWrap(True)
        self.visits.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.visits.setMaximumHeight(px(360))
        self.visits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = label(self.tr("No visits yet. Enter below what to call somebody, and plan a visit to them."))
        self.open = button(self.tr("Open"), "primary", press=self._open)
        self.call_me = LineField(self.tr("What does the person like to be called?"))
        self.plan = button(self.tr("Plan a visit"), press=lambda: self.plan_requested.emit(self.call_me.value()))
        self.start = button(self.tr("Start a visit now"), press=lambda: self.start_requested.emit(self.call_me.value()))
        self.same, self.other = button("", "primary"), button("")
        self._which = Row(self.same, self.other)
        self._lay_out()
        self._listen()

    def show_visits(self, lines: Sequence[tuple[str, str]]) -> None:
        """The visits as (id, words), or what to do where there are none; the chosen line stays chosen."""
        kept = self._chosen()
        self.visits.clear()
        for id, words in lines:
            item = QListWidgetItem(words, self.visits)
            item.setData(Qt.ItemDataRole.UserRole, id)
        places = [place for place, (id, _) in enumerate(lines) if id == kept]
        self.visits.setCurrentRow(places[0] if places else 0)
        for part in (self.visits, self.open):
            part.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def show_planned(self, sentence: str) -> None:
        """A visit was planned: the field is free again and the sentence says when it was saved."""
        self.call_me.load("")
        self.ask_which("")
        self.call_me.show_error("")
        say(self.said, sentence)

    def show_problem(self, sentence: str) -> None:
        """What went wrong; what was typed stays."""
        say(self.said, "")
        self.call_me.show_error(sentence)
        self.call_me.focus()

    def ask_which(self, name: str) -> None:
        """Ask whether a name means somebody who is here already; an empty name takes the question away."""
        self._which.setVisible(bool(name))
        self.same.setText(self.tr("The {name} who is here already").format(name=name))
        self.other.setText(self.tr("Somebody else called {name}").format(name=name))
        if name:
            self.same.setFocus()

    def _open(self) -> None:
        if self._chosen():
            self.visit_chosen.emit(self._chosen())

    def _chosen(self) -> str:
        chosen = self.visits.selectedItems()
        return str(chosen[0].data(Qt.ItemDataRole.UserRole)) if chosen else ""

    def _listen(self) -> None:
        self.visits.itemActivated.connect(lambda _: self._open())
        self.call_me.entered.connect(self.plan.click)
        self.same.clicked.connect(lambda: self.same_person_chosen.emit())
        self.other.clicked.connect(lambda: self.other_person_chosen.emit())

    def _lay_out(self) -> None:
        card = Card()
        for part in (self.call_me, self._which, Row(self.plan, self.start), self.said):
            card.put(part)
        self._which.hide()
        self.said.hide()
        for piece in (label(self.tr("Visits"), "title"), self.empty, self.visits, Row(self.open), card):
            self.put(piece)
