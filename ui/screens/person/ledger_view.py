"""The private-contact ledger on the person's page: clocks, the promise, suggestions, every visit. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.screens.person.ledger_words import EntryWords, LedgerWords
from ui.screens.person.section import Lines, Section, line, opener
from ui.widgets.text import breakable, label


class LedgerView(Section):
    """`visit_chosen` tells a visit's id; `earlier_requested` asks for visits before those that are shown."""

    visit_chosen = Signal(str)
    earlier_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Time alone"))
        self.clocks, self.promise = label(), label("", "label")
        self.empty = label(self.tr("No visit has taken place yet. Each visit stands here with what it says."), "hint")
        self.think = label(self.tr("To think of next"), "part")
        self.you_decide = label(self.tr("These are suggestions, with what they rest on. You decide."), "hint")
        self.steps, self.lines = Lines(""), Lines(self.tr("Show earlier visits"))
        for part in (self.clocks, self.promise, self.think, self.you_decide, self.steps, self.empty, self.lines):
            self.put(part)
        self.lines.more.clicked.connect(lambda: self.earlier_requested.emit())
        self.clear()

    def clear(self) -> None:
        """Nothing of anybody."""
        for part in (self.promise, self.think, self.you_decide, self.empty):
            part.hide()
        self.clocks.setText("")
        for lines in (self.steps, self.lines):
            lines.clear()

    def show_ledger(self, words: LedgerWords) -> None:
        """What stands above the visits."""
        with self.changing():
            self.clocks.setText(breakable("\n".join(words.clocks)))
            self.promise.setText(breakable(words.promise))
            self.promise.setVisible(bool(words.promise))
            for part in (self.think, self.you_decide):
                part.setVisible(bool(words.steps))
            self.steps.add([line([(step, ""), (because, "hint")]) for step, because in words.steps], has_more=False)

    def show_entries(self, entries: Sequence[EntryWords], *, has_more: bool) -> None:
        """Visits behind those that are there; with none at all, what this place is for."""
        with self.changing():
            self.empty.setVisible(not entries)
            self.lines.add([self._line(each) for each in entries], has_more=has_more)

    def _line(self, entry: EntryWords) -> QFrame:
        open_it = opener(self.tr("Open"), self.tr("Open the visit of {when}").format(when=entry.when))
        open_it.clicked.connect(partial(self.visit_chosen.emit, entry.visit))
        return line([(entry.when, "label"), (entry.result, ""), ("\n".join(entry.beside), "hint")], open_it)
