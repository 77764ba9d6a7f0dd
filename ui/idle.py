"""Locks a window that nobody uses: a warning before, a lock in time, and a lock when the laptop has slept meanwhile.

Wall time and not one long timer, which would stand still with the laptop. It watches the windows' raw input alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

ALONE, IN_A_VISIT = 5 * 60, 30 * 60
"""Seconds without a key or a touch until the lock, unless `limits` says less; longer in a visit, where people talk."""

WARNED_BEFORE, LEAP = 30, 30
"""Seconds: how early the lock is announced (WCAG 2.2.1), and what step of the clock counts as having slept."""

_INPUT = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress,
})  # fmt: skip


class IdleLock(QObject):
    """`due` asks for the lock. `soon` tells once that it is near, `put_off` that somebody came back in time."""

    due = Signal()
    soon = Signal()
    put_off = Signal()

    def __init__(self, parent: QObject, *, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self.limits = ALONE, IN_A_VISIT
        self._clock, self._runs, self._is_soon = clock, False, False
        self._used_at = self._ticked_at = clock()
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]  # there is one

    def start(self) -> None:
        """The records are open."""
        self._used_at = self._ticked_at = self._clock()
        self._runs, self._is_soon = False, False
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)
        self._timer.start()

    def stop(self) -> None:
        """The records are locked."""
        self._timer.stop()

    def visit_runs(self, runs: bool) -> None:
        """People talk in a visit, and nobody types."""
        self._runs = runs

    def tick(self) -> None:
        """Look at the clock."""
        now, before = self._clock(), self._ticked_at
        self._ticked_at = now
        left = self.limits[self._runs] - (now - self._used_at)
        if not -LEAP < now - before < LEAP or left <= 0:
            self.due.emit()
        elif left <= WARNED_BEFORE and not self._is_soon:
            self._is_soon = True
            self.soon.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See that somebody is there; nothing is kept from anybody."""
        if event.type() in _INPUT:
            self._used_at = self._clock()
            if self._is_soon:
                self._is_soon = False
                self.put_off.emit()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
