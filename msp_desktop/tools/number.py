"""A whole number and its unit: checked where it enters, and said in words. Pure."""

from __future__ import annotations

from math import inf

from msp_desktop.errors import BadInput
from msp_desktop.tools.fields import Number
from msp_desktop.translation import tr


def checked_number(field: Number, value: object) -> int:
    """The number as it is kept. Raises BadInput where it is none, or out of bounds."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadInput(tr("Enter a whole number, such as 4. Nothing was saved."))
    if not (-inf if field.least is None else field.least) <= value <= (inf if field.most is None else field.most):
        sentence = tr("This number is outside what fits here: {bounds}. Nothing was saved.")
        raise BadInput(sentence.format(bounds=_bounds(field)))
    return value


def number_in_words(field: Number, value: object) -> str:
    """The number as people read it, with its unit."""
    return f"{value} {field.unit}".strip()


def _bounds(field: Number) -> str:
    if field.least is None:
        return tr("at most {most}").format(most=field.most)
    if field.most is None:
        return tr("at least {least}").format(least=field.least)
    return tr("from {least} to {most}").format(least=field.least, most=field.most)
