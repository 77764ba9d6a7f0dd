"""A question with one answer out of more than seven, as a list that opens. Nothing is chosen until somebody chooses."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from ui.widgets.field import Field


class _Pick(QComboBox):
    """A list that turns only under the cursor: the wheel scrolls the page, it never changes an answer.

    A screen reader selects in the open list without going there, which Qt takes for no choice; here it is one.
    """

    def __init__(self, question: str) -> None:
        super().__init__()
        self.view().setAccessibleName(question)
        self._later = QTimer(self, singleShot=True, interval=0)  # when a hand goes through it, both move together
        self._later.timeout.connect(self._take_selected)
        self.view().selectionModel().selectionChanged.connect(lambda *_: self._later.start())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _take_selected(self) -> None:
        selected = self.view().selectedIndexes()
        if self.view().isVisible() and selected and selected[0] != self.view().currentIndex():
            self.setCurrentIndex(selected[0].row())
            self.hidePopup()


class PickField(Field):
    """The value is a code, or None."""

    def __init__(self, question: str, choices: Mapping[str, str], *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self.pick = _Pick(question)
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
