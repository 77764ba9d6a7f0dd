"""A question answered by a time as well as it is known: a day, about then, between two days, or not known."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.tools.when import PRECISIONS
from ui.theme import px
from ui.widgets.choice_field import ChoiceField
from ui.widgets.day_field import DayField
from ui.widgets.field import Field
from ui.widgets.line_field import LineField
from ui.widgets.time_field import TimeField

_ASKED: Mapping[str, tuple[str, ...]] = {
    "exact": ("on", "at", "words"),
    "about": ("on", "words"),
    "range": ("on", "until", "words"),
    "unknown": ("words",),
}
"""What each way of knowing a time asks for."""


class WhenField(Field):
    """The value is `{precision, on, until, at, words}` without empty parts, or None; nothing is chosen beforehand."""

    def __init__(self, question: str, *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self.how = ChoiceField(self.tr("How well is it known?"), PRECISIONS)
        self.parts: dict[str, Field] = {
            "on": DayField(self.tr("The day, or the first day")),
            "until": DayField(self.tr("The last day")),
            "at": TimeField(self.tr("The time, if it is known")),
            "words": LineField(self.tr("How it was said"), hint=self.tr("Such as: after Christmas.")),
        }
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(px(16), 0, 0, 0)
        stack.setSpacing(px(12))
        for each in (self.how, *self.parts.values()):
            stack.addWidget(each)
            each.changed.connect(self._changed)
        self.put(inside)
        self._show_asked()

    def value(self) -> dict[str, str] | None:
        """What is known of the time; a part that is not asked now is not part of it."""
        asked = _ASKED.get(self.how.value() or "", ())
        given = {name: self.parts[name].value() for name in asked}
        said = {name: text for name, text in given.items() if text}
        is_known = self.how.value() == "unknown" or said
        return {"precision": self.how.value() or "", **said} if is_known else None

    def load(self, value: Mapping[str, str] | None) -> None:
        """Show a time."""
        given = value or {}
        if given == (self.value() or {}):
            return
        self.how.load(given.get("precision"))
        for name, part in self.parts.items():
            part.load(given.get(name))
        self._show_asked()

    def focus(self) -> None:
        """Go to the first question."""
        self.how.focus()

    def _changed(self) -> None:
        self._show_asked()
        self.changed.emit()

    def _show_asked(self) -> None:
        asked = _ASKED.get(self.how.value() or "", ())
        for name, part in self.parts.items():
            part.setHidden(name not in asked)
