"""What a search shows of one record: the text that holds the words, and whether it may be read now. Pure.

Nobody knows who else sees the screen, so only what tells nothing about anybody is shown, until the worker says that
nobody does (interface.md: said alone stays out of search snippets, and unknown counts as company).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from msp_desktop.record.ids import RecordId
from msp_desktop.record.kind import Kind, texts
from msp_desktop.record.marks import Searched
from msp_desktop.record.restricted import Restricted
from msp_desktop.record.shape import parts
from msp_desktop.record.snippet import Snippet, Typed
from msp_desktop.translation import tr

IN_SIGHT: Mapping[str, frozenset[str]] = {
    "person": frozenset({"call_me", "names", "nhs_number", "local_id"}),
    "connection": frozenset({"name"}),
    "visit": frozenset({"purpose", "where", "joint_with"}),
}
"""What of each kind may be read by whoever is there. All else may have been said alone, or be about them."""

_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
"""An answer that was chosen from a list is kept as its code, such as money_back."""

SAID_ALONE = tr("Said alone. Open the visit to read it.")
OUT_OF_SIGHT = tr("Not shown while somebody else could read it.")
KEPT_APART = tr("Restricted. Open it to read it.")


@dataclass(frozen=True, slots=True)
class Found:
    """One record, or draft, that holds the words. `visit` is where it is opened, None where with its person.

    `is_covered` says that the words of the snippet are ours, in place of the record's.
    """

    kind: str
    id: RecordId
    what: str
    day: str
    snippet: Snippet
    visit: RecordId | None = None
    is_draft: bool = False
    is_covered: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """What was found about one person. Of a restricted one nothing is told but that something matches."""

    person: RecordId
    name: str = ""
    is_restricted: bool = False
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that is shown; `has_more` says that there was more than is shown."""

    groups: tuple[Group, ...] = ()
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One searched text of a body: the part of the body it stands in, its segment, and whether it is kept apart."""

    words: str
    part: str
    is_name: bool
    segment: str = ""
    is_restricted: bool = False


def best_text(kind: Kind[Any], data: Mapping[str, Any], typed: Typed) -> Text | None:
    """The text with most of the words; None where no text alone holds any of them."""
    best, most = None, 0
    for text in searched(kind.body, data):
        count = typed.count(text.words) or int(text.is_name and typed.holds(text.words))
        if count > most:
            best, most = text, count
        if most == typed.size:
            break
    return best


def snippet_of(
    kind: str, text: Text | None, typed: Typed, *, restricted: Restricted, only_me: bool, said_alone: bool
) -> tuple[Snippet, bool]:
    """What may be read of it, and whether that is a sentence in its place. Words of the safe contact never are."""
    if text is None:
        return Snippet("", ()), True
    if text.is_restricted:
        return Snippet(KEPT_APART, ()), True
    if not only_me and text.part not in IN_SIGHT.get(kind, ()):
        return Snippet(SAID_ALONE if said_alone else OUT_OF_SIGHT, ()), True
    words = text.words.replace("_", " ") if _CODE.fullmatch(text.words) else text.words
    return typed.snippet(restricted.hidden(words)), False


def searched(body: type, data: Mapping[str, Any], *, above: Text | None = None) -> Iterator[Text]:
    """Every text of a body that the index holds; one inside another takes on what is known of the outer one."""
    segment = data.get("segment") or (above.segment if above else "")
    is_restricted = bool(data.get("is_restricted")) or bool(above and above.is_restricted)
    telling = _telling(body)
    for name in filter(telling.__contains__, data):
        mark, inner = telling[name]
        here = Text("", above.part if above else name, mark is Searched.NAME, segment, is_restricted)
        if inner is None:
            yield from (replace(here, words=words) for words in texts(data[name]))
            continue
        for item in data[name] if isinstance(data[name], list) else [data[name]]:
            yield from searched(inner, item, above=here) if isinstance(item, Mapping) else ()


@cache
def _telling(body: type) -> Mapping[str, tuple[Searched | None, type | None]]:
    """The parts of a body that hold searched texts, by name: their mark, or the body inside."""
    found = {part.name: (part.mark(Searched), part.body) for part in parts(body)}
    return {name: each for name, each in found.items() if any(each)}
