"""A place on a drawing, as a question of its own: it is answered on the drawing, and here it is only told."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.text import label


class SpotField(Field):
    """The value is `{x, y}` in thousandths, or None; whoever draws puts it in.

    `place_wanted` asks for its mark on the drawing, to be moved there.
    """

    place_wanted = Signal()

    def __init__(self, question: str, *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self._value: dict[str, int] | None = None
        self.told, self._where = label("", "hint"), ""
        self.to_drawing = button("", "link", press=self.place_wanted.emit)
        self.put(self.told)
        self._stack.addWidget(self.to_drawing, alignment=Qt.AlignmentFlag.AlignLeft)
        self.load(None)

    def value(self) -> dict[str, int] | None:
        """The place."""
        return self._value

    def load(self, value: Mapping[str, int] | None) -> None:
        """Take a place."""
        self._value = dict(value) if value else None
        self._say()

    def say_where(self, words: str) -> None:
        """The place in words, as the drawing knows it."""
        self._where = words
        self._say()

    def _say(self) -> None:
        there = self._where or self.tr("It has its place on the drawing.")
        self.told.setText(there if self._value else self.tr("It has no place yet."))
        self.to_drawing.setText(self.tr("Move it on the drawing") if self._value else self.tr("Put it on the drawing"))
