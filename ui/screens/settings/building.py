"""From a line of the settings table to a field on the page: which widget a kind of value has, and how it is read.

A value goes to and from a field in the shape that the field has; the table alone says what fits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msp_desktop.setting_kinds import DutyNumbers, Folder, Folders, Kind, Number, OneOf, Several, WordOrFolder
from msp_desktop.settings import Entry, Settings
from msp_desktop.translation import tr
from ui.widgets.checks_field import ChecksField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field import Field
from ui.widgets.folder_field import FolderField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.number_field import NumberField
from ui.widgets.rows_field import RowsField

Value = Any  # each setting has its own type


def field_of(entry: Entry, *, hint: str) -> Field:
    """The field of one setting, empty."""
    kind: Kind[Any] = entry.kind
    if isinstance(kind, OneOf):
        choices = {str(value): words for value, words in kind.choices.items()}
        return ChoiceField(entry.words, choices, hint=hint, must_choose=True)
    if isinstance(kind, Several):
        return ChecksField(entry.words, kind.choices, hint=hint)
    if isinstance(kind, DutyNumbers):
        return RowsField(entry.words, _duty_form, more=tr("Add somebody to ring"), hint=hint)
    return _SIMPLE[type(kind)](entry.words, hint=hint)


def to_field(entry: Entry, settings: Settings) -> Value:
    """What counts now, in the shape of its field."""
    value = getattr(settings, entry.name)
    if isinstance(entry.kind, OneOf):
        return str(value)
    if isinstance(entry.kind, DutyNumbers):
        return [{"name": each.name, "number": each.number} for each in value]
    return value


def from_field(entry: Entry, value: Value) -> object:
    """What somebody chose, as the table reads it: it may not fit."""
    kind: Kind[Any] = entry.kind
    if isinstance(kind, OneOf):
        return next((each for each in kind.choices if str(each) == value), None)
    if isinstance(kind, DutyNumbers):
        return [_spelled(row) for row in value]
    return value


def problem_of(entry: Entry) -> str:
    """What to enter instead of what does not fit."""
    kind: Kind[Any] = entry.kind
    if isinstance(kind, Number):
        return tr("Enter a number from {low} to {high}. Until then nothing changes.").format(
            low=kind.low, high=kind.high
        )
    if isinstance(kind, DutyNumbers):
        return tr("Each needs a name and a number, at most {most} in all. Until then nothing changes.").format(
            most=kind.most
        )
    return tr("Enter the whole path of a folder, or nothing. Until then nothing changes.")


def words_of(entry: Entry, settings: Settings) -> str:
    """What counts now, in words, for what nobody can choose here."""
    value, kind = getattr(settings, entry.name), entry.kind
    if isinstance(kind, OneOf):
        return str(kind.choices[value])
    if isinstance(kind, WordOrFolder):
        return kind.choices.get(value, value)
    if isinstance(value, tuple):
        return "\n".join(map(str, value)) or tr("None")
    return str(value)


def _duty_form() -> Form:
    return Form({"name": LineField(tr("Who"), width=360), "number": LineField(tr("Number"), width=240)})


def _spelled(row: Mapping[str, str]) -> str:
    return f"{row['name']}: {row['number']}"


_SIMPLE: Mapping[type, Callable[..., Field]] = {Number: NumberField, Folder: FolderField, Folders: LineField}
