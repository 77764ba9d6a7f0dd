"""The practitioner whose vault this is, and the events that must be answered for: access, print, export."""

from __future__ import annotations

from db.tables.state import state

practitioner = state("practitioner", columns={"name": "$.name"}, indexed=[])
event = state(
    "event",
    columns={
        "what": "$.what",
        "subject": "$.subject",
        "person": "$.person",
        "visit": "$.visit",
        "sheet": "$.sheet",
        "at": "$.at",
    },
    indexed=[("subject", "at", "n"), ("what", "at", "n"), ("person", "at", "n"), ("visit",), ("sheet", "person")],
)
