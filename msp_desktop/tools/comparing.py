"""Then and now: what changed between two fillings of one tool. Says what differs, never what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from msp_desktop.tools.fields import AnyField, Computed, Rows
from msp_desktop.tools.values import ROW, in_words, is_blank, row_in_words
from msp_desktop.translation import tr

InWords = Callable[[AnyField, object], str]


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


def compared(
    fields: Iterable[AnyField], then: Mapping[str, Any], now: Mapping[str, Any], *, words: InWords = in_words
) -> tuple[Compared, ...]:
    """Every line that was answered then or now, in the order of the fields. Hidden ones are left out.

    `words` says a value as it is read where it is shown.
    """
    return tuple(
        line
        for field in fields
        if not field.is_masked and not isinstance(field, Computed)
        for line in _lines(field, then.get(field.key), now.get(field.key), words)
    )


def named_rows(rows: Rows, given: object, words: InWords = in_words) -> dict[tuple[str, int], Mapping[str, Any]]:
    """Rows by their name; the second of one name is kept apart from the first."""
    found: dict[tuple[str, int], Mapping[str, Any]] = {}
    for row in given if isinstance(given, (list, tuple)) else ():
        name, again = _name(rows, row, words), 0
        while (name, again) in found:
            again += 1
        found[name, again] = row
    return found


def _lines(field: AnyField, then: object, now: object, words: InWords) -> Iterator[Compared]:
    if isinstance(field, Rows):
        yield from _rows(field, then, now, words)
    elif not (is_blank(then) and is_blank(now)):
        both = _told(words(field, then), words(field, now), then, now)
        yield Compared(field.key, field.ask, *both)


def _rows(rows: Rows, then: object, now: object, words: InWords) -> Iterator[Compared]:
    before, after = (named_rows(rows, each, words) for each in (then, now))
    for name in dict.fromkeys((*before, *after)):
        was, is_now = before.get(name), after.get(name)
        told = [row_in_words(rows, each, words) if each else "" for each in (was, is_now)]
        yield Compared(rows.key, rows.ask, *_told(told[0], told[1], was, is_now), name[0])


def _told(then: str, now: str, was: object, is_now: object) -> tuple[str, str]:
    """Both in words; where only what a hand drew differs, now says so."""
    is_redrawn = then == now and _by_hand(was) != _by_hand(is_now)
    return then, tr("{words} (drawn anew)").format(words=now) if is_redrawn else now


def _by_hand(value: object) -> list[object]:
    """Every stroke, and every place on a drawing, in a value."""
    if isinstance(value, Mapping):
        drawn = [value[part] for part in ("strokes", "x", "y") if part in value]
        return drawn + [each for part in value.values() for each in _by_hand(part)]
    return []


def _name(rows: Rows, row: Mapping[str, Any], words: InWords) -> str:
    if rows.each:
        return next((each.label for each in rows.each if each.code == row.get(ROW)), "")
    return words(rows.columns[0], row.get(rows.columns[0].key))
