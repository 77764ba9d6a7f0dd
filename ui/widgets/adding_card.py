"""A card with a list of small records and one form to add to it or change one. Shows and tells; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
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
    """`change_requested` tells the place in the list."""

    changed = Signal()
    add_requested = Signal()
    change_requested = Signal(int)

    def __init__(self, heading: str, form: Form, *, add: str, empty: str) -> None:
        super().__init__(heading)
        self.form, self.add, self._add_text = form, button(add, press=self.add_requested.emit), add
        self.empty, self.said, self.rows, self._rows = label(empty, "hint"), label(), QWidget(), QVBoxLayout()
        self.shown: tuple[str, ...] = ()
        self.rows.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.add.setAccessibleName(self.tr("{heading}: {add}").format(heading=heading, add=add))
        parts: list[QWidget] = [self.empty, self.rows, form, Row(self.add), self.said]
        for part in parts:
            self.put(part)
        self.said.hide()
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

    def show_changing(self, *, is_changing: bool) -> None:
        """Say on the button whether it adds or keeps a change."""
        self.add.setText(self.tr("Keep the change") if is_changing else self._add_text)

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
