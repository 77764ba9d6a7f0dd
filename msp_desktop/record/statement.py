"""A statement: one line of a note, with its kind, whose words they are, and the segment they were heard in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.ids import SegmentId, StatementId
from msp_desktop.record.marks import Instant, Label, Name, Words


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One line. Words stay in the language spoken; `translation` stands beside them, with who translated.

    `about_at` is when it happened, `written_at` when it was first written. Two statements with the same
    `question` are one question asked in two rooms. A restricted line would give safe contact away and stays out
    of notes.
    """

    id: StatementId
    kind: Annotated[str, codes.visit.STATEMENT_KIND]
    words: Words
    written_at: Instant
    segment: SegmentId | None = None
    speaker: Name = ""
    speaker_who: Label = ""
    about_at: Instant | None = None
    about_precision: Annotated[str, codes.visit.PRECISION] | None = None
    question: Words = ""
    language: Label = ""
    translation: Words = ""
    translated_by: Name = ""
    is_restricted: bool = False
    principles: tuple[Annotated[str, codes.outcome.PRINCIPLE], ...] = ()
