"""The one place where the program tells something: stays until it is read, takes no focus, never floats."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.text import announce, label


class Notice(QFrame):
    """One sentence and a way to put it away."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("told")
        self.words, self.close_button = label(), button(self.tr("Close"), press=lambda: self.tell(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(8), px(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        self._before = ""
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence; an empty one takes the notice away."""
        self.words.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def add(self, sentence: str) -> None:
        """Show a sentence after what is told already, which may not have been read yet."""
        told = "" if self.isHidden() else self.words.text()
        if sentence not in told:
            self.tell(f"{told} {sentence}".strip())

    def warn_of_lock(self) -> None:
        """Say that the lock is near; `resume` brings back what stood here."""
        self._before = self.words.text()
        self.tell(self.tr("Nobody has used this for a while. Your records lock in 30 seconds. Press any key to go on."))

    def resume(self) -> None:
        """What was told before the interruption, or nothing."""
        self.tell(self._before)
