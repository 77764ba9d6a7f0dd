"""One question of a tool as one block of a sheet, blank or filled. Rows, which hold questions, are in `listed`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msp_desktop.sheets import content
from msp_desktop.sheets.content import Block
from msp_desktop.sheets.wording import day_in, wording
from msp_desktop.tools.fields import (
    Column,
    Computed,
    Day,
    Long,
    Multi,
    Number,
    Person,
    Pick,
    Quote,
    RowOf,
    Scale,
    Signature,
    Sketch,
    Text,
    YesNo,
)
from msp_desktop.tools.strings import ENGLISH
from msp_desktop.tools.values import YES_NO, in_words, is_blank

Values = Mapping[str, Any]

ALL_OPTIONS = 6
"""A filled sheet shows every option of a question up to this number; of more, those that were chosen."""

_SHORT = 28
_LONG_LINES, _QUOTE_LINES = 3, 2


@dataclass(frozen=True, slots=True)
class Setting:
    """How questions are set: the language, filled or blank, large or not, on wide paper or not, how a scale is drawn.

    Help speaks to the worker, so it stands on blank paper that stays with the worker (`has_help`) and nowhere else;
    who said something, and where, only on paper that stays with the worker (`has_speakers`).
    """

    language: str = ENGLISH
    is_easy: bool = False
    is_filled: bool = False
    is_wide: bool = False
    is_large: bool = False
    has_help: bool = False
    has_speakers: bool = False
    variant: str = ""

    @property
    def words(self) -> Mapping[str, str]:
        """What paper adds by itself."""
        return wording(self.language)


@dataclass(frozen=True, slots=True)
class Ends:
    """What stands at a scale's two ends: words, or else the questions whose answers they will be."""

    low: str = ""
    high: str = ""
    low_ask: str = ""
    high_ask: str = ""


def block_of(
    field: Column | Computed | Signature, value: object, *, setting: Setting, help: str = "", ends: Ends | None = None
) -> Block:
    """The block of one question; a blank one leaves room for the answer. `help` is printed as it is given."""
    match field:
        case Quote():
            return _quote(field, value, help, setting)
        case Pick() | Multi():
            return _choice(field, value, help, setting)
        case YesNo():
            return _yes_no(field, value, help, setting)
        case Sketch():
            return _drawn(field, value, help, setting)
        case Signature():
            return _signature(field, value, help, setting)
        case Scale():
            return _scale(field, value, help, ends or Ends(field.low, field.high), setting)
    lines = max(_LONG_LINES, field.lines) if isinstance(field, Long) else field.lines
    words = words_of(field, value, setting=setting)
    return content.Field(_ask(field, words, setting), help, words, lines, is_short=not help and _is_short(field, words))


def words_of(field: Column | Computed | Signature, value: object, *, setting: Setting) -> str:
    """A value in words, as far as this paper may tell it."""
    match field:
        case Quote() if isinstance(value, Mapping) and not setting.has_speakers:
            return in_words(field, {"words": value.get("words")})
        case YesNo() if value in YES_NO:
            return setting.words[str(value)]
        case Day() if not is_blank(value):
            return day_in(setting.language, str(value))
    return in_words(field, value)


def _quote(field: Quote, value: object, help: str, setting: Setting) -> content.Quote:
    given = value if isinstance(value, Mapping) else {"words": value or ""}
    told = ("said_by", "setting") if setting.has_speakers else ()
    by = ", ".join(str(given[key]) for key in told if not is_blank(given.get(key)))
    words = str(given.get("words", "")).strip()
    return content.Quote(field.ask, help, words, by if words else "", max(_QUOTE_LINES, field.lines))


def _choice(field: Pick | Multi, value: object, help: str, setting: Setting) -> content.Choice:
    chosen = _codes(value)
    options = tuple(content.Option(each.label, each.code in chosen, each.picture) for each in field.options)
    if setting.is_filled and chosen and len(options) > ALL_OPTIONS:
        options = tuple(option for option in options if option.is_ticked)
    return content.Choice(field.ask, options, help, many=isinstance(field, Multi))


def _yes_no(field: YesNo, value: object, help: str, setting: Setting) -> content.Choice:
    # "Not asked" is an answer about the asking: a sheet that asks has no box for it.
    codes = [code for code in YES_NO if code != "not_asked" or value == code]
    options = tuple(content.Option(setting.words[code], value == code) for code in codes)
    return content.Choice(field.ask, options, help)


def _scale(field: Scale, value: object, help: str, ends: Ends, setting: Setting) -> content.Scale:
    drawn = next((each for each in field.variants if each == setting.variant), field.variants[0])
    score = value if isinstance(value, int) else None
    return content.Scale(
        field.ask, ends.low, ends.high, field.first, field.last, score, drawn, help, ends.low_ask, ends.high_ask
    )


def _drawn(field: Sketch, value: object, help: str, setting: Setting) -> content.Drawn:
    given = value if isinstance(value, Mapping) else {}
    strokes, words = tuple(map(tuple, given.get("strokes", ()))), str(given.get("caption", ""))
    return content.Drawn(field.ask, strokes, words, help=help, has_pad=not setting.is_filled)


def _signature(field: Signature, value: object, help: str, setting: Setting) -> content.Signature:
    given = value if isinstance(value, Mapping) else {}
    day = day_in(setting.language, str(given["on"])) if given.get("on") else ""
    strokes = tuple(map(tuple, given.get("strokes", ())))
    return content.Signature(field.ask, str(given.get("name", "")), day, strokes, help)


def _codes(value: object) -> Sequence[str]:
    if is_blank(value):
        return ()
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else [str(value)]


def _ask(field: Column | Computed | Signature, words: str, setting: Setting) -> str:
    """The question; a number that is still to be written names its unit."""
    if isinstance(field, Number) and field.unit and not words:
        return setting.words["in_unit"].format(question=field.ask, unit=field.unit)
    return field.ask


def _is_short(field: Column | Computed | Signature, words: str) -> bool:
    if not isinstance(field, (Text, Day, Number, Person, RowOf)) or field.lines > 1:
        return False
    return len(field.ask) <= _SHORT and len(words) <= _SHORT and "\n" not in words
