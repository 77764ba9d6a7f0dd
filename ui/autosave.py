"""When to keep what is being typed: 0.4 s after the last key, never more than 1 s after the first unsaved one.

Knows no record and writes nothing itself; `keep` does, in the storage thread.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

QUIET_MS, LONGEST_MS, AGAIN_MS = 400, 1000, 3000


class Autosave(QObject):
    """`touch` says that something was typed; `keep` is called when it is time."""

    def __init__(self, keep: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self._quiet, self._longest = QTimer(self, singleShot=True), QTimer(self, singleShot=True)
        for timer in (self._quiet, self._longest):
            timer.timeout.connect(self.now)

    def touch(self) -> None:
        """Something was typed that is not kept yet."""
        self._quiet.start(QUIET_MS)
        if not self._longest.isActive():
            self._longest.start(LONGEST_MS)

    def again(self) -> None:
        """Keeping failed: try once more in a while."""
        self._longest.start(AGAIN_MS)

    def now(self) -> None:
        """Keep what is not kept yet, at once."""
        if self.stop():
            self._keep()

    def stop(self) -> bool:
        """Forget about keeping, because a save does it; tells whether something was waiting."""
        was_waiting = self._quiet.isActive() or self._longest.isActive()
        self._quiet.stop()
        self._longest.stop()
        return was_waiting
