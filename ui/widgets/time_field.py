"""A question answered by a time of day, typed as people write it."""

from __future__ import annotations

from msp_desktop.errors import BadInput
from ui.theme import px
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit


class TimeField(Field):
    """The value is a time such as 09:30, or empty.

    What cannot be read stays in the field with a sentence; the value is then the last one that could be.
    """

    def __init__(self, question: str, *, hint: str = "") -> None:
        super().__init__(question, hint=hint or self.tr("For example 9:30"))
        self.edit, self._last = LineEdit(), ""
        self.edit.setMaximumWidth(px(120))
        self.put(self.edit)
        self.edit.written.connect(self._typed)
        self.edit.editingFinished.connect(lambda: self.show_error(self._read()))

    def value(self) -> str:
        """The time."""
        self._read()
        return self._last

    def load(self, value: str | None) -> None:
        """Show a time, unless it is there already."""
        if (value or "") != self.value():
            self._last = value or ""
            self.edit.show_words(self._last)

    def _typed(self) -> None:
        self.show_error("")
        self.changed.emit()

    def _read(self) -> str:
        from msp_desktop.record import entry

        text = self.edit.text().strip()
        try:
            self._last = entry.time_of_day(text) if text else ""
        except BadInput as problem:
            return str(problem)
        return ""
