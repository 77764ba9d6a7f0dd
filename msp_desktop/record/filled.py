"""Answers: one filled tool, as filled that day, in the version of the definition that asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from msp_desktop.practice import codes
from msp_desktop.record.body import Amendment, Body
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Given, Instant, Label


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The value given to one field, with the segment it was given in: who could hear."""

    field: Label
    value: Given
    segment: SegmentId | None = None


@dataclass(frozen=True, kw_only=True)
class Held:
    """A masked value that is still being written: it lives in a draft alone, and no search sees it."""

    field: Label
    value: Any


@dataclass(frozen=True, kw_only=True)
class Made:
    """A record that finishing these answers created, so that it is created once."""

    kind: Label
    id: RecordId
    field: Label
    row: int | None = None


@dataclass(frozen=True, kw_only=True)
class Answers(Body):
    """One filled tool. `masked` names fields whose values are with the safe contact; `held` is empty but in drafts."""

    person: RecordId
    tool: Label
    version: int
    state: Annotated[str, codes.outcome.ANSWERS_STATE]
    visit: RecordId | None = None
    enquiry: RecordId | None = None
    values: tuple[Answer, ...] = ()
    masked: tuple[Label, ...] = ()
    held: tuple[Held, ...] = ()
    made: tuple[Made, ...] = ()
    started_at: Instant | None = None
    finished_at: Instant | None = None
    amends: Amendment | None = None

    def value(self, field: str) -> object:
        """What was given to a field, None where nothing was."""
        return next((answer.value for answer in self.values if answer.field == field), None)


ANSWERS = Kind("answers", Answers)
