"""A button with as many lines of words as it needs: Qt's own never breaks a line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from ui.theme import px
from ui.widgets.text import label, shortened


class WordsButton(QPushButton):
    """Words somebody said, with a small line above them that says what they answer, where there is one."""

    def __init__(self, words: str, *, above: str = "", press: Callable[[], object]) -> None:
        super().__init__()
        self.setAutoDefault(True)
        self.words = label(shortened(words, most=200))
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(px(12), px(8), px(12), px(8))
        self._inside.setSpacing(px(2))
        for part in (*([label(above, "caption")] if above else []), self.words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._inside.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: press())

    def hasHeightForWidth(self) -> bool:
        """The height follows from the words."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines at a width."""
        return self._inside.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As its words ask."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Its longest word."""
        return self._inside.minimumSize()
