"""From a tool and one of its sheets to the content of that sheet, blank or filled, in the same order. Pure.

What may be printed at all, and what is left out because it was said alone, is decided before (`guard`, `printing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.sheets import cards, content, drawings
from msp_desktop.sheets.answered import Ends, Setting, block_of, words_of
from msp_desktop.sheets.boarded import board_of, is_asked_on_board
from msp_desktop.sheets.compared import can_compare, then_and_now
from msp_desktop.sheets.content import Block, Chrome, Format, Paper
from msp_desktop.sheets.listed import listed
from msp_desktop.tools import form
from msp_desktop.tools.cycle import cycle_of
from msp_desktop.tools.definition import BoxRow, Definition, Section, Sheet
from msp_desktop.tools.drawing import Genogram
from msp_desktop.tools.fields import AnyField, Computed, Multi, Pick, Rows, Scale, YesNo
from msp_desktop.tools.maps import Links
from msp_desktop.tools.over_time import Time
from msp_desktop.tools.strings import EASY_READ, ENGLISH, is_checked, said_in
from msp_desktop.tools.values import is_blank

Values = Mapping[str, Any]

_ONE_ANSWER = re.compile(r"(?P<key>\w+) == '?(?P<answer>\w+)'?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What stands around a sheet: its class that holds for this print, whose it is by initials, and the day."""

    leave: Leave
    initials: str = ""
    date: str = ""
    has_date: bool = True
    has_neutral_title: bool = False


def composed(
    definition: Definition, sheet: Sheet, *, marks: Marks, values: Values | None = None,
    format: Format = Format.STANDARD, language: str = ENGLISH, variant: str = "", earlier: Sequence[Time] = (),
) -> content.Sheet:  # fmt: skip
    """The sheet as content; `values` None leaves it blank. Hidden fields never stand on it.

    A filled sheet leaves out what is not asked any more; `variant` chooses how scales are drawn where they can. Circles
    stand beside those of the latest of the `earlier` times, and a part after the answers compares all of it.
    """
    said = EASY_READ if format is Format.EASY else language
    setting = Setting(
        language=language,
        is_easy=format is Format.EASY,
        is_filled=values is not None,
        is_wide=sheet.page == "a4-landscape",
        is_large=format is Format.LARGE,
        has_help=marks.leave is Leave.C and values is None,
        has_speakers=marks.leave is Leave.C,
        variant=variant,
    )
    note = "" if is_checked(definition, said) else setting.words["easy_unchecked" if setting.is_easy else "unchecked"]
    definition = said_in(definition, said)
    sheet = definition.sheet(sheet.name)
    last_time = earlier[-1].values if earlier else {}
    blocks = tuple(_Maker(definition, sheet, values, setting, last_time).blocks())
    if values is not None and earlier and can_compare(sheet):
        times = (*earlier, Time(marks.date if marks.has_date else "", values))
        keys = on_sheet(definition, sheet)
        blocks += tuple(then_and_now(definition, sheet, times, keys=keys, setting=setting))
    chrome = _chrome(definition, sheet, marks, setting, note)
    return content.Sheet(chrome, Paper(sheet.page), blocks, format, language)


def on_sheet(definition: Definition, sheet: Sheet) -> frozenset[str]:
    """The fields that can stand on a sheet, whatever their values."""
    named = sheet.shows or tuple(field.key for field in definition.asked_fields)
    if sheet.panels:
        named = tuple(key for panel in sheet.panels for key in panel.fields)
    elif sheet.tells:
        named = (sheet.tells, *sheet.shows)
    elif sheet.cards:
        named = sheet.shows
    never = {field.key for field in definition.asked_fields if field.is_masked}
    return frozenset(named) - frozenset(sheet.leaves_out) - never


def _chrome(definition: Definition, sheet: Sheet, marks: Marks, setting: Setting, note: str) -> Chrome:
    title = sheet.neutral_title if marks.has_neutral_title else sheet.title or definition.title
    return Chrome(
        title=title,
        id=f"{definition.number} {marks.leave}",
        purpose="" if marks.has_neutral_title else sheet.purpose,
        foot=setting.words["do_not_leave"] if marks.leave is Leave.C else "",
        note=note,
        has_initials=marks.leave is not Leave.A and not sheet.cards,
        initials="" if marks.leave is Leave.A else marks.initials,
        date=marks.date if marks.has_date else "",
        has_date=marks.has_date,
    )


