"""Questions answered by hand: a sketch with its caption, and a signature with its name and day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.day_field import DayField
from ui.widgets.field import Field
from ui.widgets.line_field import LineField
from ui.widgets.pad import Pad, Strokes
from ui.widgets.row import Row
from ui.widgets.text import announce


class _ByHand(Field):
    """A pad, ways to take a line back, and other questions beside it; what is cleared can be brought back."""

    def __init__(self, question: str, *, hint: str, pad: Pad, beside: Mapping[str, Field]) -> None:
        super().__init__(question, hint=hint)
        self.pad, self.parts, self._cleared = pad, dict(beside), Strokes()
        pad.setAccessibleName(self.tr("{question} A place to draw by hand.").format(question=question))
        pad.drawn.connect(self._changed)
        self.undo = button(self.tr("Take the last line back"), "link", press=self._undo)
        self.clear = button(self.tr("Clear the drawing"), "link", press=self._clear)
        self.bring_back = button(self.tr("Bring the drawing back"), "link", press=self._bring_back)
        for each in (self.undo, self.clear, self.bring_back):
            each.setAccessibleName(self.tr("{what}: {question}").format(what=each.text(), question=question))
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(8))
        stack.addWidget(pad)
        stack.addWidget(Row(self.undo, self.clear, self.bring_back))
        for part in self.parts.values():
            stack.addWidget(part)
            part.changed.connect(self.changed)
        self.put(inside)
        self._show_ways()

    def value(self) -> dict[str, Any] | None:
        """The strokes and what stands beside them, without what is empty; None where there is nothing."""
        beside = {name: part.value() for name, part in self.parts.items()}
        given = {"strokes": [list(each) for each in self.pad.strokes], **beside}
        return {name: each for name, each in given.items() if each} or None

    def load(self, value: Mapping[str, Any] | None) -> None:
        """Show a drawing."""
        given = value or {}
        if given == (self.value() or {}):
            return
        self.pad.show_strokes(given.get("strokes") or [])
        for name, part in self.parts.items():
            part.load(given.get(name))
        self._show_ways()

    def focus(self) -> None:
        """Go to what can be typed."""
        next(iter(self.parts.values())).focus()

    def _undo(self) -> None:
        self.pad.show_strokes(self.pad.strokes[:-1])
        self._changed()

    def _clear(self) -> None:
        self._cleared = self.pad.strokes
        self.pad.show_strokes([])
        self._changed()
        self.bring_back.setFocus()
        announce(self, self.tr("Cleared. It can be brought back."))

    def _bring_back(self) -> None:
        self.pad.show_strokes([*self._cleared, *self.pad.strokes])
        self._cleared = []
        self._changed()

    def _changed(self) -> None:
        self._show_ways()
        self.changed.emit()

    def _show_ways(self) -> None:
        for each in (self.undo, self.clear):
            each.setVisible(bool(self.pad.strokes))
        self.bring_back.setVisible(bool(self._cleared))


class SketchField(_ByHand):
    """The value is `{strokes, caption}`. The caption alone is an answer too, so nobody has to draw."""

    def __init__(self, question: str, *, hint: str = "") -> None:
        caption = LineField(
            self.tr("What it shows"), hint=self.tr("In words, for everybody who cannot see it. Words alone are enough.")
        )
        super().__init__(question, hint=hint, pad=Pad(height=2 / 3, widest=560), beside={"caption": caption})


class SignatureField(_ByHand):
    """The value is `{strokes, name, on}`. A name and a day are enough where somebody does not sign by hand."""

    def __init__(self, question: str, *, hint: str = "") -> None:
        beside = {"name": LineField(self.tr("Name"), width=420), "on": DayField(self.tr("Day"))}
        super().__init__(question, hint=hint, pad=Pad(height=1 / 4, widest=480), beside=beside)
