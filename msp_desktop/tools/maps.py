"""From rows to the map that is drawn of them, with its key and what is said of it: the same for screen and paper.

What a sheet leaves out, and what may not be seen now, is not in the rows that come here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from msp_desktop.tools import strokes
from msp_desktop.tools.drawing import Ecomap, Genogram
from msp_desktop.tools.ecomap import Tie, ecomap, empty_ring, sample
from msp_desktop.tools.fields import Pick, Rows, YesNo
from msp_desktop.tools.genogram import GENERATIONS, Link, Person
from msp_desktop.tools.genogram_map import (
    empty_generations,
    genogram,
    has_tag,
    letters,
    quality_of,
    sign,
    styles_of,
    type_sample,
)
from msp_desktop.tools.map import ACROSS, Map, Sample
from msp_desktop.tools.values import ID, in_words, is_blank
from msp_desktop.translation import tr

Row = Mapping[str, Any]

_BOXES = 10


@dataclass(frozen=True, slots=True)
class Links:
    """The rows that join people, with their columns as far as they may be shown."""

    rows: Rows
    given: Sequence[Row] = ()


def ecomap_of(rows: Rows, drawing: Ecomap, given: Sequence[Row], *, is_numbered: bool = False) -> Map:
    """The map of an ecomap's rows. Whoever has a name is on it, with a line as soon as something is said of it."""
    names = _named(rows, drawing.name, given)
    ties = [_tie(rows, drawing, given[at], words) for at, words in names.items()]
    made = _with_rows(ecomap(ties, is_numbered=is_numbered), list(names))
    by_strength = _names_by(rows, drawing.strength, given, names)
    heavy = [names[at] for at in names if _code(rows, drawing.stress, given[at]) == "a_lot"]
    told = [
        tr("{who} in the middle, {count} around.").format(who=drawing.centre, count=len(ties)),
        *(tr("{line}: {names}.").format(line=line, names=", ".join(who)) for line, who in by_strength.items()),
        *([tr("A lot of stress: {names}.").format(names=", ".join(heavy))] if heavy else []),
    ]
    return made.with_words(key=tuple(_ecomap_key(rows, drawing)), told=" ".join(told), centre=drawing.centre)


def ecomap_to_fill(rows: Rows, drawing: Ecomap) -> Map:
    """The map with empty boxes, for a pen."""
    told = tr("{who} in the middle, and empty boxes around.").format(who=drawing.centre)
    return empty_ring(_BOXES).with_words(key=tuple(_ecomap_key(rows, drawing)), told=told, centre=drawing.centre)


def genogram_of(
    rows: Rows, drawing: Genogram, given: Sequence[Row], links: Links | None, *, is_numbered: bool = False
) -> Map:
    """The map of a family's rows. Whoever has no generation yet stands in the list alone."""
    names = {
        at: words for at, words in _named(rows, drawing.name, given).items()
        if _code(rows, drawing.generation, given[at]) in GENERATIONS
    }  # fmt: skip
    people = [_person(rows, drawing, given[at], str(at), words) for at, words in names.items()]
    joined = _links(drawing, links, {str(given[at].get(ID, "")): str(at) for at in names})
    people = [replace(each, told=_told_person(rows, drawing, given, each, joined, names, links)) for each in people]
    types, qualities = (_labels(links.rows, key) if links else {} for key in (drawing.type, drawing.quality))
    generations = _labels(rows, drawing.generation)
    made = genogram(
        people, joined, generations=generations, types=types, styles=styles_of(list(qualities)),
        is_numbered=is_numbered,
    )  # fmt: skip
    key = _genogram_key(rows, drawing, people, joined, (types, qualities), by_number=made.is_numbered)
    return _with_rows(made, list(names)).with_words(key=tuple(key), told=_told_family(people))


def genogram_to_fill(rows: Rows, drawing: Genogram, links: Links | None) -> Map:
    """A band for each generation, for a pen."""
    labels = (_labels(links.rows, drawing.type), _labels(links.rows, drawing.quality)) if links else ({}, {})
    key = _genogram_key(rows, drawing, (), (), labels, by_number=False)
    told = tr("An empty band for each generation: {names}.")
    names = _labels(rows, drawing.generation)
    return empty_generations(names).with_words(key=tuple(key), told=told.format(names=", ".join(names.values())))


def _with_rows(made: Map, rows: Sequence[int]) -> Map:
    """Each name with the number of its row in the list."""
    nodes = (
        replace(node, row=rows[node.row], mark=str(rows[node.row] + 1) if node.mark else "") for node in made.nodes
    )
    return replace(made, nodes=tuple(nodes))


def _named(rows: Rows, key: str, given: Sequence[Row]) -> dict[int, str]:
    columns = {column.key: column for column in rows.columns}
    if key not in columns:
        return {}
    return {at: in_words(columns[key], row[key]) for at, row in enumerate(given) if not is_blank(row.get(key))}


def _code(rows: Rows, key: str, row: Row) -> str:
    """A code that may be shown; empty where the sheet leaves its column out."""
    return str(row.get(key) or "") if any(column.key == key for column in rows.columns) else ""


def _labels(rows: Rows, key: str) -> dict[str, str]:
    pick = next((column for column in rows.columns if column.key == key), None)
    return {option.code: option.label for option in pick.options} if isinstance(pick, Pick) else {}


def _three(drawing: Ecomap) -> tuple[str, str, str]:
    return drawing.strength, drawing.flow, drawing.stress


