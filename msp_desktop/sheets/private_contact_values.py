"""A visit's private contact as answers to the tool that asks for it, so that its sheet can be printed filled. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.shape import plain
from msp_desktop.tools.definition import Definition


def values_of(contact: PrivateContact | None, definition: Definition) -> dict[str, Any]:
    """What was recorded, by the tool's fields: `next_by` there is the `by` of `next` in the record."""
    found: dict[str, Any] = {}
    for key, value in (plain(contact) if contact else {}).items():
        inside = {f"{key}_{part}": each for part, each in value.items()} if isinstance(value, Mapping) else {key: value}
        found.update(inside)
    known = {field.key for field in definition.asked_fields}
    return {key: value for key, value in found.items() if key in known}
