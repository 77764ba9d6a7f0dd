"""A question answered by a passphrase: hidden while it is typed, unless somebody asks to see it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit


class SecretField(Field):
    """The value is exactly what was typed, spaces at its ends included."""

    entered = Signal()

    def __init__(self, question: str, *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self.edit = LineEdit()
        hidden = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.edit.setInputMethodHints(hidden | Qt.InputMethodHint.ImhHiddenText)
        self.reveal(shown=False)
        self.put(self.edit)
        self.edit.written.connect(self.changed)
        self.edit.returnPressed.connect(self.entered)

    def value(self) -> str:
        """The passphrase."""
        return self.edit.text()

    def load(self, value: str | None) -> None:
        """Put a passphrase in; None or "" takes it away."""
        self.edit.show_words(value or "")

    def reveal(self, *, shown: bool) -> None:
        """Show the letters, or dots."""
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
