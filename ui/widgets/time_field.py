"""A question answered by a time of day, typed as people write it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from msp_desktop.errors import BadInput
from ui.theme import px
from ui.widgets.field import Field


class TimeField(Field):
    """The value is a time such as 09:30, or empty; what cannot be read stays in the field with a sentence."""

    def __init__(self, question: str, *, hint: str = "") -> None:
        super().__init__(question, hint=hint or self.tr("For example 9:30"))
        self.edit = QLineEdit()
        self.edit.setMaximumWidth(px(120))
        self.put(self.edit)
        self.edit.textEdited.connect(lambda _: self._read())
        self.edit.editingFinished.connect(lambda: self.show_error(self._time()[1]))

    def value(self) -> str:
        """The time."""
        return self._time()[0]

    def load(self, value: str | None) -> None:
        """Show a time, unless it is there already."""
        if (value or "") != self.value():
            self.edit.setText(value or "")

    def _read(self) -> None:
        self.show_error("")
        self.changed.emit()

    def _time(self) -> tuple[str, str]:
        from msp_desktop.record import entry

        try:
            return (entry.time_of_day(self.edit.text()), "") if self.edit.text().strip() else ("", "")
        except BadInput as problem:
            return "", str(problem)
