"""Values that fields hold: checked where they enter, and said in words where they are shown. No widgets, no storage.

A value that is not there is None; blank ones are never kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msp_desktop.errors import BadInput
from msp_desktop.record import entry
from msp_desktop.record.marks import TEXT_LENGTH
from msp_desktop.record.times import shown_day
from msp_desktop.tools.by_hand import checked_spot, checked_strokes
from msp_desktop.tools.fields import (
    AnyField,
    Computed,
    Day,
    Field,
    Long,
    Multi,
    Number,
    Option,
    People,
    Person,
    Pick,
    Quote,
    RowOf,
    Rows,
    Scale,
    Signature,
    Sketch,
    Spot,
    Text,
    When,
    YesNo,
)
from msp_desktop.tools.number import checked_number, number_in_words
from msp_desktop.tools.when import PARTS, checked_when, when_in_words
from msp_desktop.translation import tr

YES_NO: Mapping[str, str] = {
    "yes": tr("Yes"),
    "no": tr("No"),
    "not_sure": tr("Not sure"),
    "not_asked": tr("Not asked"),
}
ROW = "row"
"""In a fixed row: the code of the row."""

ID = "id"
"""In a numbered row: what other rows point at it by; in somebody's name, whose it is."""

_NOTHING_SAID = (ROW, ID)
_QUOTE_PARTS = ("words", "said_by", "setting")
_PERSON_PARTS = (ID, "name")


def checked(field: AnyField, value: object) -> Any:  # noqa: ANN401, C901 - one case for each type of field
    """The value as it is kept, None for a blank one. Raises BadInput where it does not fit the field."""
    if is_blank(value):
        return None
    match field:
        case Text() | Long() | Computed():
            return _text(value) or None
        case Quote():
            return _parts(value, _QUOTE_PARTS, main="words")
        case Pick():
            return _code(field.options, value)
        case YesNo():
            return _one_of(tuple(YES_NO), value)
        case Multi():
            return _codes(field.options, value)
        case Scale():
            return _number(value, first=field.first, last=field.last)
        case Day():
            return entry.day(str(value))
        case When():
            return checked_when(_texts(value, PARTS)) or None
        case Number():
            return checked_number(field, value)
        case Spot():
            return checked_spot(value)
        case Sketch():
            return _drawn(value, ("caption",))
        case Signature():
            return _drawn(value, ("name", "on"))
        case Person() | RowOf():
            return _parts(value, _PERSON_PARTS, main="name")
        case People():
            return [each for item in _list(value) if (each := _parts(item, _PERSON_PARTS, main="name"))] or None
        case Rows():
            return [row for item in _list(value) if (row := _row(field, item))] or None


