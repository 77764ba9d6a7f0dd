"""A number and its unit: checked where it enters, and said in words. Pure."""

from __future__ import annotations

from math import inf, isfinite

from msp_desktop.errors import BadInput
from msp_desktop.tools.fields import Number
from msp_desktop.translation import tr


def checked_number(field: Number, value: object) -> int | float:
    """The number as it is kept, with at most one decimal place. Raises BadInput where it is none or out of bounds."""
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not isfinite(value):
        raise BadInput(tr("Enter a number, such as 4 or 2.5. Nothing was saved."))
    if not (-inf if field.least is None else field.least) <= value <= (inf if field.most is None else field.most):
        sentence = tr("This number is outside what fits here: {bounds}. Nothing was saved.")
        raise BadInput(sentence.format(bounds=_bounds(field)))
    return round(value, 1) if isinstance(value, float) and not value.is_integer() else int(value)


def _bounds(field: Number) -> str:
    if field.least is None:
        return tr("at most {most}").format(most=f"{field.most:g}")
    if field.most is None:
        return tr("at least {least}").format(least=f"{field.least:g}")
    return tr("from {least} to {most}").format(least=f"{field.least:g}", most=f"{field.most:g}")


def number_in_words(field: Number, value: object) -> str:
    """The number as people read it, with its unit."""
    said = f"{value:g}" if isinstance(value, (int, float)) else str(value)
    return f"{said} {field.unit}".strip()
