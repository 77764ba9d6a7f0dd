"""One sheet made ready off the window's thread: what the guard says, and the pages as those here may see them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.record.segment import Segment
from msp_desktop.sheets import content, rendering
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.outline import outline
from msp_desktop.sheets.preparing import Prepared
from msp_desktop.sheets.printing import Order, Printer


@dataclass(frozen=True, slots=True)
class Made:
    """`shown` is the sheet for the screen, None where nothing of it may be shown; `pages` are None where they stand
    on the screen already.
    """

    ready: Prepared
    going: Going
    shown: content.Sheet | None
    lines: tuple[str, ...] = ()
    pages: tuple[QImage, ...] | None = None

    @property
    def is_covered(self) -> bool:
        """Whether the screen shows less than the paper."""
        return self.shown != self.ready.content

    @property
    def is_for_few(self) -> bool:
        """Whether the guard asks or tells what only the worker, and who told it, should read."""
        decision = self.ready.decision
        is_refused = bool(decision.refusal) and decision.leave is not Leave.C
        is_told = bool(decision.warnings) and self.going is not Going.FILE  # that a file leaves, everybody may read
        return bool(decision.asked or self.ready.private or is_refused or is_told)


def made(printer: Printer, order: Order, *, now: Segment | None, ppi: float, before: content.Sheet | None) -> Made:
    """Prepare a sheet and set its pages anew where they differ from those `before`. Raises Failure."""
    ready, shown, going = printer.prepare(order), printer.shown(order, now), order.choices.going
    if shown is None:
        return Made(ready, going, None, pages=())
    if shown == before:
        return Made(ready, going, shown, outline(shown))
    return Made(ready, going, shown, outline(shown), images(rendering.pages(shown, ppi=ppi)))


def images(pages: tuple[bytes, ...]) -> tuple[QImage, ...]:
    """Pictures of pages, read where it does not hold up the window."""
    return tuple(QImage.fromData(page) for page in pages)
