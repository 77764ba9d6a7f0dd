"""Stands where an answer would, while somebody who did not hear it may see the screen: seen only while it is held."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.hold_button import HoldButton
from ui.widgets.text import announce, label


class AloneCover(QWidget):
    """`reveal_requested` asks for the words; `show_words` shows them as long as the button is held."""

    reveal_requested = Signal()

    def __init__(self, question: str) -> None:
        super().__init__()
        self.words, self.hold = label(), HoldButton(self.tr("Press and hold to show"))
        self.hold.setAccessibleName(self.tr("Press and hold to show: {question}").format(question=question))
        self._is_held = False
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(4))
        stack.addWidget(label(question, "label"))
        stack.addWidget(self.words)
        stack.addWidget(self.hold, alignment=Qt.AlignmentFlag.AlignLeft)
        self.hold.held.connect(self._hold)
        self.hold.let_go.connect(self._let_go)
        self._let_go()

    def show_words(self, words: str) -> None:
        """The answer in words, if somebody still holds the button."""
        if self._is_held:
            self.words.setText(words)
            announce(self.words, words)

    def _hold(self) -> None:
        self._is_held = True
        self.reveal_requested.emit()

    def _let_go(self) -> None:
        self._is_held = False
        self.words.setText(self.tr("Said alone."))
