"""Marks on a body on paper: the outlines that have some, or all for a pen, and in the list where each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from msp_desktop.sheets import drawings
from msp_desktop.tools.body import Mark, marks_of, outline, place, views_of
from msp_desktop.tools.drawing import Body
from msp_desktop.tools.fields import Rows, Text
from msp_desktop.translation import tr

Row = Mapping[str, Any]

_LONGEST_TOLD = 280


def bodies_of(rows: Rows, wanted: Body, given: Sequence[Row]) -> drawings.Bodies | None:
    """The outlines; None where there are rows and none of them has a spot."""
    marks, labels = marks_of(rows, wanted, given), views_of(rows, wanted)
    if given and not marks:
        return None
    shown = [code for code in labels if not given or any(mark.view == code for mark in marks)]
    views = (_view(code, labels[code], [mark for mark in marks if mark.view == code]) for code in shown)
    told = "; ".join(tr("{number}: {place}").format(number=mark.number, place=mark.place) for mark in marks)
    short = (
        told if len(told) <= _LONGEST_TOLD else tr("Outlines of a body with {count} marks.").format(count=len(marks))
    )
    return drawings.Bodies(rows.ask, tuple(views), short or tr("Empty outlines of a body, to put marks on."))


def with_places(rows: Rows, wanted: Body, given: Sequence[Row]) -> tuple[Rows, tuple[Row, ...]]:
    """The rows with one more column that says in words where each mark is."""
    places = {mark.row: mark.place for mark in marks_of(rows, wanted, given)}
    if not places:
        return rows, tuple(given)
    told = Text(key=wanted.spot, ask=tr("Where on the drawing"))
    at = [column.key for column in rows.columns].index(wanted.view) + 1
    columns = (*rows.columns[:at], told, *rows.columns[at:])
    with_words = ({**row, wanted.spot: places.get(number, "")} for number, row in enumerate(given))
    return msgspec.structs.replace(rows, columns=columns), tuple(with_words)


def _view(code: str, label: str, marks: Sequence[Mark]) -> drawings.BodyView:
    spots = (drawings.BodyMark(str(mark.number), *place(code, mark.x, mark.y)) for mark in marks)
    return drawings.BodyView(label, outline(code), tuple(spots))
