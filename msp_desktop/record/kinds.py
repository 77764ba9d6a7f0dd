"""Every kind of record, by name. What a kind is stands in `kind`; what it holds, in its own module."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from db.store import Prose
from msp_desktop.errors import BadInput
from msp_desktop.record.action import ACTION
from msp_desktop.record.attachment import ATTACHMENT
from msp_desktop.record.connection import CONNECTION
from msp_desktop.record.definition import DEFINITION
from msp_desktop.record.enquiry import ENQUIRY
from msp_desktop.record.event import EVENT
from msp_desktop.record.filled import ANSWERS
from msp_desktop.record.kind import Kind
from msp_desktop.record.outcome import OUTCOME
from msp_desktop.record.person import PERSON
from msp_desktop.record.plan import PLAN
from msp_desktop.record.practitioner import PRACTITIONER
from msp_desktop.record.safe_contact import SAFE_CONTACT
from msp_desktop.record.visit import VISIT
from msp_desktop.translation import tr

KINDS: Mapping[str, Kind[Any]] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            PRACTITIONER, PERSON, SAFE_CONTACT, CONNECTION, ENQUIRY, VISIT, OUTCOME, ACTION, PLAN, ANSWERS,
            ATTACHMENT, DEFINITION, EVENT,
        )
    }
)  # fmt: skip


def kind_named(name: str) -> Kind[Any]:
    """The kind of a name; raises BadInput for one this version does not know."""
    if name not in KINDS:
        raise BadInput(tr("This version does not know records of this kind. Nothing was changed."))
    return KINDS[name]


def searched_text(name: str, data: Mapping[str, Any]) -> Prose:
    """What the search index may hold of a body, derived from its marks: the `prose` that a Store wants."""
    return kind_named(name).prose(data)


def json_schema(name: str) -> dict[str, Any]:
    """JSON Schema of a kind's stored body."""
    return kind_named(name).json_schema
