"""What every recorded body may carry: that it was deleted, why it was changed after signing, where it came
from.
"""

from __future__ import annotations

from dataclasses import dataclass

from msp_desktop.record.ids import RecordId, RevisionId
from msp_desktop.record.marks import Instant, Label, Words


@dataclass(frozen=True, kw_only=True)
class Deletion:
    """A record that no list shows any more; its history stays."""

    at: Instant
    by: Label
    reason: Words


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """Why a signed record was changed: the revision that stood before, and the reason.

    Both versions are shown.
    """

    of: RevisionId
    at: Instant
    by: Label
    reason: Words


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a record came from: one row of one field of filled answers."""

    answers: RecordId
    field: Label
    row: int | None = None


@dataclass(frozen=True, kw_only=True)
class Body:
    """The part that all bodies have in common."""

    deleted: Deletion | None = None
