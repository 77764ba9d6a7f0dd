"""A white card on the page: a heading and what belongs together under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.text import label


class Card(QFrame):
    """Stacks what is put into it, with even spaces."""

    def __init__(self, heading: str = "", hint: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(px(24), px(24), px(24), px(24))
        self._stack.setSpacing(px(16))
        if heading:
            self.setAccessibleName(heading)
            self.put(label(heading, "heading"))
        if hint:
            self.put(label(hint, "hint"))

    def put(self, part: QWidget) -> None:
        """Add a part that takes the whole width."""
        self._stack.addWidget(part)

    def put_left(self, part: QWidget) -> None:
        """Add a part that keeps its own width, such as a button."""
        self._stack.addWidget(part, alignment=Qt.AlignmentFlag.AlignLeft)
