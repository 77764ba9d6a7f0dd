"""Parts of which one is shown at a time. It asks for the room of that one, not of the largest that is out of sight."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class OneAtATime(QStackedWidget):
    """A stack that needs no more room than what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """The least that the shown part needs."""
        shown: QWidget | None = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()
