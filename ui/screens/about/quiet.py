"""Tells that nobody has typed for a minute, so that what is uncovered is covered again. Covers nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

LONGEST_MS = 60_000


class Quiet(QObject):
    """`due` tells it once after each start. It watches one window's raw input, never the whole program."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self.fuse = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self.fuse.timeout.connect(self._burnt_down)

    def start(self, window: QWindow | None) -> None:
        """Something is uncovered in this window."""
        self.stop()
        self._window = window
        if window is not None:
            window.installEventFilter(self)
        self.fuse.start()

    def touch(self) -> None:
        """Somebody answered, by key or not."""
        if self.fuse.isActive():
            self.fuse.start()

    def stop(self) -> None:
        """It is covered again."""
        self.fuse.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See that a key went down; nothing is kept from anybody."""
        if event.type() == QEvent.Type.KeyPress:
            self.touch()
        return False

    def _burnt_down(self) -> None:
        self.stop()
        self.due.emit()
