"""A tool's board on paper: filled, its answers in their columns; empty, what each column asks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec

from msp_desktop.sheets import content, drawings
from msp_desktop.sheets.answered import Setting, block_of
from msp_desktop.tools.board import Column, board
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.fields import AnyField, Multi, Pick, Rows, Scale, YesNo


def board_of(
    definition: Definition, sheet: Sheet, values: Mapping[str, Any], shown: Collection[str], *, setting: Setting
) -> drawings.Board:
    """The columns of the tool with the answers that may stand on this sheet."""
    if not setting.has_speakers:
        values = {key: _unsigned(value) for key, value in values.items()}
    columns = board(_as_on(sheet, definition), values, shown)
    return drawings.Board(tuple(_column(definition, sheet, column, setting) for column in columns))


def is_asked_on_board(field: AnyField, definition: Definition, sheet: Sheet, *, setting: Setting) -> bool:
    """Whether an empty board asks it already, as it does with whatever needs only lines or ticks."""
    if setting.is_filled or not sheet.shows_board or _needs_its_list(field, sheet):
        return False
    return any(field.key in column.fields for column in definition.board)


def _needs_its_list(field: AnyField, sheet: Sheet) -> bool:
    has_columns = isinstance(field, Rows) and (len(sheet.columns(field)) > 1 or bool(field.each))
    return has_columns or isinstance(field, Scale)


def _column(definition: Definition, sheet: Sheet, column: Column, setting: Setting) -> drawings.BoardColumn:
    cards = tuple(drawings.BoardCard(card.words, "" if column.has_one_question else card.ask) for card in column.cards)
    if setting.is_filled:
        return drawings.BoardColumn(column.title, cards)
    fields = [definition.field(key) for key in column.fields]
    asked_here = [field for field in fields if not _needs_its_list(field, sheet)] or fields
    return drawings.BoardColumn(column.title, asks=tuple(map(_ask, asked_here)))


def _ask(field: AnyField) -> drawings.BoardAsk:
    choice = block_of(field, None, setting=Setting()) if isinstance(field, (Pick, Multi, YesNo)) else None
    options = choice.options if isinstance(choice, content.Choice) else ()
    return drawings.BoardAsk(field.ask, tuple(option.label for option in options))


def _as_on(sheet: Sheet, definition: Definition) -> Definition:
    """The tool without the columns that a sheet leaves out."""
    sections = tuple(
        msgspec.structs.replace(section, fields=tuple(_field_as_on(sheet, field) for field in section.fields))
        for section in definition.sections
    )
    return msgspec.structs.replace(definition, sections=sections)


def _field_as_on(sheet: Sheet, field: AnyField) -> AnyField:
    return msgspec.structs.replace(field, columns=sheet.columns(field)) if isinstance(field, Rows) else field


def _unsigned(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """Words without who said them, for paper that may be found."""
    if isinstance(value, (list, tuple)):
        return [_unsigned(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _unsigned(each) for key, each in value.items() if key not in ("said_by", "setting")}
    return value
