"""A question answered by a day, typed as people write it."""

from __future__ import annotations

from datetime import date

from msp_desktop.errors import BadInput
from ui.theme import px
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit

LONGEST = 60
"""Letters that a day, or what was meant to be one, can have."""


class DayField(Field):
    """The value is an ISO day, or None; what cannot be read as a day stays in the field with a sentence.

    With `keeps_typed` the value is then what was typed, so that a draft has it; no save takes it. With `is_past` no day
    to come is read.
    """

    def __init__(self, question: str, *, hint: str = "", keeps_typed: bool = False, is_past: bool = False) -> None:
        super().__init__(question, hint=hint or self.tr("For example 24 Oct 2026"))
        self.edit, self._keeps_typed, self._is_past = LineEdit(), keeps_typed, is_past
        self.edit.setMaxLength(LONGEST)
        self.edit.setMaximumWidth(px(220))
        self.put(self.edit)
        self.edit.written.connect(self._read)
        self.edit.editingFinished.connect(self._check)

    def value(self) -> str | None:
        """The day."""
        found, problem = self._day()
        return self.edit.text().strip() if problem and self._keeps_typed else found

    @property
    def problem(self) -> str:
        """Why this is no day."""
        return self._day()[1]

    def load(self, value: str | None) -> None:
        """Show a day, unless it is there already or somebody is typing another."""
        from msp_desktop.record.times import shown_day

        if value != self.value():
            self.edit.show_words(shown_day(value) if value and is_day(value) else value or "")
            self._check()

    def _read(self) -> None:
        self.show_error("")
        self.changed.emit()

    def _check(self) -> None:
        self.show_error(self.problem)

    def _day(self) -> tuple[str | None, str]:
        from msp_desktop.record import entry

        try:
            limit = date.today() if self._is_past else None
            return (entry.day(self.edit.text(), not_after=limit), "") if self.edit.text().strip() else (None, "")
        except BadInput as problem:
            return None, str(problem)


def is_day(value: str) -> bool:
    """Whether this is an ISO day, and not something that was typed where one should be."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
