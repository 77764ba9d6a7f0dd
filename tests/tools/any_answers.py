"""Any answers that a definition allows, nasty texts among them: what a hypothesis test draws from."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from msp_desktop.tools.by_hand import WHOLE
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.fields import (
    AnyField,
    Computed,
    Day,
    Multi,
    Number,
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
from msp_desktop.tools.values import ID, ROW, YES_NO
from msp_desktop.tools.when import PRECISIONS

NASTY = (
    '*bold* = Heading #read("/etc/passwd") $x$ @ref <lab> {words} // \\',
    "👩🏽‍🦽 🫖 ☎", "قالت: أريد بطاقتي\u200f (١٢٣)",
    "a\u202eb\u2066c", "\x00\x01\x1b[31m\x7f\u2028", "\ud800", "e\u0301" * 40, "漢字ไทย", "=cmd|'/c calc'!A1", "  ",
)  # fmt: skip
TEXT = st.sampled_from(NASTY) | st.text(st.characters(codec=None), max_size=30)

_PLACE = st.integers(0, WHOLE)
_STROKES = st.lists(st.lists(_PLACE, min_size=2, max_size=8).filter(lambda stroke: len(stroke) % 2 == 0), max_size=3)


def any_answers(definition: Definition) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping of some fields to values of their shape."""
    return st.fixed_dictionaries({}, optional={field.key: any_value(field) for field in definition.asked_fields})


def any_value(field: AnyField) -> st.SearchStrategy[Any]:  # noqa: C901 - one case for each type of field
    """A value of a field's shape."""
    match field:
        case Pick() | Multi():
            code = st.sampled_from([option.code for option in field.options])
            return code if isinstance(field, Pick) else st.lists(code, max_size=3)
        case YesNo():
            return st.sampled_from(list(YES_NO))
        case Scale():
            return st.integers(field.first, field.last)
        case Day():
            return st.dates().map(str)
        case Quote():
            return st.fixed_dictionaries({"words": TEXT}, optional={"said_by": TEXT, "setting": TEXT})
        case Person():
            return st.fixed_dictionaries({"name": TEXT})
        case People():
            return st.lists(st.fixed_dictionaries({"name": TEXT}), max_size=3)
        case When():
            return st.fixed_dictionaries(
                {"precision": st.sampled_from(list(PRECISIONS))},
                optional={"on": st.dates().map(str), "at": st.times().map("{:%H:%M}".format), "words": TEXT},
            )
        case Number():
            least, most = (-999 if field.least is None else field.least), (999 if field.most is None else field.most)
            return st.integers(least, most)
        case Spot():
            return st.fixed_dictionaries({"x": _PLACE, "y": _PLACE})
        case Sketch():
            return st.fixed_dictionaries({}, optional={"strokes": _STROKES, "caption": TEXT})
        case Signature():
            return st.fixed_dictionaries({}, optional={"strokes": _STROKES, "name": TEXT, "on": st.dates().map(str)})
        case RowOf():
            return st.fixed_dictionaries({"id": st.sampled_from(("1", "2", "gone")), "name": TEXT})
        case Rows():
            return st.lists(_row(field), max_size=4)
        case Computed():
            return st.none()
    return TEXT


def _row(rows: Rows) -> st.SearchStrategy[dict[str, Any]]:
    columns = {column.key: any_value(column) for column in rows.columns}
    always = {ROW: st.sampled_from([each.code for each in rows.each])} if rows.each else {}
    if rows.numbered:
        columns[ID] = st.sampled_from(("1", "2"))
    return st.fixed_dictionaries(always, optional=columns)
