"""What a hand draws: a sketch or a signature, as strokes of whole thousandths. Checked where it enters. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from msp_desktop.errors import BadInput
from msp_desktop.translation import tr

WHOLE = 1000
"""Places are counted in thousandths of the drawing's width."""

LARGEST = 40_000
"""Numbers in one drawing: about half an hour of a busy pen."""

Strokes = list[list[int]]


def checked_strokes(value: object) -> Strokes:
    """The strokes as they are kept. Raises BadInput where something is not a place on the drawing, or for too many."""
    if not isinstance(value, (list, tuple)):
        raise _not_drawn()
    strokes = [_stroke(each) for each in value]
    if sum(map(len, strokes)) > LARGEST:
        raise BadInput(tr("This drawing has more in it than can be kept. Go on in a second one. Nothing was lost."))
    return [stroke for stroke in strokes if stroke]


def checked_spot(value: object) -> dict[str, int]:
    """A place on a drawing as it is kept. Raises BadInput where it lies outside."""
    if not isinstance(value, Mapping) or set(value) != {"x", "y"}:
        raise _not_drawn()
    return {name: _place(value[name]) for name in ("x", "y")}


def _stroke(value: object) -> list[int]:
    if not isinstance(value, (list, tuple)) or len(value) % 2:
        raise _not_drawn()
    return [_place(each) for each in value]


def _place(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= WHOLE:
        raise _not_drawn()
    return value


def _not_drawn() -> BadInput:
    return BadInput(tr("This drawing cannot be read. Nothing of it was saved, and what was there before is as it was."))
