"""The records that finishing a tool creates from what was filled in. Pure: which bodies, not how they are saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from msp_desktop.errors import BadInput
from msp_desktop.practice.codes import CodeSet
from msp_desktop.record import entry
from msp_desktop.record.action import ACTION
from msp_desktop.record.asked import Asked
from msp_desktop.record.body import Body, Source
from msp_desktop.record.connection import CONNECTION
from msp_desktop.record.filled import Answers
from msp_desktop.record.ids import RecordId
from msp_desktop.record.kind import Kind
from msp_desktop.record.outcome import OUTCOME
from msp_desktop.record.shape import leaves, plain
from msp_desktop.translation import tr

# The field that holds what a value says where it is plain text, or a quote with its words.
MAIN_FIELD = {OUTCOME.name: "words", ACTION.name: "what", CONNECTION.name: "name"}
# What a field may make, and what is always so of it.
_MADE: dict[str, tuple[Kind[Any], Mapping[str, Any]]] = {
    "outcome": (OUTCOME, {}),
    "must_not_happen": (OUTCOME, {"must_not_happen": True}),
    "action": (ACTION, {"state": "open"}),
    "connection": (CONNECTION, {}),
}


def unknown_codes(makes: str, name: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Which codes of a column the record that is made of its row does not know there, so that none could be made."""
    body = _MADE[makes][0].body
    if name not in {field.name for field in fields(body)}:
        return ()
    return tuple(code for code in codes for known, given in leaves(body, {name: code}, CodeSet) if given not in known)


_TOO_LONG = tr(
    "Your answers are saved. The tool is not finished yet: a name or short line in it has more than 300 characters."
    " Make it shorter, then finish again."
)


@dataclass(frozen=True, slots=True)
class ToMake:
    """One record to create, and the field and row it comes from."""

    kind: Kind[Any]
    body: Body
    field: str
    row: int | None


def to_make(id: RecordId, answers: Answers, definition: Asked) -> Iterator[ToMake]:
    """What is not yet made of these answers, in the order of the definition; empty rows make nothing."""
    done = {(made.field, made.row) for made in answers.made}
    for field in definition.asked_fields:
        for row, value in _rows(answers.value(field.key)):
            if field.makes is not None and (field.key, row) not in done:
                source = Source(answers=id, field=field.key, row=row)
                body = _body(field.makes, value, answers, source)
                if body is not None:
                    yield ToMake(_MADE[field.makes][0], body, field.key, row)


def _rows(value: object) -> list[tuple[int | None, object]]:
    if isinstance(value, (list, tuple)):
        return list(enumerate(value))
    return [(None, value)]


def _body(makes: str, value: object, answers: Answers, source: Source) -> Body | None:
    """A body from one value: names in a row that are names in the body are taken, the rest stays in the answers.

    Somebody picked from the connections is one already, so no second one is made.
    """
    kind, always = _MADE[makes]
    known = {field.name for field in fields(kind.body)}
    row = dict(_plain_parts(value if isinstance(value, Mapping) else {MAIN_FIELD[kind.name]: value}))
    if kind is CONNECTION and (row.get("id") or row.get("name_id")):
        return None
    taken = {name: item for name, item in row.items() if name in known and item not in (None, "", [], ())}
    words = taken.get(MAIN_FIELD[kind.name], row.get("words"))
    if not isinstance(words, str) or not words.strip():
        return None
    about = {"person": answers.person, "visit": answers.visit, "enquiry": answers.enquiry}
    given = {**always, **taken, MAIN_FIELD[kind.name]: words}
    given |= {name: item for name, item in about.items() if name in known}
    given["source"] = plain(source)
    return _fitting(kind, given)


def _plain_parts(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """A row with a quote as its words, and somebody as their name and, under `..._id`, their connection."""
    for name, item in row.items():
        if isinstance(item, Mapping):
            yield name, item.get("words") or item.get("name")
            yield f"{name}_id", item.get("id")
        else:
            yield name, item


def _fitting(kind: Kind[Any], given: dict[str, Any]) -> Body:
    try:
        entry.checked(kind, given)
    except entry.TooLong:
        raise BadInput(_TOO_LONG) from None
    body: Body = kind.decode(given, schema=kind.schema)
    return body
