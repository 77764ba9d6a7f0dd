"""From a definition's field to its widget. One line a type, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msp_desktop.tools.drawing import Body, Circles, Ecomap, Genogram, Rooms, Wheel
from msp_desktop.tools.fields import (
    AnyField,
    Computed,
    Day,
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
    When,
    YesNo,
)
from msp_desktop.tools.maps import Links
from msp_desktop.tools.values import YES_NO, in_words
from ui.widgets.checks_field import ChecksField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.day_field import DayField
from ui.widgets.field import Field
from ui.widgets.fields.body_rows import BodyField
from ui.widgets.fields.by_hand import SignatureField, SketchField
from ui.widgets.fields.computed import ComputedField
from ui.widgets.fields.covered import HiddenField
from ui.widgets.fields.cycle import CycleField
from ui.widgets.fields.drafted import DraftedField
from ui.widgets.fields.drawn_rows import DrawnRowsField
from ui.widgets.fields.map_rows import EcomapField, GenogramField
from ui.widgets.fields.number import AmountField
from ui.widgets.fields.people import PeopleField
from ui.widgets.fields.person import Offered, PersonField
from ui.widgets.fields.quote import QuoteField, Scene
from ui.widgets.fields.room_rows import RoomsField
from ui.widgets.fields.row_of import RowOfField
from ui.widgets.fields.rows import RowsField
from ui.widgets.fields.scale import ScaleField
from ui.widgets.fields.spot import SpotField
from ui.widgets.fields.wheel_rows import WheelField
from ui.widgets.fields.when import WhenField
from ui.widgets.line_field import LineField
from ui.widgets.words_field import WordsField

LONGEST_LINE = 2000
"""Letters that "a few words" may have; a paste beyond it is cut, and the field says so."""


OpenLinks = Callable[[str], Links | None]
"""The rows of a field that join those of another, without what may not be seen now."""


def _no_links(_key: str) -> None:
    return None


def field_for(
    asked: AnyField, offered: Sequence[Offered], links: OpenLinks = _no_links, scene: Callable[[], Scene] = Scene
) -> Field:
    """The widget for a question.

    `offered` are the people it may offer, `links` knows what joins rows on a map, `scene` who could hear now.
    """
    made = _field(asked, offered, links, scene)
    return HiddenField(made, partial(in_words, asked)) if asked.is_masked else made


def _field(  # noqa: C901 - one case for each type of field
    asked: AnyField, offered: Sequence[Offered], links: OpenLinks, scene: Callable[[], Scene]
) -> Field:
    of_column = partial(field_for, offered=offered, scene=scene)
    match asked:
        case Long(drafted=drafted) if drafted:
            return DraftedField(asked.ask, hint=asked.help, lines=max(6, asked.lines))
        case Long():
            return WordsField(asked.ask, hint=asked.help, lines=max(2, asked.lines))
        case Quote():
            return QuoteField(asked.ask, hint=asked.help, lines=max(2, asked.lines), scene=scene)
        case Pick(options=options, drawn="cycle"):
            return CycleField(asked.ask, _labels(options), hint=asked.help, helps=_helps(options))
        case Pick(options=options):
            return ChoiceField(
                asked.ask, _labels(options), hint=asked.help, helps=_helps(options), pictures=_pictures(options)
            )  # fmt: skip
        case YesNo():
            return ChoiceField(asked.ask, YES_NO, hint=asked.help)
        case Multi(options=options):
            return ChecksField(
                asked.ask, _labels(options), hint=asked.help, helps=_helps(options), pictures=_pictures(options)
            )  # fmt: skip
        case Scale():
            scale = ScaleField(asked.ask, hint=asked.help, first=asked.first, last=asked.last, variants=asked.variants)
            scale.show_ends(asked.low, asked.high)
            return scale
        case Day():
            return DayField(asked.ask, hint=asked.help)
        case When():
            return WhenField(asked.ask, hint=asked.help)
        case Number():
            return AmountField(asked)
        case RowOf():
            return RowOfField(asked.ask, of=asked.of, hint=asked.help)
        case Spot():
            return SpotField(asked.ask, hint=asked.help)
        case Sketch():
            return SketchField(asked.ask, hint=asked.help)
        case Signature():
            return SignatureField(asked.ask, hint=asked.help)
        case Person():
            return PersonField(asked.ask, _to_offer(asked, offered), hint=asked.help)
        case People():
            return PeopleField(asked.ask, _to_offer(asked, offered), hint=asked.help)
        case Computed():
            return ComputedField(asked.ask, hint=asked.help)
        case Rows(drawn=Circles() as drawing):
            return DrawnRowsField(asked, drawing, of_column)
        case Rows(drawn=Ecomap() as drawing):
            return EcomapField(asked, drawing, of_column)
        case Rows(drawn=Genogram(links=key) as drawing):
            return GenogramField(asked, drawing, of_column, lambda: links(key))
        case Rows(drawn=Rooms() as drawing):
            return RoomsField(asked, drawing, of_column)
        case Rows(drawn=Body() as drawing):
            return BodyField(asked, drawing, of_column)
        case Rows(drawn=Wheel() as drawing):
            return WheelField(asked, drawing, of_column)
        case Rows():
            return RowsField(asked, of_column)
    return _line(asked)


def _line(asked: AnyField) -> LineField:
    made = LineField(asked.ask, hint=asked.help)
    made.edit.setMaxLength(LONGEST_LINE)
    cut = made.tr("This is long for one line, so its end was left out. Write the rest in another place.")
    made.edit.inputRejected.connect(lambda: made.show_error(cut))
    # A paste is refused before what is left of it is told as typed, so the sentence goes only with a shorter line.
    made.changed.connect(lambda: made.show_error("") if made.error.text() and _has_room(made) else None)
    return made


def _has_room(line: LineField) -> bool:
    return len(line.edit.text()) < LONGEST_LINE


def _to_offer(asked: Person | People, offered: Sequence[Offered]) -> Sequence[Offered]:
    return [each for each in offered if each.is_trusted or asked.offers == "anybody"]


def _labels(options: Sequence[Option]) -> dict[str, str]:
    return {each.code: each.label for each in options}


def _helps(options: Sequence[Option]) -> dict[str, str]:
    return {each.code: each.help for each in options if each.help}


def _pictures(options: Sequence[Option]) -> dict[str, str]:
    return {each.code: each.picture for each in options if each.picture}