class _Maker:
    """Makes the blocks of one sheet; it lives for that one sheet."""

    def __init__(
        self, definition: Definition, sheet: Sheet, values: Values | None, setting: Setting, last_time: Values
    ) -> None:
        self._definition, self._sheet, self._setting, self._last_time = definition, sheet, setting, last_time
        allowed = on_sheet(definition, sheet)
        self._values = {key: value for key, value in (values or {}).items() if key in allowed}
        # What shows a question may stand on another sheet, so it is read from every value.
        self._shown = allowed if values is None else allowed & form.visible(definition, values)
        self._ends = self._ends_of_scales()

    def blocks(self) -> Iterator[Block]:
        if self._sheet.shows_board:
            yield board_of(self._definition, self._sheet, self._values, self._shown, setting=self._setting)
        if self._sheet.cards:
            yield from (cards.Boxes(_boxes(row), row.ask) for row in self._sheet.cards)
        for panel in self._sheet.panels:
            fields = (self._definition.field(key) for key in panel.fields)
            inside = [block for field in fields for block in self._field(field)]
            yield content.Panel(panel.title, (*inside, *map(content.Words, panel.says)))
        if not self._sheet.panels:
            yield from self._sections()

    def _sections(self) -> Iterator[Block]:
        found = [(section, made) for section in self._definition.sections if (made := tuple(self._in_section(section)))]
        for section, made in found:
            if len(found) > 1 and not self._sheet.tells:
                yield content.Heading(section.title, self._when(section.shown_when, section.help))
            yield from made

    def _in_section(self, section: Section) -> Iterator[Block]:
        for field in section.fields:
            blocks = tuple(self._field(field))
            if blocks and self._needs_picture(field):
                yield content.Pictured(field.picture, blocks[:1])
                blocks = blocks[1:]
            yield from blocks

    def _needs_picture(self, field: AnyField) -> bool:
        """In Easy Read, beside what is not drawn and has no pictures of its own."""
        is_drawn = isinstance(field, (Rows, Pick)) and field.drawn is not None
        return self._setting.is_easy and bool(field.picture) and not is_drawn and field.key != self._sheet.tells

    def _field(self, field: AnyField) -> Iterator[Block]:
        if field.key not in self._shown or field.key in self._ends or self._is_left_blank(field):
            return
        value = self._values.get(field.key)
        if field.key == self._sheet.tells and isinstance(field, (Pick, Multi)):
            yield from _told(field, value)
            return
        help = self._when(field.shown_when, field.help)
        if isinstance(field, Rows):
            rows = msgspec.structs.replace(field, columns=self._sheet.columns(field))
            links = self._links(field)
            yield from listed(
                rows, value, setting=self._setting, values=self._values, help=help, links=links,
                then=self._last_time.get(field.key),
            )  # fmt: skip
            return
        if isinstance(field, Pick) and field.drawn == "cycle":
            yield drawings.Map(field.ask, cycle_of(field, value))
        ends = self._words_of_ends(field) if isinstance(field, Scale) else None
        yield block_of(field, value, setting=self._setting, help=help, ends=ends)

    def _links(self, rows: Rows) -> Links | None:
        """What joins the rows of a drawing, as far as this sheet may show it."""
        key = rows.drawn.links if isinstance(rows.drawn, Genogram) else ""
        field = self._definition.field(key) if key in self._shown else None
        if not isinstance(field, Rows):
            return None
        columns = self._sheet.columns(field)
        return Links(msgspec.structs.replace(field, columns=columns), self._values.get(key) or ())

    def _is_left_blank(self, field: AnyField) -> bool:
        # Nobody writes a computed value by hand, and what opens later on the screen is not missed on paper.
        is_extra = isinstance(field, Computed) or (field.more and field.key not in self._sheet.shows)
        is_extra = is_extra or is_asked_on_board(field, self._definition, self._sheet, setting=self._setting)
        return is_extra and is_blank(self._values.get(field.key))

    def _words(self, field: AnyField, value: object) -> str:
        return "" if isinstance(field, Rows) else words_of(field, value, setting=self._setting)

    def _when(self, condition: str, help: str) -> str:
        if self._setting.is_filled:
            return ""
        help = help if self._setting.has_help else ""
        return " ".join(part for part in (self._only_if(condition), help) if part)

    def _only_if(self, condition: str) -> str:
        """In words, when a question counts, where that is one plain answer to a question of this sheet."""
        plain = _ONE_ANSWER.fullmatch(condition)
        if plain is None or plain["key"] not in self._shown:
            return ""
        asked, answer = self._definition.field(plain["key"]), plain["answer"]
        if isinstance(asked, (Pick, Multi, YesNo)):
            answer = words_of(asked, [answer] if isinstance(asked, Multi) else answer, setting=self._setting)
        return self._setting.words["only_if"].format(answer=answer, question=asked.ask)

    def _ends_of_scales(self) -> frozenset[str]:
        """Fields whose words stand at the ends of a scale on this sheet, and therefore not once more."""
        scales = (field for field in self._definition.asked_fields if isinstance(field, Scale))
        named = {end for field in scales if field.key in self._shown for end in (field.low, field.high)}
        return frozenset(named & self._shown)

    def _words_of_ends(self, scale: Scale) -> Ends:
        low, low_ask = self._end(scale.low)
        high, high_ask = self._end(scale.high)
        # Two scales may share their ends: they are written once, at the first.
        return Ends(low, high, low_ask, high_ask) if self._is_first(scale) else Ends()

    def _is_first(self, scale: Scale) -> bool:
        shown = (each for each in self._definition.asked_fields if isinstance(each, Scale) and each.key in self._shown)
        return next(each.key for each in shown if (each.low, each.high) == (scale.low, scale.high)) == scale.key

    def _end(self, end: str) -> tuple[str, str]:
        asked = next((field for field in self._definition.asked_fields if field.key == end), None)
        if asked is None:
            return end, ""
        value = self._values.get(end)
        words = str(value.get("words", "")) if isinstance(value, Mapping) else self._words(asked, value)
        return words, asked.ask if end in self._shown else ""


def _boxes(row: BoxRow) -> tuple[cards.Box, ...]:
    return tuple(cards.Box(box.words, box.picture) for box in row.boxes)


def _told(field: Pick | Multi, value: object) -> Iterator[Block]:
    chosen = value if isinstance(value, (list, tuple)) else [value] if value else []
    for option in field.options:
        if not chosen or option.code in chosen:
            yield cards.Told(option.label, option.says, option.picture)
