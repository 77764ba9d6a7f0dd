"""Rows of a tool as a drawing on paper: maps and rooms, blank ones for a pen. Their list always stands behind them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from msp_desktop.sheets import content, drawings
from msp_desktop.sheets.answered import Setting, words_of
from msp_desktop.sheets.bodied import bodies_of
from msp_desktop.tools.circles import CENTRE, radii
from msp_desktop.tools.circles_compared import CirclesThenNow, then_and_now
from msp_desktop.tools.comparing import Difference
from msp_desktop.tools.drawing import Body, Circles, Ecomap, Genogram, Rooms, Wheel
from msp_desktop.tools.fields import Pick, Rows
from msp_desktop.tools.maps import Links, ecomap_of, ecomap_to_fill, genogram_of, genogram_to_fill
from msp_desktop.tools.rooms import drawing, plan
from msp_desktop.tools.wheel import wheel_of
from msp_desktop.translation import tr

Row = Mapping[str, Any]
Drawn = drawings.Map | drawings.Rooms | drawings.Bodies

_ROOM_LINES, _LETTERS, _LONGEST = 14, 30, 120
_LARGE_LINES, _LARGE_LETTERS, _LARGE_LONGEST = 8, 20, 36
_SKETCH_LINES = 4
_TALL = 1.15


def drawn_of(rows: Rows, given: Sequence[Row], *, setting: Setting, links: Links | None) -> Drawn | None:
    """The drawing of rows, None where they are not drawn here or the sheet leaves out what it is made of."""
    has = {column.key for column in rows.columns}
    match rows.drawn:
        case Ecomap(name=name) as wanted if name in has:
            made = (
                ecomap_of(rows, wanted, given, is_numbered=setting.is_large) if given else ecomap_to_fill(rows, wanted)
            )
            return drawings.Map(rows.ask, made)
        case Genogram(name=name, generation=generation) as wanted if {name, generation} <= has:
            if not given:
                return drawings.Map(rows.ask, genogram_to_fill(rows, wanted, links))
            return drawings.Map(rows.ask, genogram_of(rows, wanted, given, links, is_numbered=setting.is_large))
        case Rooms(room=room, words=words) as wanted if {room, words} <= has:
            return rooms_of(rows, wanted, given, setting)
        case Wheel(now=now, wanted=hoped) as wanted if {now, hoped} <= has:
            return drawings.Map(rows.ask, wheel_of(rows, wanted, given))
        case Body(view=view, name=name) as wanted if {view, name} <= has:
            return bodies_of(rows, wanted, given)
    return None


def beside(
    rows: Rows, drawing: Circles, then: object, now: object, *, setting: Setting
) -> tuple[drawings.Beside, content.Table]:
    """Last time and now, and in a list where everybody stood and stands."""
    both, words = then_and_now(rows, drawing, then, now), setting.words
    before, after = (_half(both, words[when], is_now=when == "now") for when in ("last_time", "now"))
    changed = {
        Difference.SAME: "", Difference.NEW: words["is_new"], Difference.GONE: words["is_gone"],
        Difference.CHANGED: words["has_moved"],
    }  # fmt: skip
    listed = (
        (words["numbered_name"].format(number=each.number, name=each.name), each.then.words if each.then else "",
         each.now.words if each.now else "", changed[each.difference])
        for each in both.people
    )  # fmt: skip
    head = (rows.column(drawing.name).ask, words["last_time"], words["now"], words["changed"])
    return drawings.Beside(rows.ask, before, after, both.sentences()), content.Table(
        words["then_and_now"], head, tuple(listed)
    )


def _half(both: CirclesThenNow, label: str, *, is_now: bool) -> content.Circle:
    return content.Circle(
        label=label, centre=both.drawing.centre, centre_radius=CENTRE,
        rings=tuple(map(content.Ring, (ring.label for ring in both.rings), radii(len(both.rings)))),
        names=tuple(
            content.Name(each.name, spot.ring, place.x, place.y, place.width, str(each.number))
            for each, spot, place in both.on_rings(is_now=is_now)
        ),
        told=both.told(is_now=is_now),
    )  # fmt: skip


def is_numbered(made: Drawn | None) -> bool:
    """Whether numbers stand in the drawing, so that its list has them too."""
    if isinstance(made, drawings.Map):
        return made.drawn.is_numbered
    if isinstance(made, drawings.Bodies):
        return any(view.marks for view in made.views)
    return made is not None and any(thing.mark for room in made.rooms for thing in room.things)


def rooms_of(rows: Rows, wanted: Rooms, given: Sequence[Row], setting: Setting) -> drawings.Rooms:
    """Each room with the words in it, as many as it has room for; the list has them all, and whole."""
    pick = rows.column(wanted.room)
    options = pick.options if isinstance(pick, Pick) else ()
    marked = [(at if setting.is_large else 0, row) for at, row in enumerate(given, start=1)]
    rooms = [
        _room(
            rows,
            wanted,
            option.label,
            [(at, row) for at, row in marked if row.get(wanted.room) == option.code],
            setting,
        )
        for option in options
    ]
    told = (tr("{room}: {count}.").format(room=room.label, count=len(room.things) + room.more) for room in rooms)
    return drawings.Rooms(
        rows.ask,
        tuple(rooms),
        plan(len(rooms), tall=1.0 if setting.is_large else _TALL),
        " ".join([tr("Rooms and a path."), *told])[:280],
    )


def _room(rows: Rows, wanted: Rooms, label: str, inside: Sequence[tuple[int, Row]], setting: Setting) -> drawings.Room:
    most, letters, longest = (
        (_LARGE_LINES, _LARGE_LETTERS, _LARGE_LONGEST) if setting.is_large else (_ROOM_LINES, _LETTERS, _LONGEST)
    )
    things: list[drawings.Thing] = []
    left = float(most)
    for at, row in inside:
        thing = _thing(rows, wanted, row, at, longest, setting)
        left -= math.ceil(len(thing.words) / letters) + 0.4 + (_SKETCH_LINES if thing.sketch else 0)
        if left < 0:
            break
        things.append(thing)
    return drawings.Room(label, tuple(things), len(inside) - len(things))


def _thing(rows: Rows, wanted: Rooms, row: Row, at: int, longest: int, setting: Setting) -> drawings.Thing:
    # Who said it stands in the list, where the paper may tell it.
    words = words_of(rows.column(wanted.words), row.get(wanted.words), setting=replace(setting, has_speakers=False))
    is_sketched = wanted.sketch is not None and any(column.key == wanted.sketch for column in rows.columns)
    sketch = row.get(wanted.sketch or "") if is_sketched else None
    height, lines = drawing(sketch) if isinstance(sketch, Mapping) else (0.0, ())
    caption = str(sketch.get("caption", "")) if isinstance(sketch, Mapping) else ""
    said = (words or caption).strip()
    short = said if len(said) <= longest else said[: longest - 1].rstrip() + "…"
    return drawings.Thing(short, str(at) if at else "", lines, height)
