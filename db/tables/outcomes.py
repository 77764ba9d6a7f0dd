"""What the person wants, who does what by when, and the safeguarding plan made of both."""

from __future__ import annotations

from db.tables.state import state

outcome = state(
    "outcome",
    columns={"person": "$.person", "visit": "$.visit", "enquiry": "$.enquiry"},
    indexed=[("person",), ("visit",), ("enquiry",)],
)
action = state(
    "action",
    columns={"person": "$.person", "visit": "$.visit", "due": "$.due", "state": "$.state"},
    indexed=[("person",), ("visit",), ("state", "due", "n")],
)
plan = state("plan", columns={"person": "$.person", "enquiry": "$.enquiry"}, indexed=[("person",), ("enquiry",)])
