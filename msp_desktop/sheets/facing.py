"""What of a tool the person can be given to read, and how: in which languages, and in Easy Read. Sets nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from msp_desktop.errors import BadInput
from msp_desktop.practice.leave_behind import Leave
from msp_desktop.sheets.composing import on_sheet
from msp_desktop.sheets.content import Format
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.fields import Rows
from msp_desktop.tools.strings import ENGLISH, WORDED, has_easy_read, is_checked, languages
from msp_desktop.translation import tr


def facing_sheets(tool: Definition) -> tuple[Sheet, ...]:
    """The sheets that may be left, blank or filled in, and those that are held out to point at."""
    return tuple(each for each in tool.sheets if each.cards or {each.leave.blank, each.leave.filled} != {Leave.C})


def languages_of(tool: Definition, sheet: Sheet) -> Mapping[str, bool]:
    """The languages that a sheet can be printed in, English first, and whether somebody who speaks it has checked it.

    What stays with the worker is in English.
    """
    found = languages(tool) if sheet in facing_sheets(tool) else (ENGLISH,)
    return {each: is_checked(tool, each) for each in found}


def can_be_easy(tool: Definition, sheet: Sheet) -> bool:
    """Whether a sheet can be printed in Easy Read: what folds into a pocket has no room for its large letters."""
    return has_easy_read(tool) and sheet in facing_sheets(tool) and sheet.page != "pocket"


def refuse_unwritten(tool: Definition, sheet: Sheet, *, format: Format, language: str) -> None:
    """Raises BadInput for a language, or an Easy Read, that nobody has written for this sheet."""
    is_easy = format is Format.EASY
    if language not in languages_of(tool, sheet) or (is_easy and not can_be_easy(tool, sheet)):
        raise BadInput(tr("Nobody has written this sheet that way yet. Nothing was printed. Choose another."))
    if is_easy and language != ENGLISH:
        raise BadInput(tr("Easy Read is in English only. Choose one or the other. Nothing was printed."))


def facing_words(tool: Definition) -> tuple[str, ...]:
    """Every sentence that can stand on one of them, once, in the order of the definition."""
    keys = frozenset(_keys(tool))
    found = dict.fromkeys(words for sheet in facing_sheets(tool) for words in _on(tool, sheet))
    # The end of a scale, or the words in a drawing, may name another field instead of saying something.
    return tuple(words for words in found if words not in keys)


def _on(tool: Definition, sheet: Sheet) -> Iterator[str]:
    yield from filter(None, (sheet.title or tool.title, sheet.purpose, sheet.neutral_title))
    yield from _words(sheet.cards)
    yield from _words(sheet.panels)
    for panel in sheet.panels:
        yield from panel.says
    stand = on_sheet(tool, sheet)
    for section in tool.sections:
        fields = [field for field in section.fields if field.key in stand]
        if fields and not (sheet.panels or sheet.tells or sheet.cards):
            yield section.title
        for field in fields:
            kept = sheet.columns(field) if isinstance(field, Rows) else ()
            yield from _words(msgspec.structs.replace(field, columns=kept) if isinstance(field, Rows) else field)


def _keys(tool: Definition) -> Iterator[str]:
    for field in tool.asked_fields:
        yield field.key
        yield from (column.key for column in field.columns) if isinstance(field, Rows) else ()


def _words(part: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a definition
    if isinstance(part, tuple):
        for each in part:
            yield from _words(each)
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            value = getattr(part, name)
            if not isinstance(value, str):
                yield from _words(value)
            elif name in WORDED and value:
                yield value
