"""The adult at the centre, how to reach them without harm, and the people around them."""

from __future__ import annotations

from db.tables.state import state

person = state(
    "person",
    columns={
        "call_me": "$.call_me",
        "names": "$.names",
        "local_id": "$.local_id",
        "nhs_number": "$.nhs_number",
        "restricted": "$.is_restricted",
    },
    # A restricted record stands behind the others: its place in the list would tell what the person is called.
    indexed=[("restricted", "call_me", "n"), ("local_id",), ("nhs_number",)],
    numbers=frozenset({"restricted"}),
    names=frozenset({"call_me"}),
)
safe_contact = state("safe_contact", columns={"person": "$.person"}, indexed=[("person",)])
connection = state("connection", columns={"person": "$.person"}, indexed=[("person",)])
