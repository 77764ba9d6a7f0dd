"""Scales over time: what was answered at each filling of a tool, and the small line that joins it. It judges nothing.

Whoever asks leaves out first what may not be seen now, of every time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msp_desktop.record.times import shown_day
from msp_desktop.tools.comparing import named_rows
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.fields import Rows, Scale
from msp_desktop.tools.values import in_words
from msp_desktop.translation import tr

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Time:
    """What was given at one filling, and its ISO day, "" where the day is not told."""

    day: str
    values: Values


@dataclass(frozen=True, slots=True)
class Course:
    """One scale: the days and the numbers, oldest first. `name` tells which row, where the scale stands in rows."""

    field: str
    ask: str
    name: str
    first: int
    last: int
    scores: tuple[tuple[str, int], ...]

    @property
    def label(self) -> str:
        """What it is a line of."""
        return tr("{name}: {question}").format(name=self.name, question=self.ask) if self.name else self.ask

    @property
    def places(self) -> tuple[tuple[float, float], ...]:
        """Where the numbers stand in a box of width and height 1, from its top and the side where reading starts.

        They stand in even steps: some times are days apart and others months, and the days stand beside in words.
        """
        wide, high = len(self.scores) - 1, self.last - self.first
        return tuple((at / wide, 1 - (score - self.first) / high) for at, (_, score) in enumerate(self.scores))

    def told(self) -> tuple[str, ...]:
        """Each number with its day, where it is told."""
        return tuple(f"{shown_day(day)}: {score}" if day else str(score) for day, score in self.scores)


def courses(tool: Definition, times: Sequence[Time]) -> tuple[Course, ...]:
    """The scales that were answered at least twice, in the order of the tool; `times` are oldest first.

    A number counts where the scale had the same ends as the last time: another ruler measures something else.
    """
    return tuple(each for field in tool.asked_fields for each in _of(tool, field, times) if len(each.scores) > 1)


def _of(tool: Definition, field: object, times: Sequence[Time]) -> Iterator[Course]:
    if isinstance(field, Scale) and not field.is_masked:
        ends = [_ends(tool, field, time.values) for time in times]
        same = [time for time, each in zip(times, ends, strict=True) if each == ends[-1]]
        yield _course(field.key, field, "", [(time.day, time.values.get(field.key)) for time in same])
    elif isinstance(field, Rows) and not field.is_masked:
        yield from _of_rows(field, times)


def _of_rows(rows: Rows, times: Sequence[Time]) -> Iterator[Course]:
    found = [(time.day, named_rows(rows, time.values.get(rows.key))) for time in times]
    scales = [column for column in rows.columns if isinstance(column, Scale)]
    for name in dict.fromkeys(name for _, named in found for name in named):
        for column in scales:
            scores = [(day, named[name].get(column.key)) for day, named in found if name in named]
            yield _course(rows.key, column, name[0], scores)


def _course(field: str, scale: Scale, name: str, given: Sequence[tuple[str, Any]]) -> Course:
    scores = tuple((day, score) for day, score in given if isinstance(score, int))
    return Course(field, scale.ask, name, scale.first, scale.last, scores)


def _ends(tool: Definition, scale: Scale, values: Values) -> tuple[str, ...]:
    """The words at both ends of a scale, as far as they are the person's own, without regard to spaces and capitals."""
    own = {each.key: each for each in tool.asked_fields}
    found = (_plain(in_words(own[end], values.get(end))) for end in (scale.low, scale.high) if end in own)
    return tuple(found)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
