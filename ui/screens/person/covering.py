"""Where what somebody said alone is left out: that it is there, and the one press by which it is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.row import Row
from ui.widgets.text import label


class Cover(QWidget):
    """`uncover_requested` says that only the worker sees the screen."""

    uncover_requested = Signal()

    def __init__(self, subject: str) -> None:
        super().__init__()
        self.words, self._subject = label("", "hint"), subject
        self.button = button(self.tr("Only I can see the screen"), press=self.uncover_requested.emit)
        self.button.setAccessibleName(
            self.tr("{what}: {subject}").format(what=self.button.text(), subject=subject)
        )  # fmt: skip
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(8))
        stack.addWidget(self.words)
        stack.addWidget(Row(self.button))
        self.hide()

    def tell(self, sentence: str) -> None:
        """What is left out; an empty sentence takes the cover away."""
        self.words.setText(sentence)
        self.setVisible(bool(sentence))
