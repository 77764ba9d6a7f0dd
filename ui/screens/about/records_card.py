"""A card with a list of records, presses beside each, and one form for the one that is added or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.screens.about.form_card import FormCard
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.row import Row
from ui.widgets.text import label, say, shortened

Line = tuple[str, str]
"""Words, and their kind of label."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One record in the list: what it is called by ear, its lines, and what can be done with it, by name."""

    name: str
    lines: tuple[Line, ...]
    presses: tuple[tuple[str, str], ...]


class RecordsCard(FormCard):
    """`pressed` tells the name of a press and the place of its record in the list."""

    pressed = Signal(str, int)
    add_requested = Signal()
    undo_requested = Signal()

    def __init__(self, heading: str, *, add: str, empty: str, hint: str = "") -> None:
        super().__init__(heading, hint)
        self.empty, self.rows = label(empty, "hint"), QWidget()
        self._rows = QVBoxLayout(self.rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(12))
        self.said, self.undo = label(), button("", press=self.undo_requested.emit)
        self.add = button(add, press=self.add_requested.emit)
        self.add.setAccessibleName(self.tr("{heading}: {add}").format(heading=heading, add=add))
        self.presses: dict[tuple[str, int], QPushButton] = {}
        for part in (self.empty, self.rows, self.said, self.undo, self.add):
            self.read_with(part)
        for part in (self.undo, self.add):
            self._reading.setAlignment(part, Qt.AlignmentFlag.AlignLeft)
        self.show_said("")

    def show_rows(self, rows: Sequence[Shown]) -> None:
        """What is there, or what this place is for."""
        self.presses = {}
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        names = [each.name for each in rows]
        for place, shown in enumerate(rows):
            is_twin = shown.name in names[:place]
            self._rows.addWidget(self._row(place, shown, by_ear=f"{shown.name} {place + 1}" if is_twin else shown.name))
        self.empty.setVisible(not rows)
        self.rows.setVisible(bool(rows))

    def show_said(self, sentence: str, *, undo: str = "") -> None:
        """What was done just now, and a press that takes it back."""
        say(self.said, sentence)
        self.undo.setText(undo)
        self.undo.setVisible(bool(undo))

    def focus_on(self, press: str, place: int) -> None:
        """Go to a press of a record, or to adding one where it is not there any more."""
        self.presses.get((press, place), self.add).setFocus()

    def _row(self, place: int, shown: Shown, *, by_ear: str) -> QWidget:
        frame, presses = QFrame(), Row()
        frame.setObjectName("line")
        stack = QVBoxLayout(frame)
        stack.setContentsMargins(0, 0, 0, px(12))
        stack.setSpacing(px(4))
        for words, kind in shown.lines:
            stack.addWidget(label(shortened(words), kind))
        for press, words in shown.presses:
            made = button(words, press=partial(self.pressed.emit, press, place))
            made.setAccessibleName(self.tr("{press}: {name}").format(press=words, name=by_ear))
            self.presses[press, place] = made
            presses.put(made)
        stack.addWidget(presses)
        return frame
