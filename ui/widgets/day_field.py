"""A question answered by a day, typed as people write it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from msp_desktop.errors import BadInput
from ui.theme import px
from ui.widgets.field import Field


class DayField(Field):
    """The value is an ISO day, or None; what cannot be read as a day stays in the field with a sentence."""

    def __init__(self, question: str, *, hint: str = "") -> None:
        super().__init__(question, hint=hint or self.tr("For example 24 Oct 2026"))
        self.edit = QLineEdit()
        self.edit.setMaximumWidth(px(220))
        self.put(self.edit)
        self.edit.textEdited.connect(lambda _: self._read())
        self.edit.editingFinished.connect(self._check)

    def value(self) -> str | None:
        """The day."""
        return self._day()[0]

    def load(self, value: str | None) -> None:
        """Show a day, unless it is there already or somebody is typing another."""
        from msp_desktop.record.times import shown_day

        if value != self.value():
            self.edit.setText(shown_day(value) if value else "")

    def _read(self) -> None:
        self.show_error("")
        self.changed.emit()

    def _check(self) -> None:
        self.show_error(self._day()[1])

    def _day(self) -> tuple[str | None, str]:
        from msp_desktop.record import entry

        try:
            return (entry.day(self.edit.text()), "") if self.edit.text().strip() else (None, "")
        except BadInput as problem:
            return None, str(problem)
