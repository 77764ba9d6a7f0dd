"""Search over everything that may be found, grouped by person. Opens nothing: what is hit is opened on its own page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.store import Hit, Reading, Store
from msp_desktop.record.definition import DEFINITION
from msp_desktop.record.filled import ANSWERS
from msp_desktop.record.found import Found, Group, Results, Text, best_text, snippet_of
from msp_desktop.record.ids import RecordId
from msp_desktop.record.kinds import KINDS
from msp_desktop.record.person import PERSON
from msp_desktop.record.restricted import Restricted, restricted_words
from msp_desktop.record.safe_contact import SAFE_CONTACT
from msp_desktop.record.snippet import Typed
from msp_desktop.record.times import shown_day
from msp_desktop.record.visit import VISIT
from msp_desktop.translation import tr

SHORTEST = 2
"""Letters from which on it is searched."""

MOST, MOST_PEOPLE = 30, 10
"""Records shown, and how many of them are people, who come first."""

KIND_WORDS: Mapping[str, str] = {
    "visit": tr("Visit"), "outcome": tr("What is wanted"), "action": tr("What was agreed"), "answers": tr("Tool"),
    "connection": tr("Somebody around them"), "enquiry": tr("Enquiry"), "plan": tr("Safeguarding plan"),
    "attachment": tr("Picture"), "person": tr("Person"),
}  # fmt: skip
_OTHERS = tuple(kind for kind in KIND_WORDS if kind != PERSON.name)
_A_LINE = tr("Line of a visit")
_GONE = tr("Somebody who was taken out of the list")


@dataclass(frozen=True, slots=True)
class _Known:
    """What the hits are shown with: their bodies, and what stands around them."""

    bodies: Mapping[Hit, tuple[Mapping[str, Any], str]]
    people: Mapping[str, Mapping[str, Any]]
    restricted: Mapping[str, Restricted]
    alone: frozenset[str]
    titles: Mapping[tuple[str, int], str]


class Search:
    """The records of one vault. `interrupt` cuts short, from any thread, the search that runs."""

    def __init__(self, store: Store, *, interrupt: Callable[[], None] = lambda: None) -> None:
        self._store, self.interrupt = store, interrupt

    def find(self, text: str, *, only_me: bool) -> Results:
        """What holds every word typed, people first, else newest first; nothing under two letters.

        `only_me` says that nobody but the worker sees the screen. Raises Stopped where it was interrupted.
        """
        if len(text.strip()) < SHORTEST:
            return Results()
        with self._store.reading() as look:
            people = look.search(text, kinds=(PERSON.name,), limit=MOST_PEOPLE)
            others = look.search(text, kinds=_OTHERS, limit=MOST + 1)
            hits = _once([*people, *others])
            known = _known(look, hits[:MOST])
        return Results(_grouped(known, Typed(text), only_me=only_me), has_more=len(hits) > MOST)


def _once(hits: Iterable[Hit]) -> list[Hit]:
    """Each record once, as it was saved where that matches, else as a draft."""
    found: dict[str, Hit] = {}
    for hit in hits:
        if hit.id not in found or found[hit.id].is_draft:
            found[hit.id] = hit
    return list(found.values())


def _known(look: Reading, hits: list[Hit]) -> _Known:
    bodies = {hit: body for hit in hits if (body := _body(look, hit)) is not None}
    persons = sorted({_person_of(hit, data) for hit, (data, _) in bodies.items()})
    visits = sorted({str(data.get("visit") or hit.id) for hit, (data, _) in bodies.items()})
    tools = sorted({str(data["tool"]) for hit, (data, _) in bodies.items() if hit.kind == ANSWERS.name})
    safe = [SAFE_CONTACT.decode(each.body, schema=each.schema)
            for each in look.find(SAFE_CONTACT.name, where={"person": persons})]  # fmt: skip
    return _Known(
        bodies=bodies,
        people={each.id: each.body for each in look.find(PERSON.name, where={"id": persons})},
        restricted={each.person: restricted_words(each) for each in safe},
        alone=frozenset(_alone(each.body for each in look.find(VISIT.name, where={"id": visits}))),
        titles={
            (each.body["key"], each.body["version"]): each.body.get("title", "")
            for each in look.find(DEFINITION.name, where={"key": tools})
        },
    )


def _body(look: Reading, hit: Hit) -> tuple[Mapping[str, Any], str] | None:
    """The body in today's shape, and when it was saved; None where it has gone since."""
    if hit.is_draft:
        draft = look.draft(hit.id)
        return (KINDS[hit.kind].upcast(draft.body, schema=draft.schema), draft.saved_at) if draft else None
    stored = look.get(hit.kind, hit.id)
    return (KINDS[hit.kind].upcast(stored.body, schema=stored.schema), stored.at) if stored else None


def _alone(visits: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """The segments in which nobody else was there."""
    return (each["id"] for visit in visits for each in visit.get("segments", ()) if each["company"] == "only_us")


def _person_of(hit: Hit, data: Mapping[str, Any]) -> str:
    return hit.id if hit.kind == PERSON.name else str(data.get("person", ""))


def _grouped(known: _Known, typed: Typed, *, only_me: bool) -> tuple[Group, ...]:
    hits: dict[str, list[Hit]] = {}
    for hit, (data, _) in known.bodies.items():
        hits.setdefault(_person_of(hit, data), []).append(hit)
    return tuple(_group(known, person, found, typed, only_me=only_me) for person, found in hits.items())


def _group(known: _Known, person: str, hits: list[Hit], typed: Typed, *, only_me: bool) -> Group:
    body = known.people.get(person, {})
    if body.get("is_restricted"):
        return Group(RecordId(person), is_restricted=True)
    found = tuple(_found(known, hit, typed, only_me=only_me) for hit in hits)
    return Group(RecordId(person), str(body.get("call_me", _GONE)), found=found)


def _found(known: _Known, hit: Hit, typed: Typed, *, only_me: bool) -> Found:
    data, saved_at = known.bodies[hit]
    text = best_text(KINDS[hit.kind], data, typed)
    restricted = known.restricted.get(_person_of(hit, data), Restricted())
    said_alone = text is not None and text.segment in known.alone
    snippet, is_covered = snippet_of(
        hit.kind, text, typed, restricted=restricted, only_me=only_me, said_alone=said_alone
    )
    visit = hit.id if hit.kind == VISIT.name else data.get("visit")
    return Found(
        kind=hit.kind, id=RecordId(hit.id), what=_what(known, hit, data, text), day=_day(data, saved_at),
        snippet=snippet, visit=RecordId(visit) if visit else None, is_draft=hit.is_draft, is_covered=is_covered,
    )  # fmt: skip


def _what(known: _Known, hit: Hit, data: Mapping[str, Any], text: Text | None) -> str:
    if hit.kind == ANSWERS.name:
        return known.titles.get((data["tool"], data["version"])) or KIND_WORDS[hit.kind]
    return _A_LINE if text is not None and text.part == "statements" else KIND_WORDS[hit.kind]


def _day(data: Mapping[str, Any], saved_at: str) -> str:
    """The day it happened, or was saved."""
    return shown_day(str(data.get("day") or datetime.fromisoformat(saved_at).astimezone().date().isoformat()))
