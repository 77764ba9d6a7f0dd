"""An outcome: what the person wants, in their words, from the start to the end (practice.md T12, 3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msp_desktop.practice import codes
from msp_desktop.record.body import Body, Source
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Day, Instant, Name, Score, Words

YesNo = Annotated[str, codes.visit.YES_NO]


@dataclass(frozen=True, kw_only=True)
class StatusChange:
    """One step in an outcome's life: what it became, when, in whose words, and where it stood from 0 to 10."""

    status: Annotated[str, codes.outcome.OUTCOME_STATUS]
    at: Instant
    words: Words = ""
    score: Score | None = None
    judged_by: Annotated[str, codes.outcome.SPEAKER] | None = None
    visit: RecordId | None = None


@dataclass(frozen=True, kw_only=True)
class Outcome(Body):
    """One outcome.

    `speaker` and `whose_idea` decide whether it counts as asked; a worker's own words never do alone.
    """

    person: RecordId
    words: Words
    whose_idea: Annotated[str, codes.outcome.WHOSE_IDEA] | None = None
    visit: RecordId | None = None
    enquiry: RecordId | None = None
    segment: SegmentId | None = None
    speaker: Annotated[str, codes.outcome.SPEAKER] | None = None
    speaker_name: Name = ""
    agreed_by_person: YesNo | None = None
    areas: tuple[Annotated[str, codes.outcome.OUTCOME_AREA], ...] = ()
    looks_like: Words = ""
    score_at_start: Score | None = None
    realistic: Annotated[str, codes.outcome.REALISTIC] | None = None
    realistic_words: Words = ""
    must_not_happen: bool = False
    review_on: Day | None = None
    history: tuple[StatusChange, ...] = ()
    source: Source | None = None

    @property
    def status(self) -> str:
        """What the outcome is now: its latest step, or new."""
        return self.history[-1].status if self.history else "new"


OUTCOME = Kind("outcome", Outcome)
