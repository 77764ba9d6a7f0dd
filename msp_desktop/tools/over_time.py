"""A scale over all its fillings: its numbers, oldest first, as a small line. Says what was chosen, never what it means.

Whoever asks leaves out first what may not be seen now, of every time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from msp_desktop.tools.comparing import InWords, named_rows
from msp_desktop.tools.fields import AnyField, Rows, Scale
from msp_desktop.tools.values import in_words

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Time:
    """One filling: its day as people read it, "" where it may not be told, and its values by field."""

    day: str
    values: Mapping[str, Any]

    def without(self, fields: Iterable[str]) -> Time:
        """The same without some fields."""
        hidden = frozenset(fields)
        return replace(self, values={key: value for key, value in self.values.items() if key not in hidden})


@dataclass(frozen=True, slots=True)
class Line:
    """The numbers of one scale, oldest first, None where it was not answered. `name` tells which row, where there are
    rows.
    """

    field: str
    ask: str
    name: str
    first: int
    last: int
    points: tuple[tuple[str, int | None], ...]

    @property
    def title(self) -> str:
        """The question, with the row that it is about."""
        return f"{self.name}: {self.ask}" if self.name else self.ask

    @property
    def answered(self) -> int:
        """How often a number was chosen."""
        return sum(score is not None for _, score in self.points)

    def numbers(self, no_answer: str) -> str:
        """The numbers in words, each with its day where that may be told."""
        said = ((day, no_answer if score is None else str(score)) for day, score in self.points)
        return ", ".join(f"{day}: {words}" if day else words for day, words in said)

    def runs(self) -> tuple[tuple[Point, ...], ...]:
        """The line in parts of its room, (0, 0) the oldest at the top end; a new run after each gap.

        Every filling is one equal step: days that may not be told are not told by the distances either, and two that
        are close in time do not look like a leap.
        """
        runs: list[list[Point]] = [[]]
        for at, (_, score) in enumerate(self.points):
            if score is None:
                runs.append([])
            else:
                height = (self.last - score) / (self.last - self.first)
                runs[-1].append((round(at / (len(self.points) - 1), 4), round(height, 4)))
        return tuple(tuple(run) for run in runs if run)


def over_time(fields: Iterable[AnyField], times: Sequence[Time], *, words: InWords = in_words) -> tuple[Line, ...]:
    """A line for every scale that was answered at least twice, oldest first. Hidden fields are left out.

    `words` says the name of a row as it is read where it is shown.
    """
    shown = [field for field in fields if not field.is_masked]
    return tuple(line for field in shown for line in _lines(field, times, words) if line.answered > 1)


def _lines(field: AnyField, times: Sequence[Time], words: InWords) -> Iterator[Line]:
    if isinstance(field, Scale):
        same = _by_same_ruler(field, times)
        yield _line(field, field.key, "", [(time.day, time.values.get(field.key)) for time in same])
    elif isinstance(field, Rows):
        yield from _of_rows(field, times, words)


def _by_same_ruler(scale: Scale, times: Sequence[Time]) -> list[Time]:
    """The times with the same ends as the last number: between other words of the person a number is another one."""
    ends = [tuple(_plain(time.values.get(end)) for end in (scale.low, scale.high)) for time in times]
    answered = [each for time, each in zip(times, ends, strict=True) if time.values.get(scale.key) is not None]
    return [time for time, each in zip(times, ends, strict=True) if each in answered[-1:]]


def _plain(end: object) -> str:
    words = end.get("words", "") if isinstance(end, Mapping) else end or ""
    return " ".join(str(words).casefold().split())


def _of_rows(rows: Rows, times: Sequence[Time], words: InWords) -> Iterator[Line]:
    found = [(time.day, named_rows(rows, time.values.get(rows.key), words)) for time in times]
    # A row without a name cannot be told from another, so nobody can say that it is the same one as before.
    names = dict.fromkeys(name for _, given in found for name in given if name[0])
    for name in names:
        for column in rows.columns:
            if isinstance(column, Scale) and (rows.each or column is not rows.columns[0]):
                given = [(day, rows_then.get(name, {}).get(column.key)) for day, rows_then in found]
                yield _line(column, rows.key, name[0], given)


def _line(scale: Scale, key: str, name: str, given: Iterable[tuple[str, object]]) -> Line:
    points = tuple((day, _score(scale, value)) for day, value in given)
    return Line(key, scale.ask, name, scale.first, scale.last, points)


def _score(scale: Scale, value: object) -> int | None:
    # What is kept unchecked while it is written, or came from another version, may lie outside of the scale.
    fits = isinstance(value, int) and not isinstance(value, bool) and scale.first <= value <= scale.last
    return value if isinstance(value, int) and fits else None
