"""One line of the register of printed sheets, so that paper can be counted back. Shape only; the vault keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.record.ids import RecordId
from msp_desktop.sheets.content import Format
from msp_desktop.sheets.guard import Going


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSheet:
    """What was printed, when, in which class, and where it went.

    `copy` counts the prints of one sheet for one person from 1; `ticked` are the fields heard in private that the
    worker chose to print. `answers`, `person` and `visit` are empty for a blank sheet.
    """

    sheet: str
    format: Format
    leave: Leave
    going: Going
    at: datetime
    copy: int = 1
    answers: RecordId | None = None
    person: RecordId | None = None
    visit: RecordId | None = None
    ticked: frozenset[str] = frozenset()
    has_neutral_title: bool = False
