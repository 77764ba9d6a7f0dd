"""How rows, or one choice, are also drawn: which columns say what stands where. Words only; geometry is elsewhere.

A drawing is another way to fill and to see the same values, so the list is always an equal way in (ADR 0005).
"""

from __future__ import annotations

from typing import TypeAlias

from msp_desktop.tools.shape import Key, Said, Strict


class Circles(Strict, frozen=True, kw_only=True, tag_field="kind", tag="circles"):
    """Names in `rings` (a pick) by quarter (another pick), each named by `name`."""

    name: Key
    rings: Key
    quarters: Key
    centre: Said


class Ecomap(Strict, frozen=True, kw_only=True, tag_field="kind", tag="ecomap"):
    """Names around a centre, joined to it by lines: how strong (`strength`), which way (`flow`), how heavy (`stress`).

    The three are picks with the codes strong, weak, broken, new; to_me, from_me, both; none, some, a_lot.
    """

    name: Key
    strength: Key
    flow: Key
    stress: Key
    centre: Said


class Genogram(Strict, frozen=True, kw_only=True, tag_field="kind", tag="genogram"):
    """People in their generations and, from another field's rows (`links`), the lines between them.

    `here` is a yes_no column (lives here), `sex` and `generation` are picks (man, woman, other; above_two, above, same,
    below, below_two, of the person's own). In `links`, `one` and `other` are `row` columns, `type` and `quality` picks.
    Types with a line of their own: married, partner, civil_partner, separated, divorced, parent (`one` of `other`) and
    sibling; any other stands on its line as a word. Qualities with a line of their own: close, ordinary, distant,
    conflict, controlling, harm_alleged, cut_off; any other is given what is left of these.
    """

    name: Key
    sex: Key
    generation: Key
    here: Key
    died: Key
    links: Key
    one: Key
    other: Key
    type: Key
    quality: Key


class Wheel(Strict, frozen=True, kw_only=True, tag_field="kind", tag="wheel"):
    """One spoke for each fixed row, with two scales on it: how it is now and how it is wanted."""

    now: Key
    wanted: Key


class Rooms(Strict, frozen=True, kw_only=True, tag_field="kind", tag="rooms"):
    """Three large rooms, one for each option of `room` (a pick), with the words (and the sketch) of each row inside."""

    room: Key
    words: Key
    sketch: Key | None = None


class Body(Strict, frozen=True, kw_only=True, tag_field="kind", tag="body"):
    """Marks on outlines of a body: `view` is a pick of outlines, `spot` the place on it.

    The codes of the views: front, back, left, right, head, hands, feet, mouth, seated.
    """

    view: Key
    spot: Key
    name: Key


Drawing: TypeAlias = Circles | Ecomap | Genogram | Wheel | Rooms | Body
