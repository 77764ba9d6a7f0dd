"""A sentence that matters on its page, with a bar at its side. Not a notice: it goes with its page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.theme import px
from ui.widgets.text import announce, label


class Told(QFrame):
    """Takes no room where there is nothing to tell."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setObjectName("told")
        self.words = label(sentence)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(px(16), px(12), px(16), px(12))
        inside.addWidget(self.words)
        self.setHidden(not sentence)

    def tell(self, sentence: str) -> None:
        """Another sentence; an empty one takes it away, and the same is not told to a screen reader again."""
        is_new = sentence != self.words.text()
        self.words.setText(sentence)
        self.setHidden(not sentence)
        if sentence and is_new:
            announce(self.words, sentence)
