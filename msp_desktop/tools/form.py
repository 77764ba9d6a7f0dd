"""A tool being filled in: which questions are open, what is still missing, what is known without asking. Pure.

Nothing here is lost by hiding: an answer to a question that is not shown any more stays as it was given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msp_desktop.tools import expressions
from msp_desktop.tools.definition import Definition, Section
from msp_desktop.tools.fields import AnyField, Column, Computed, Rows, Sketch
from msp_desktop.tools.values import ROW, checked, in_words, is_blank

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Missing:
    """A needed answer that is not there: the field, and the row and column inside it where there is one."""

    field: str
    ask: str
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the visit knows by itself: who can hear now, and what was answered last time."""

    earshot: str = ""
    last_time: Values = field(default_factory=dict)


def shown_sections(definition: Definition, values: Values) -> Iterator[Section]:
    """The sections that are asked, given the answers so far."""
    return (section for section in definition.sections if expressions.holds(section.shown_when, values))


def visible(definition: Definition, values: Values) -> frozenset[str]:
    """The keys of the fields that are asked, given the answers so far."""
    return frozenset(
        each.key
        for section in shown_sections(definition, values)
        for each in section.fields
        if expressions.holds(each.shown_when, values)
    )


def visible_columns(rows: Rows, row: Values, values: Values) -> tuple[Column, ...]:
    """The columns that are asked in one row; a condition may name columns of its own row."""
    return tuple(each for each in rows.columns if expressions.holds(each.shown_when, {**values, **row}))


def missing(definition: Definition, values: Values) -> tuple[Missing, ...]:
    """What is needed to finish and not there, in the order of the definition. Never needed to save."""
    open_now = visible(definition, values)
    return tuple(
        each for field_ in definition.asked_fields if field_.key in open_now for each in _missing(field_, values)
    )


def _missing(asked: AnyField, values: Values) -> Iterator[Missing]:
    value = values.get(asked.key)
    if _lacks(asked, value):
        yield Missing(asked.key, asked.ask)
    elif isinstance(asked, Rows) and isinstance(value, Sequence):
        for at, row in enumerate(value):
            for column in visible_columns(asked, row, values):
                if _lacks(column, row.get(column.key)):
                    yield Missing(asked.key, column.ask, row=at, column=column.key)


def _lacks(asked: AnyField, value: object) -> bool:
    if isinstance(asked, Sketch) and isinstance(value, Mapping) and value.get("strokes"):
        # What is drawn is always also said: a screen reader, a search and the record have the words alone.
        return is_blank(value.get("caption"))
    return asked.finish is not None and is_blank(value)


def kept(definition: Definition, values: Values) -> dict[str, Any]:
    """Every answer as it is kept, blank ones left out. Raises BadInput where one does not fit its field."""
    known = {each.key: checked(each, values.get(each.key)) for each in definition.asked_fields}
    return {key: value for key, value in known.items() if value is not None}


def computed(definition: Definition, known: Known) -> dict[str, Any]:
    """The values that nobody types, without those that follow from other answers."""
    found: dict[str, Any] = {}
    for each in definition.asked_fields:
        if isinstance(each, Computed) and each.source != "cases":
            words = known.earshot if each.source == "earshot" else _last_time(definition, each.of, known.last_time)
            if words:
                found[each.key] = words
    return found


def following(definition: Definition, values: Values) -> dict[str, str]:
    """What follows from other answers, empty where nothing does: the first case that holds."""
    return {
        each.key: next((case.says for case in each.cases if expressions.holds(case.when, values)), "")
        for each in definition.asked_fields
        if isinstance(each, Computed) and each.source == "cases"
    }


def _last_time(definition: Definition, key: str, values: Values) -> str:
    return in_words(definition.field(key), values.get(key))


def with_row(rows: Rows, value: Sequence[Values] | None) -> list[dict[str, Any]]:
    """The rows with an empty one at their end; fixed rows are all there, in their order, and nothing is added."""
    given = [dict(row) for row in value or ()]
    if not rows.each:
        return [*given, {}]
    by_code = {row.get(ROW): row for row in given}
    return [{ROW: each.code, **by_code.get(each.code, {})} for each in rows.each]
