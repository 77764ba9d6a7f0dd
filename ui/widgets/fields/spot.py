"""A place on a drawing, as a question of its own: it is answered on the drawing, and here it is only told."""

from __future__ import annotations

from collections.abc import Mapping

from ui.widgets.field import Field
from ui.widgets.text import label


class SpotField(Field):
    """The value is `{x, y}` in thousandths, or None; whoever draws puts it in."""

    def __init__(self, question: str, *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self._value: dict[str, int] | None = None
        self.told = label("", "hint")
        self.put(self.told)
        self.load(None)

    def value(self) -> dict[str, int] | None:
        """The place."""
        return self._value

    def load(self, value: Mapping[str, int] | None) -> None:
        """Take a place."""
        self._value = dict(value) if value else None
        self.told.setText(self.tr("It has its place on the drawing.") if value else self.tr("It has no place yet."))
