"""Who may see the screen while a tool is open, and in which segment answers are given. Shows nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from msp_desktop.practice.said_alone import STALE_AFTER, company_now
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.segment import Segment
from ui.shell import Here, Shell


class Seeing(QObject):
    """The open visit knows who is here; without one, only who reads along is asked, and that is not recorded."""

    changed = Signal()

    def __init__(self, shell: Shell, *, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._shell, self._clock = shell, clock
        self._said_at: datetime | None = None
        self._stale = QTimer(self, singleShot=True, interval=int(STALE_AFTER.total_seconds() * 1000) + 1000)
        self._stale.timeout.connect(self.changed)
        shell.here_changed.connect(self._here_changed)
        shell.came_back.connect(self._came_back)

    @property
    def here(self) -> Here | None:
        """What the open visit says, None where none is open."""
        return self._shell.here

    @property
    def is_in_visit(self) -> bool:
        """Whether a visit is going on, so that a button speaks of the room and not of the screen."""
        return self.here is not None and self.here.running is not None

    def now(self) -> Segment | None:
        """Who may see the screen, None when nobody has said so lately."""
        if self.here is not None:
            return self.here.seen_by
        alone = Segment(id=SegmentId(""), start="", company="only_us")
        return company_now(alone, said_at=self._said_at, now=self._clock())

    def segment(self, visit: RecordId | None) -> SegmentId | None:
        """The segment that answers for a visit are given in now."""
        here = self.here
        return here.running if here is not None and here.visit == visit else None

    def _here_changed(self, _here: Here) -> None:
        self.changed.emit()

    def _came_back(self) -> None:
        self._said_at = None
        self.changed.emit()

    def only_us(self) -> None:
        """Somebody says that nobody else is here, or can see the screen."""
        if self.here is not None:
            self._shell.only_us_said.emit()
            return
        self._said_at = self._clock()
        self._stale.start()
        self.changed.emit()
