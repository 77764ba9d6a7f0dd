"""A button that shows something only while it is held down, by mouse, finger or the space bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton


class HoldButton(QPushButton):
    """`held` tells that it is down, `let_go` that it is not any more, also when the focus went elsewhere."""

    held = Signal()
    let_go = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAutoDefault(False)
        self.pressed.connect(self.held)
        self.released.connect(self.let_go)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Losing the focus lets go."""
        super().focusOutEvent(event)
        self.let_go.emit()
