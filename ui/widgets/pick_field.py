"""A question with one answer out of more than seven, as a list that opens. Nothing is chosen until somebody chooses."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from ui.widgets.field import Field


class _Pick(QComboBox):
    """A list that turns only under the cursor: the wheel scrolls the page, it never changes an answer."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class PickField(Field):
    """The value is a code, or None."""

    def __init__(self, question: str, choices: Mapping[str, str], *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self.pick = _Pick()
        self.pick.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pick.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.pick.addItem(self.tr("Not chosen"), None)
        for code, words in choices.items():
            self.pick.addItem(words, code)
        self.put(self.pick)
        self.pick.currentIndexChanged.connect(lambda _: self.changed.emit())

    def value(self) -> str | None:
        """The chosen code."""
        code = self.pick.currentData()
        return None if code is None else str(code)

    def load(self, value: str | None) -> None:
        """Show a choice, or none."""
        with QSignalBlocker(self.pick):
            self.pick.setCurrentIndex(max(0, self.pick.findData(value)) if value else 0)
