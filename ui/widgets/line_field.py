"""A question answered by a short line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.theme import px
from ui.widgets.field import Field


class LineField(Field):
    """The value is the text, with its ends trimmed."""

    entered = Signal()

    def __init__(self, question: str, *, hint: str = "", width: int = 0) -> None:
        super().__init__(question, hint=hint)
        self.edit = QLineEdit()
        if width:
            self.edit.setMaximumWidth(px(width))
        self.put(self.edit)
        self.edit.textEdited.connect(lambda _: self.changed.emit())
        self.edit.returnPressed.connect(self.entered)

    def value(self) -> str:
        """The line."""
        return self.edit.text().strip()

    def load(self, value: str | None) -> None:
        """Show a line, unless it is there already: the cursor stays where it is."""
        if (value or "") != self.value():
            self.edit.setText(value or "")