def _said(rows: Rows, keys: Sequence[str], row: Row) -> Iterator[str]:
    by_key = {column.key: column for column in rows.columns}
    return (words for key in keys if key in by_key and (words := in_words(by_key[key], row.get(key))))


def _tie(rows: Rows, drawing: Ecomap, row: Row, words: str) -> Tie:
    strength, flow, stress = (_code(rows, key, row) for key in _three(drawing))
    said = list(_said(rows, _three(drawing), row)) or [tr("no line yet")]
    return Tie(words, strength, flow, stress, ", ".join((words, *said)))


def _names_by(rows: Rows, key: str, given: Sequence[Row], names: Mapping[int, str]) -> dict[str, list[str]]:
    found = {
        label: [words for at, words in names.items() if _code(rows, key, given[at]) == code]
        for code, label in _labels(rows, key).items()
    }
    return {label: who for label, who in found.items() if who}


def _ecomap_key(rows: Rows, drawing: Ecomap) -> Iterator[Sample]:
    for key in _three(drawing):
        for code, label in _labels(rows, key).items():
            if code != "none":
                # "Some" and "A lot" say nothing without their question.
                words = f"{rows.column(key).ask} {label}" if key == drawing.stress else label
                yield Sample(words, sample(code))


def _person(rows: Rows, drawing: Genogram, row: Row, id: str, words: str) -> Person:
    died = next((column for column in rows.columns if column.key == drawing.died), None)
    has_died = row.get(drawing.died) == "yes" if isinstance(died, YesNo) else not is_blank(row.get(drawing.died))
    return Person(
        id, words, _code(rows, drawing.generation, row), _code(rows, drawing.sex, row),
        _code(rows, drawing.here, row) == "yes", died is not None and has_died,
    )  # fmt: skip


def _links(drawing: Genogram, links: Links | None, at: Mapping[str, str]) -> list[Link]:
    found = []
    ends = (drawing.one, drawing.other)
    is_shown = links is not None and set(ends) <= {column.key for column in links.rows.columns}
    for row in links.given if links and is_shown else ():
        one, other = (_points_at(row.get(key), at) for key in ends)
        if links and one and other:
            found.append(
                Link(one, other, _code(links.rows, drawing.type, row), _code(links.rows, drawing.quality, row))
            )
    return found


def _points_at(value: object, at: Mapping[str, str]) -> str:
    id = str(value.get(ID, "")) if isinstance(value, Mapping) else ""
    return at.get(id, "") if id else ""


def _told_person(
    rows: Rows, drawing: Genogram, given: Sequence[Row], person: Person, joined: Sequence[Link],
    names: Mapping[int, str], links: Links | None,
) -> str:  # fmt: skip
    parts = [*_said(rows, (drawing.name, drawing.generation, drawing.sex), given[int(person.id)])]
    if person.is_here:
        parts.append(tr("lives here"))
    if person.has_died:
        parts.append(tr("has died"))
    types, qualities = (_labels(links.rows, key) if links else {} for key in (drawing.type, drawing.quality))
    for link in joined:
        if person.id in (link.one, link.other):
            other = names[int(link.other if link.one == person.id else link.one)]
            how = ", ".join(filter(None, [types.get(link.type, ""), qualities.get(link.quality, "")]))
            parts.append(tr("line to {name}: {how}").format(name=other, how=how) if how else
                         tr("line to {name}").format(name=other))  # fmt: skip
    return ", ".join(parts)


def _told_family(people: Sequence[Person]) -> str:
    here = ", ".join(each.words for each in people if each.is_here)
    whole = tr("{count} people: {names}.").format(count=len(people), names=", ".join(each.words for each in people))
    return " ".join([*([tr("Living here: {names}.").format(names=here)] if here else []), whole])


def _genogram_key(
    rows: Rows, drawing: Genogram, people: Sequence[Person], joined: Sequence[Link],
    labels: tuple[Mapping[str, str], Mapping[str, str]], *, by_number: bool,
) -> Iterator[Sample]:  # fmt: skip
    """What is on the map; for a blank one everything that may come onto it."""
    types, qualities = labels
    yield from _signs(_used(_labels(rows, drawing.sex), [each.sex for each in people], people))
    if not people or any(each.has_died for each in people):
        yield Sample(tr("Has died"), tuple(sign("man", (0, 0), 0.018, has_died=True)))
    if not people or any(each.is_here for each in people):
        yield Sample(tr("Lives here: inside the dashed line"), strokes.dashed(ACROSS))
    short = letters(types) if by_number else {}
    yield from _types(_used(types, [link.type for link in joined], people), short)
    styles = styles_of(list(qualities))
    for code, label in _used(qualities, [link.quality for link in joined], people).items():
        yield Sample(label, quality_of(styles[code], ACROSS))


def _used(labels: Mapping[str, str], codes: Sequence[str], people: Sequence[Person]) -> dict[str, str]:
    return {code: label for code, label in labels.items() if code in codes or not people}


def _signs(sexes: Mapping[str, str]) -> Iterator[Sample]:
    for code, label in sexes.items():
        yield Sample(label, tuple(sign(code, (0, 0), 0.018, has_died=False)))


def _types(types: Mapping[str, str], short: Mapping[str, str]) -> Iterator[Sample]:
    """Types with a line of their own; the others stand on their lines as words, or as letters told here."""
    for code, label in types.items():
        if not has_tag(code):
            yield Sample(label, type_sample(code))
        elif code in short:
            yield Sample(label, (), short[code])
