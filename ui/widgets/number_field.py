"""A question answered by a small whole number."""

from __future__ import annotations

from PySide6.QtGui import QIntValidator

from ui.theme import px
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit


class NumberField(Field):
    """The value is a whole number from 0 to 999, or None."""

    def __init__(self, question: str, *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self.edit = LineEdit()
        self.edit.setMaximumWidth(px(90))
        self.edit.setValidator(QIntValidator(0, 999, self))
        self.put(self.edit)
        self.edit.written.connect(self.changed)

    def value(self) -> int | None:
        """The number."""
        return int(self.edit.text()) if self.edit.text().strip().isdigit() else None

    def load(self, value: int | None) -> None:
        """Show a number, unless it is there already."""
        if value != self.value():
            self.edit.show_words("" if value is None else str(value))
