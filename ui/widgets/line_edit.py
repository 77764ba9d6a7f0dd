"""A line to type in that tells of every change a person makes, by keys, by voice or by a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit


class LineEdit(QLineEdit):
    """`written` tells a person's change. Qt's own `textEdited` is silent where words come from elsewhere than keys."""

    written = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(lambda _: self.written.emit())

    def show_words(self, words: str) -> None:
        """Put words in; the program does it, so nothing is told."""
        with QSignalBlocker(self):
            self.setText(words)
