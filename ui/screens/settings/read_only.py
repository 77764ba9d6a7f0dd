"""A setting that nobody can choose here: the question, who sets it, and what counts."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.text import label


class ReadOnly(QWidget):
    """Words alone, in the order of a field."""

    def __init__(self, question: str, *, hint: str, value: str) -> None:
        super().__init__()
        self.value = label(value)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(4))
        for part in (label(question, "label"), label(hint, "hint"), self.value):
            stack.addWidget(part)