def is_blank(value: object) -> bool:
    """Whether there is nothing in it."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return all(is_blank(part) for key, part in value.items() if key not in _NOTHING_SAID)
    if isinstance(value, (list, tuple)):
        return all(is_blank(part) for part in value)
    return value is None


def in_words(field: AnyField, value: object) -> str:  # noqa: C901 - one case for each type of field
    """A value as people read it; empty for None. Rows are told apart by semicolons."""
    if is_blank(value):
        return ""
    match field:
        case Pick(options=options):
            return _label(options, str(value))
        case YesNo():
            return YES_NO.get(str(value), str(value))
        case Multi(options=options):
            return ", ".join(_label(options, str(code)) for code in _list(value))
        case Day():
            return shown_day(str(value))
        case When() if isinstance(value, Mapping):
            return when_in_words(value)
        case Number():
            return number_in_words(field, value)
        case Sketch() if isinstance(value, Mapping):
            return str(value.get("caption", ""))
        case Signature() if isinstance(value, Mapping):
            return _signed(value)
        case Spot():
            return ""
        case Quote() | Person() | RowOf():
            return _said(value)
        case People():
            return ", ".join(_said(each) for each in _list(value))
        case Rows():
            return "; ".join(row_in_words(field, row) for row in _list(value))
    return str(value)


def row_in_words(rows: Rows, row: Mapping[str, Any], words: Callable[[AnyField, object], str] = in_words) -> str:
    """One row: its fixed name where it has one, then its columns."""
    name = next((each.label for each in rows.each if each.code == row.get(ROW)), "")
    told = [said for column in rows.columns if (said := words(column, row.get(column.key)))]
    return ": ".join(part for part in (name, ", ".join(told)) if part)


def _label(options: Sequence[Option], code: str) -> str:
    return next((option.label for option in options if option.code == code), code)


def _said(value: object) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    words, by = str(value.get("words") or value.get("name") or ""), str(value.get("said_by") or "")
    return tr("“{words}” ({who})").format(words=words, who=by) if by else words


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _misfit()
    clean = entry.clean_text(value).text
    if len(clean) > TEXT_LENGTH:
        raise BadInput(tr("This text is too long to keep in one place. Split it in two. Nothing was saved."))
    return clean if clean.strip() else ""  # only characters that cannot be kept: nothing was said


def _parts(value: object, names: Sequence[str], *, main: str) -> dict[str, str] | None:
    given = value if isinstance(value, Mapping) else {main: value}
    if set(given) - set(names):
        raise _misfit()
    kept = {name: text for name in names if given.get(name) and (text := _text(given[name]))}
    return kept if main in kept else None


def _texts(value: object, names: Sequence[str]) -> dict[str, str]:
    if not isinstance(value, Mapping) or set(value) - set(names):
        raise _misfit()
    return {name: text for name in names if value.get(name) and (text := _text(value[name]))}


def _drawn(value: object, names: Sequence[str]) -> dict[str, Any] | None:
    given = _mapping(value)
    kept: dict[str, Any] = dict(_texts({key: item for key, item in given.items() if key != "strokes"}, names))
    if strokes := checked_strokes(given.get("strokes") or []):
        kept["strokes"] = strokes
    if "on" in kept:
        kept["on"] = entry.day(kept["on"])
    return kept or None


def _signed(value: Mapping[str, Any]) -> str:
    name, on = str(value.get("name", "")), value.get("on")
    return tr("{name}, {day}").format(name=name, day=shown_day(on)) if on and name else name


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _misfit()
    return value


def _code(options: Sequence[Option], value: object) -> str:
    return _one_of([option.code for option in options], value)


def _one_of(codes: Sequence[str], value: object) -> str:
    if value not in codes:
        raise BadInput(tr("One choice is not known in this tool. Nothing was saved. Choose it again."))
    return str(value)


def _codes(options: Sequence[Option], value: object) -> list[str]:
    chosen = {_code(options, each) for each in _list(value)}
    return [option.code for option in options if option.code in chosen]


def _number(value: object, *, first: int, last: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not first <= value <= last:
        sentence = tr("Choose a whole number from {first} to {last}. Nothing was saved.")
        raise BadInput(sentence.format(first=first, last=last))
    return value


def _row(rows: Rows, value: object) -> dict[str, Any] | None:
    names = {ROW, *(column.key for column in rows.columns), *({ID} if rows.numbered else ())}
    if not isinstance(value, Mapping) or set(value) - names:
        raise _misfit()
    kept = {column.key: checked(column, value.get(column.key)) for column in rows.columns}
    kept = {key: item for key, item in kept.items() if item is not None}
    if not kept:
        return None
    if rows.numbered and value.get(ID):
        kept = {ID: _text(value[ID]), **kept}
    return {ROW: _one_of([each.code for each in rows.each], value.get(ROW)), **kept} if rows.each else kept


def _list(value: object) -> Sequence[Any]:
    if not isinstance(value, (list, tuple)):
        raise _misfit()
    return value


def _misfit() -> BadInput:
    return BadInput(tr("One answer does not have the form that its question needs. Nothing was saved."))


def has_free_words(field: Field) -> bool:
    """Whether a field can hold words that nobody chose from a list."""
    return type(field).has_free_words
