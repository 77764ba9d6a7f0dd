"""A new passphrase: typed twice, judged in words, or proposed. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.row import Row
from ui.widgets.secret_field import SecretField
from ui.widgets.text import label, say

_PAUSE = 300
"""Milliseconds without a key before what was typed is judged."""


class NewPassphrase(QWidget):
    """`judging_requested` asks how good what was typed is, `proposal_requested` asks for words."""

    judging_requested = Signal(str)
    proposal_requested = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        hint = self.tr("Four or five words that have nothing to do with you or with each other.")
        self.first = SecretField(self.tr("New passphrase"), hint=hint)
        self.again = SecretField(self.tr("The same passphrase again"))
        self.judged, self.shown = label("", "hint"), QCheckBox(self.tr("Show what I type"))
        self.propose = button(self.tr("Propose words for me"), press=self.proposal_requested.emit)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._listen()

    def passphrase(self) -> str:
        """What was typed twice; "" where the two differ, which is said at the field."""
        same = self.first.value() == self.again.value()
        self.again.show_error("" if same else self.tr("This is not the same as above. Type it again."))
        if not same:
            self.again.focus()
        return self.first.value() if same else ""

    def show_judged(self, sentence: str) -> None:
        """How good what was typed is."""
        say(self.judged, sentence)

    def show_proposal(self, words: str) -> None:
        """Words by chance, to be seen, learned and typed again."""
        self.shown.setChecked(True)
        self.first.load(words)
        self.first.show_error("")
        self.again.load("")
        say(self.judged, self.tr("Your words: {words}. Learn them, then type them below.").format(words=words))
        self.again.focus()

    def show_problem(self, sentence: str) -> None:
        """Why this passphrase cannot be taken."""
        say(self.judged, "")
        self.first.show_error(sentence)
        self.first.focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is asked for a widget that has gone."""
        self._pause.stop()
        super().hideEvent(event)

    def _listen(self) -> None:
        self.shown.toggled.connect(self._reveal)
        self.first.changed.connect(self._typed)
        self.again.changed.connect(lambda: self.again.show_error(""))
        self.first.entered.connect(self.again.focus)
        self.again.entered.connect(self.entered)
        self._pause.timeout.connect(lambda: self.judging_requested.emit(self.first.value()))

    def _typed(self) -> None:
        self.first.show_error("")
        self._pause.start()

    def _reveal(self, shown: bool) -> None:
        for field in (self.first, self.again):
            field.reveal(shown=shown)

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(12))
        for part in (self.first, self.judged, Row(self.propose, self.shown), self.again):
            stack.addWidget(part)
        self.judged.hide()
