"""Names of things: so that a record, one of its versions and a line inside it are never taken for one
another.
"""

from __future__ import annotations

from typing import NewType

RecordId = NewType("RecordId", str)
RevisionId = NewType("RevisionId", str)
SegmentId = NewType("SegmentId", str)
StatementId = NewType("StatementId", str)
