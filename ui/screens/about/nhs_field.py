"""A question answered by an NHS number: what is wrong with it is said at the field, and stays there to be mended."""

from __future__ import annotations

from msp_desktop.errors import BadInput
from msp_desktop.record import entry
from msp_desktop.record.marks import NAME_LENGTH
from ui.widgets.line_field import LineField


class NhsField(LineField):
    """The value is ten digits that fit, or what was typed instead, which no save takes."""

    def __init__(self, question: str) -> None:
        super().__init__(question, hint=self.tr("Ten digits, such as 999 000 0050"), width=220, longest=NAME_LENGTH)
        self.edit.editingFinished.connect(self._check)

    def value(self) -> str:
        """The number, or what was typed."""
        return self._number()[0]

    @property
    def problem(self) -> str:
        """Why this is no NHS number."""
        return self._number()[1]

    def load(self, value: str | None) -> None:
        """Show a number in groups, unless it is there already."""
        if (value or "") != self.value():
            super().load(entry.shown_nhs_number(value or ""))
            self._check()

    def _check(self) -> None:
        self.show_error(self.problem)

    def _number(self) -> tuple[str, str]:
        typed = self.edit.text().strip()
        try:
            return entry.nhs_number(typed), ""
        except BadInput as problem:
            return typed, str(problem)
