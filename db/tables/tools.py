"""Answers to tools, and each definition that answers were given to."""

from __future__ import annotations

from db.tables.state import state

answers = state(
    "answers",
    columns={"person": "$.person", "visit": "$.visit", "tool": "$.tool"},
    indexed=[("person", "tool", "n"), ("visit",)],
)
definition = state(
    "definition",
    columns={"key": "$.key", "version": "$.version"},
    indexed=[("key", "version")],
    numbers=frozenset({"version"}),
)
