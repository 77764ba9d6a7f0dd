"""A card with a list of small records and one form to add to it or change one. Shows and tells; decides nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.form import Form
from ui.widgets.row import Row
from ui.widgets.text import label, say


class AddingCard(Card):
    """`change_requested` tells the place in the list. With `first`, these questions are asked and the rest wait."""

    changed = Signal()
    add_requested = Signal()
    change_requested = Signal(int)

    def __init__(self, heading: str, form: Form, *, add: str, empty: str, first: Collection[str] = ()) -> None:
        super().__init__(heading)
        self._first = first
        self.form, self.add, self._add_text = form, button(add, press=self.add_requested.emit), add
        self.empty, self.said, self.rows, self._rows = label(empty, "hint"), label(), QWidget(), QVBoxLayout()
        self.shown: tuple[str, ...] = ()
        self.rows.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.add.setAccessibleName(self.tr("{heading}: {add}").format(heading=heading, add=add))
        self.more = button(self.tr("More about this"), press=self.ask_everything)
        parts: list[QWidget] = [self.empty, self.rows, form, Row(self.add, self.more), self.said]
        for part in parts:
            self.put(part)
        self.said.hide()
        self.more.setVisible(bool(first))
        if first:
            form.ask(first)
        form.changed.connect(self.changed)

    def show_rows(self, sentences: Sequence[str]) -> None:
        """What is there, or what this place is for."""
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self.shown = tuple(sentences)
        for place, sentence in enumerate(sentences):
            self._rows.addWidget(self._row(place, sentence))
        self.empty.setVisible(not sentences)
        self.rows.setVisible(bool(sentences))

    def ask_everything(self) -> None:
        """Ask the rest too."""
        self.form.ask(self.form.fields)
        self.more.hide()

    def show_changing(self, *, is_changing: bool) -> None:
        """Say on the button whether it adds or keeps a change."""
        self.add.setText(self.tr("Keep the change") if is_changing else self._add_text)
        values = self.form.values()
        if self._first and any(values[name] not in (None, "", ()) for name in values if name not in self._first):
            self.ask_everything()

    def show_problem(self, sentence: str) -> None:
        """What is missing, under the form."""
        say(self.said, sentence, "error")

    def _row(self, place: int, sentence: str) -> QWidget:
        frame = QFrame()
        frame.setObjectName("line")
        sides, change = QHBoxLayout(frame), button(self.tr("Change"), press=partial(self.change_requested.emit, place))
        change.setAccessibleName(self.tr("Change: {words}").format(words=sentence[:60]))
        sides.setContentsMargins(0, 0, 0, px(8))
        sides.addWidget(label(sentence), 1)
        sides.addWidget(change)
        return frame
