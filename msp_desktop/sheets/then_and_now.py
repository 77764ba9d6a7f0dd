"""What differs between last time and now on a sheet, in a table, and its scales over time. Never what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from msp_desktop.sheets import content, drawings
from msp_desktop.sheets.answered import Setting
from msp_desktop.sheets.content import Block
from msp_desktop.sheets.wording import day_in
from msp_desktop.tools import over_time
from msp_desktop.tools.comparing import Compared, Difference, compared
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.drawing import Circles
from msp_desktop.tools.fields import AnyField, Quote, Rows
from msp_desktop.tools.over_time import Time, courses

Values = Mapping[str, Any]

_NOW = "now"
_CHANGED = {Difference.NEW: "is_new", Difference.GONE: "is_gone", Difference.CHANGED: "has_changed"}


def then_and_now(
    tool: Definition, sheet: Sheet, before: Sequence[Time], values: Values, shown: frozenset[str], *, setting: Setting
) -> Iterator[Block]:
    """The part that compares: of the fields in `shown`, `before` being the earlier times, the latest first.

    Circles are compared by their own drawings.
    """
    narrowed, words = _narrowed(tool, sheet, shown), setting.words
    times = [Time(time.day, _told(narrowed, time.values, setting)) for time in (*reversed(before), Time(_NOW, values))]
    lines = compared(narrowed, times[-2].values, times[-1].values)
    yield content.Heading(words["then_and_now"])
    head = (words["asked"], words["last_time"], words["now"], words["changed"])
    differ = [line for line in lines if line.difference is not Difference.SAME]
    if differ:
        yield content.Table(words["changed"], head, tuple(_row(line, words) for line in differ), widths=(5, 5, 5, 3))
    yield content.Words(words["all_else" if differ else "all_same"])
    yield from (_course(each, setting) for each in courses(narrowed, times))


def _row(line: Compared, words: Mapping[str, str]) -> tuple[str, ...]:
    asked = f"{line.ask}\n{line.name}" if line.name else line.ask
    return asked, line.then, line.now, words[_CHANGED[line.difference]]


def _course(course: over_time.Course, setting: Setting) -> drawings.Course:
    told = (f"{_when(day, setting)}: {score}" if day else str(score) for day, score in course.scores)
    return drawings.Course(course.label, course.places, tuple(told), str(course.first), str(course.last))


def _when(day: str, setting: Setting) -> str:
    return setting.words["now"] if day == _NOW else day_in(setting.language, day)


def _narrowed(tool: Definition, sheet: Sheet, shown: frozenset[str]) -> Definition:
    """The tool with no more than the sheet may tell."""
    sections = (
        msgspec.structs.replace(each, fields=tuple(_may_tell(each.fields, sheet, shown))) for each in tool.sections
    )
    return msgspec.structs.replace(tool, sections=tuple(sections))


def _may_tell(fields: Sequence[AnyField], sheet: Sheet, shown: frozenset[str]) -> Iterator[AnyField]:
    for field in fields:
        is_drawn = isinstance(field, Rows) and isinstance(field.drawn, Circles)
        if field.key in shown and not is_drawn:
            kept = sheet.columns(field) if isinstance(field, Rows) else ()
            yield msgspec.structs.replace(field, columns=kept) if isinstance(field, Rows) else field


def _told(tool: Definition, values: Values, setting: Setting) -> dict[str, Any]:
    """Values without who said them, where paper may not tell it."""
    fields = {each.key: each for each in tool.asked_fields}
    return {key: _unsaid(fields[key], value, setting) for key, value in values.items() if key in fields}


def _unsaid(field: AnyField, value: Any, setting: Setting) -> Any:  # noqa: ANN401 - whatever a field holds
    if setting.has_speakers:
        return value
    if isinstance(field, Quote) and isinstance(value, Mapping):
        return {"words": value.get("words", "")}
    if isinstance(field, Rows) and isinstance(value, (list, tuple)):
        columns = {each.key: each for each in field.columns}
        return [
            {key: _unsaid(columns[key], cell, setting) if key in columns else cell for key, cell in row.items()}
            for row in value
        ]
    return value
