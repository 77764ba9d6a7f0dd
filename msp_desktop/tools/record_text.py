"""What a filled tool says in the record: its definition's lines, with the answers put in. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msp_desktop.tools import expressions
from msp_desktop.tools.checking import PLACEHOLDER
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.fields import AnyField, Line, Pick, Rows
from msp_desktop.tools.form import visible
from msp_desktop.tools.values import ROW, in_words, is_blank, row_in_words
from msp_desktop.translation import tr


def record_text(definition: Definition, values: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines for the record, in order: never a hidden field, nor a question that is not asked any more."""
    return made_of(definition, definition.record, values)


def made_of(definition: Definition, lines: Iterable[Line], values: Mapping[str, Any]) -> tuple[str, ...]:
    """The given lines with the answers put in, as for the record."""
    shown = visible(definition, values)
    masked = {field.key for field in definition.asked_fields if field.is_masked}
    open_values = {key: value for key, value in values.items() if key in shown and key not in masked}
    return tuple(text for line in lines for text in _lines(definition, line, open_values))


def every_answer(definition: Definition, values: Mapping[str, Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each question that was answered with its answer in words, a line for each row; never a hidden field."""
    shown = visible(definition, values)
    told = ((field, values.get(field.key)) for field in definition.asked_fields if field.key in shown)
    return tuple((field.ask, _told(field, value)) for field, value in told if not (field.is_masked or is_blank(value)))


def _told(field: AnyField, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever a field holds
    if isinstance(field, Rows):
        return tuple(row_in_words(field, row) for row in value)
    return (in_words(field, value),)


def _lines(definition: Definition, line: Line, values: Mapping[str, Any]) -> Iterator[str]:
    if not expressions.holds(line.shown_when, values):
        return
    words = _words(definition, values)
    if line.each is None:
        yield from _filled(line.line, words)
        return
    rows = definition.field(line.each)
    if isinstance(rows, Rows):
        chosen = [row for row in values.get(line.each) or () if expressions.holds(line.where, {**values, **row})]
        yield from _of_rows(line, rows, chosen, words)


def _of_rows(line: Line, rows: Rows, chosen: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> Iterator[str]:
    each = [{**words, **_row_words(rows, row)} for row in chosen]
    if line.count:
        yield from _filled(line.line, {**words, "items": _counted(rows, line.count, chosen)})
    elif line.item:
        items = [item for row in each for item in _filled(line.item, row)]
        yield from _filled(line.line, {**words, "items": "; ".join(items)})
    else:
        yield from (text for row in each for text in _filled(line.line, row))


def _counted(rows: Rows, column: str, chosen: Sequence[Mapping[str, Any]]) -> str:
    options = rows.column(column)
    if not isinstance(options, Pick):
        return ""
    counts = ((option.label, sum(row.get(column) == option.code for row in chosen)) for option in options.options)
    return ", ".join(tr("{label}: {count}").format(label=label, count=count) for label, count in counts if count)


def _words(definition: Definition, values: Mapping[str, Any]) -> dict[str, str]:
    return {field.key: in_words(field, values.get(field.key)) for field in definition.asked_fields}


def _row_words(rows: Rows, row: Mapping[str, Any]) -> dict[str, str]:
    name = next((each.label for each in rows.each if each.code == row.get(ROW)), "")
    return {ROW: name, **{column.key: in_words(column, row.get(column.key)) for column in rows.columns}}


def _filled(text: str, words: Mapping[str, str]) -> Iterator[str]:
    # Put in one pass, so that braces in an answer are never read as a placeholder.
    if not any(is_blank(words.get(name)) for name in PLACEHOLDER.findall(text)):
        yield PLACEHOLDER.sub(lambda found: words[found[1]], text)
