"""Who may see the screen now, as far as somebody said so. No widgets; reads the clock that it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from msp_desktop.practice import said_alone
from msp_desktop.record import company
from msp_desktop.record.ids import SegmentId
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.record.visit import Visit


@dataclass(slots=True)
class Room:
    """Unknown until somebody says who is here, and again after ten minutes (practice.said_alone).

    While a visit runs its own segment tells who is in the room; before and after, only who reads along is asked,
    and that is not recorded.
    """

    clock: Callable[[], datetime]
    _said_at: datetime | None = None
    _reader: Segment = field(default_factory=lambda: Segment(id=SegmentId(""), start="", company="unknown"))

    def said(self, *, company: str = "") -> None:
        """Somebody said just now who is here; `company` only where no visit runs."""
        self._said_at = self.clock()
        if company:
            self._reader = Segment(id=SegmentId(""), start="", company=company, present=(Presence(),))

    def forget(self) -> None:
        """Nobody knows any more who is here."""
        self._said_at = None

    def carry_over(self, visit: Visit) -> None:
        """The visit ends: whoever was in the room may still see the screen."""
        last = visit.segments[-1].company if visit.segments else "unknown"
        self._reader = Segment(id=SegmentId(""), start="", company=last)

    def now(self, visit: Visit) -> Segment | None:
        """Who is here, None when nobody has said so lately."""
        here = company.running(visit) or self._reader
        return said_alone.company_now(here, said_at=self._said_at, now=self.clock())

    def is_private(self, visit: Visit) -> bool:
        """Whether only the worker, or only the person and the worker, see the screen."""
        here = self.now(visit)
        return here is not None and here.company == "only_us"
