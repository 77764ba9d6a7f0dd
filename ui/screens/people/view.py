"""The list of everybody: finding somebody as one types, opening them, adding somebody. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from ui.screens.people.line import LineDelegate
from ui.screens.people.model import PeopleModel, ShownLine
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.fold import Fold
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.text import ON_A_BUTTON, breakable, label, say, short


class PeopleList(QListView):
    """Lines of one height, as many as there is room for and more by scrolling."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lines")
        self.setAccessibleName(self.tr("People"))
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setItemDelegate(LineDelegate(self))

    def sizeHint(self) -> QSize:
        """Room for a few lines at the least."""
        return QSize(px(400), px(250))


class PeopleView(Column):
    """`open_requested` tells an id that no screen shows; `search_changed` what is typed, letter by letter."""

    open_requested = Signal(str)
    search_changed = Signal(str)
    add_requested = Signal(str)
    same_person_chosen = Signal()
    other_person_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = LineField(
            self.tr("Find somebody"), hint=self.tr("Part of a name, or a word from their page. Two letters are enough.")
        )
        self.model, self.list = PeopleModel(self), PeopleList()
        self.list.setModel(self.model)
        self.said, self.open = label(), button(self.tr("Open"), "primary", press=self._open)
        self.call_me = LineField(self.tr("What does the person like to be called?"))
        self.add = button(self.tr("Add this person"), press=lambda: self.add_requested.emit(self.call_me.value()))
        self.same, self.other = button("", "primary"), button("")
        self._which = Row(self.same, self.other)
        self.adding = Fold(self.tr("Add a person"), self._adding_card)
        self._lay_out()
        self._listen()

    def show_lines(self, lines: Sequence[ShownLine], sentence: str, *, is_whole: bool) -> None:
        """The first page of a list, and a sentence over it; the chosen line stays chosen."""
        kept = self.chosen()
        self.model.show(lines, is_whole=is_whole)
        self.list.setCurrentIndex(self.model.index(self.model.row(kept)))
        for part in (self.list, self.open):
            part.setVisible(bool(lines))
        say(self.said, breakable(sentence))

    def show_problem(self, sentence: str) -> None:
        """What went wrong with the list; what was typed stays."""
        say(self.said, sentence, "error")

    def show_added(self) -> None:
        """Somebody was added: the field is free again."""
        self.call_me.load("")
        self.call_me.show_error("")
        self.ask_which("")

    def show_not_added(self, sentence: str) -> None:
        """Why nobody was added; what was typed stays."""
        self.adding.open()
        self.call_me.show_error(sentence)
        self.call_me.focus()

    def ask_which(self, name: str) -> None:
        """Ask whether a name means somebody who is here already; an empty name takes the question away."""
        self._which.setVisible(bool(name))
        self.same.setText(self.tr("Open the {name} who is here").format(name=short(name, most=ON_A_BUTTON)))
        self.other.setText(self.tr("Add somebody else called {name}").format(name=short(name, most=ON_A_BUTTON)))
        if name:
            self.same.setFocus()

    def chosen(self) -> str:
        """The id of the chosen line, empty where there is none."""
        line = self.model.line(self.list.currentIndex().row())
        return line.id if line else ""

    def _open(self) -> None:
        if self.chosen():
            self.open_requested.emit(self.chosen())

    def _adding_card(self) -> QWidget:
        card = Card()
        for part in (self.call_me, self._which, Row(self.add)):
            card.put(part)
        self._which.hide()
        return card

    def _listen(self) -> None:
        self.list.activated.connect(lambda _: self._open())
        self.search.changed.connect(lambda: self.search_changed.emit(self.search.value()))
        self.search.entered.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.call_me.entered.connect(self.add.click)
        self.same.clicked.connect(lambda: self.same_person_chosen.emit())
        self.other.clicked.connect(lambda: self.other_person_chosen.emit())

    def _lay_out(self) -> None:
        above: tuple[QWidget, ...] = (label(self.tr("People"), "title"), self.search, self.said)
        below: tuple[QWidget, ...] = (Row(self.open), self.adding)
        for part in above:
            self.put(part)
        self.put_growing(self.list)
        for part in below:
            self.put(part)
        self.said.hide()
