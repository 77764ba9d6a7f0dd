"""An attachment: what is known of a photo or file.

Its bytes and key are elsewhere; neither belongs in a body.
"""

from __future__ import annotations

from dataclasses import dataclass

from msp_desktop.record.body import Body
from msp_desktop.record.ids import RecordId, SegmentId
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Instant, Label, Words


@dataclass(frozen=True, kw_only=True)
class Attachment(Body):
    """One file.

    `original_sha256` and `claimed_taken_at` are the original's, before it was decoded and written again.
    """

    person: RecordId
    file: Label
    media_type: Label
    size: int
    sha256: Label
    visit: RecordId | None = None
    segment: SegmentId | None = None
    caption: Words = ""
    consent: Words = ""
    original_sha256: Label = ""
    claimed_taken_at: Label = ""
    added_at: Instant | None = None


ATTACHMENT = Kind("attachment", Attachment)
