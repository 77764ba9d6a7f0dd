"""Locks a window that nobody uses: a warning before, a lock in time, and a lock when the laptop has slept meanwhile.

In a visit it hides the window instead, without a sign, and locks much later. Wall time and not one long timer, which
would stand still with the laptop. It watches the windows' raw input alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from msp_desktop.settings import Settings

ALONE, IN_A_VISIT = 5 * 60, 30 * 60
"""Seconds without a key or a touch until the lock, unless `limits` says less; longer in a visit, where people talk."""

HIDDEN_AFTER, PIN_FOR = 2 * 60, 10 * 60
"""Seconds: without a key in a visit until the window is hidden, and how long a PIN brings back what a hand has hidden
(interface.md)."""

WARNED_BEFORE, LEAP = 30, 30
"""Seconds: how early the lock is announced (WCAG 2.2.1), and what step of the clock counts as having slept."""

_INPUT = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress,
})  # fmt: skip


class IdleLock(QObject):
    """`due` asks for the lock, `hide_due` for hiding. `soon` tells once that the lock is near, `put_off` that somebody
    came back in time; neither is told in a visit or while the window is hidden.
    """

    due = Signal()
    hide_due = Signal()
    soon = Signal()
    put_off = Signal()

    def __init__(self, parent: QObject, *, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self.limits, self.hidden_after = (ALONE, IN_A_VISIT), HIDDEN_AFTER
        self._clock, self._runs, self._is_soon = clock, False, False
        self._is_hidden, self._hidden_until = False, float("inf")
        self._used_at = self._ticked_at = clock()
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]  # there is one

    def start(self) -> None:
        """The records are open."""
        self._used_at = self._ticked_at = self._clock()
        self._runs = self._is_soon = False
        self.shown()
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)
        self._timer.start()

    def stop(self) -> None:
        """The records are locked."""
        self._timer.stop()

    def follow(self, settings: Settings) -> None:
        """Take the times that count now."""
        self.limits = settings.idle_minutes * 60, settings.visit_lock_minutes * 60
        self.hidden_after = settings.quick_hide_minutes * 60

    def visit_runs(self, runs: bool) -> None:
        """People talk in a visit, and nobody types."""
        self._runs = runs

    def hidden(self, *, by_hand: bool) -> None:
        """The window is hidden: what somebody does there is no use of it, and it locks as if nobody were there."""
        self._is_hidden, self._is_soon = True, False
        self._hidden_until = self._clock() + PIN_FOR if by_hand else float("inf")

    def shown(self) -> None:
        """The window is back, and somebody is there."""
        self._is_hidden, self._hidden_until, self._used_at = False, float("inf"), self._clock()

    def tick(self) -> None:
        """Look at the clock."""
        now, before = self._clock(), self._ticked_at
        self._ticked_at = now
        left = self.limits[self._runs] - (now - self._used_at)
        if not -LEAP < now - before < LEAP or left <= 0 or now >= self._hidden_until:
            self.due.emit()
        elif not self._is_hidden:
            self._tell(left, unused=now - self._used_at)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See that somebody is there; nothing is kept from anybody."""
        if event.type() in _INPUT and not self._is_hidden:
            self._used_at = self._clock()
            if self._is_soon:
                self._is_soon = False
                self.put_off.emit()
        return False

    def _tell(self, left: float, *, unused: float) -> None:
        if self._runs and unused >= self.hidden_after:
            self.hide_due.emit()
        elif not self._runs and left <= WARNED_BEFORE and not self._is_soon:
            self._is_soon = True
            self.soon.emit()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
