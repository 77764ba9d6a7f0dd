"""A draft on top of a record that was saved by somebody else meanwhile: what each of the two changed. Pure."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar

from msp_desktop.record.body import Body

B = TypeVar("B", bound=Body)


def merged(draft: B, base: B, now: B) -> B:
    """The record as it stands now with what the draft changed since its base; where both changed it, the draft's.

    The other version stays in the history.
    """
    mine = {each.name: getattr(draft, each.name) for each in fields(draft)}
    changed = {name: value for name, value in mine.items() if value != getattr(base, name)}
    return replace(now, **changed)
