"""Enquiries about a person, and visits with their segments, statements and private contact in the body."""

from __future__ import annotations

from db.tables.state import state

enquiry = state("enquiry", columns={"person": "$.person", "state": "$.state"}, indexed=[("person",), ("state",)])
visit = state(
    "visit",
    columns={
        "person": "$.person",
        "enquiry": "$.enquiry",
        "state": "$.state",
        "day": "$.day",
        "planned_at": "$.planned_at",
        "ended_at": "$.ended_at",
        "private_contact": "$.private_contact.result",
        "next_by": "$.private_contact.next.by",
    },
    indexed=[
        ("person", "day", "n", "state", "deleted"),
        ("state", "day", "n"),
        ("next_by", "n", "person", "day", "deleted"),
        ("enquiry",),
    ],
    sparse=frozenset({"enquiry", "next_by"}),
    before={"ended_at": ("state", "day", "n")},
)
