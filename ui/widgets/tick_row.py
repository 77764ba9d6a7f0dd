"""A radio button or a check box with words beside it that wrap, which Qt's own do not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.pictures import picture
from ui.widgets.text import belongs_to, label


class TickRow(QWidget):
    """Pressing the words presses the button; a screen reader hears one thing."""

    def __init__(self, button: QAbstractButton, words: str, *, help: str = "", picture_name: str = "") -> None:
        super().__init__()
        self.button = button
        button.setAccessibleName(words)
        button.setAccessibleDescription(help)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = label(words)
        belongs_to(self._words, button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self._words.setContentsMargins(0, px(8), 0, px(6))
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._words)
        if help:
            beside.addWidget(label(help, "hint"))
        if picture_name:
            row.addWidget(picture(picture_name), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words count as the button."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.click()
