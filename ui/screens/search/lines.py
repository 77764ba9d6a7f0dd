"""The results of a search as lines of a list: a heading for each person, and what was found about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msp_desktop.record.found import Found, Group, Results
from msp_desktop.translation import tr

RESTRICTED = tr("A restricted record")
MATCHES = tr("Something in it matches. Opening it asks why.")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. A heading opens nothing; a result opens a visit or, without one, a person.

    `marks` are the places in `words` of what was looked for. `told` is the whole of it for a screen reader.
    """

    title: str
    told: str
    words: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    is_covered: bool = False
    visit: str = ""
    person: str = ""

    @property
    def opens(self) -> bool:
        """Whether it is a result."""
        return bool(self.visit or self.person)


def lines_of(results: Results) -> tuple[Line, ...]:
    """The lines in the order of the list."""
    return tuple(line for group in results.groups for line in _lines(group))


def count_of(results: Results) -> int:
    """How many results there are."""
    return sum(len(group.found) or 1 for group in results.groups)


def _lines(group: Group) -> Iterator[Line]:
    if group.is_restricted:
        told = tr("{restricted}. {matches}").format(restricted=RESTRICTED, matches=MATCHES)
        yield Line(RESTRICTED, RESTRICTED)
        yield Line(MATCHES, told, person=group.person)
        return
    yield Line(group.name, group.name)
    for found in group.found:
        yield _line(group, found)


def _line(group: Group, found: Found) -> Line:
    form = tr("{what}, {day}. Draft, not saved yet.") if found.is_draft else tr("{what}, {day}")
    title = found.what if found.kind == "person" else form.format(what=found.what, day=found.day)
    words = found.snippet.words
    told = tr("{name}. {title}. {words}").format(name=group.name, title=title.rstrip("."), words=words)
    return Line(
        title, told.strip(), words, found.snippet.marks, is_covered=found.is_covered, visit=found.visit or "",
        person=group.person,
    )  # fmt: skip
