"""Then and now: what changed between two fillings of one tool. Says what differs, never what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from msp_desktop.tools.definition import Definition
from msp_desktop.tools.fields import AnyField, Computed, Rows
from msp_desktop.tools.values import ROW, in_words, is_blank, row_in_words


class Difference(StrEnum):
    """How a line differs."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Compared:
    """One line side by side. `name` tells which row, where the field has rows."""

    field: str
    ask: str
    then: str
    now: str
    name: str = ""

    @property
    def difference(self) -> Difference:
        """New, gone, changed or the same."""
        if self.then == self.now:
            return Difference.SAME
        if not self.then:
            return Difference.NEW
        return Difference.CHANGED if self.now else Difference.GONE


def compared(definition: Definition, then: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Compared, ...]:
    """Every line that was answered then or now, in the order of the definition. Hidden fields are left out."""
    return tuple(
        line
        for field in definition.asked_fields
        if not field.is_masked and not isinstance(field, Computed)
        for line in _lines(field, then.get(field.key), now.get(field.key))
    )


def _lines(field: AnyField, then: object, now: object) -> Iterator[Compared]:
    if isinstance(field, Rows):
        yield from _rows(field, then, now)
    elif not (is_blank(then) and is_blank(now)):
        yield Compared(field.key, field.ask, in_words(field, then), in_words(field, now))


def _rows(rows: Rows, then: object, now: object) -> Iterator[Compared]:
    before, after = named_rows(rows, then), named_rows(rows, now)
    for name in dict.fromkeys((*before, *after)):
        then_words, now_words = (row_in_words(rows, each[name]) if name in each else "" for each in (before, after))
        yield Compared(rows.key, rows.ask, then_words, now_words, name[0])


def named_rows(rows: Rows, given: object) -> dict[tuple[str, int], Mapping[str, Any]]:
    """Rows by their name; the second of one name is kept apart from the first by its number."""
    found: dict[tuple[str, int], Mapping[str, Any]] = {}
    for row in given if isinstance(given, (list, tuple)) else ():
        name, again = _name(rows, row), 0
        while (name, again) in found:
            again += 1
        found[name, again] = row
    return found


def _name(rows: Rows, row: Mapping[str, Any]) -> str:
    if rows.each:
        return next((each.label for each in rows.each if each.code == row.get(ROW)), "")
    return in_words(rows.columns[0], row.get(rows.columns[0].key))
