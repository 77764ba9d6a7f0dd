"""A tool's questions as they stand on one of its sheets: what is typed in from paper follows it line by line. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from msp_desktop.sheets.composing import on_sheet
from msp_desktop.tools.definition import Definition, Section, Sheet
from msp_desktop.tools.fields import AnyField, Computed, Rows


def as_on_paper(definition: Definition, sheet_id: str) -> Definition:
    """The definition with what stands on the sheet alone, nothing folded away; as it is where the sheet is unknown."""
    sheet = next((each for each in definition.sheets if definition.sheet_id(each) == sheet_id), None)
    if sheet is None:
        return definition
    sections = tuple(each for each in _sections(definition, sheet) if each.fields)
    return replace(definition, sections=sections or definition.sections, board=())


def _sections(definition: Definition, sheet: Sheet) -> Iterator[Section]:
    allowed = on_sheet(definition, sheet)
    for section in definition.sections:
        asked = (field for field in section.fields if field.key in allowed and not isinstance(field, Computed))
        yield replace(section, fields=tuple(_open(field, sheet) for field in asked))


def _open(field: AnyField, sheet: Sheet) -> AnyField:
    if isinstance(field, Rows):
        columns = tuple(replace(each, more=False) for each in sheet.columns(field))
        return replace(field, more=False, columns=columns)
    return replace(field, more=False)
