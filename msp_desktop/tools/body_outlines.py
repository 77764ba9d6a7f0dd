"""Our own outlines of a body as points to draw smooth lines through: calm, unsexed, adult. Data alone; no geometry.

Each is drawn in a box of its own units, y downwards. A corner is a point that stands twice. `*_HALF` is the half to
the right of the middle and is mirrored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msp_desktop.translation import tr

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A region in words, and the line through its middle; a spot belongs to the region whose line is nearest."""

    name: str
    line: Points


@dataclass(frozen=True, slots=True)
class Raw:
    """One outline in its own units: closed shapes that cover each other in turn, lines on them, regions, words."""

    wide: float
    high: float
    shapes: tuple[Points, ...]
    lines: tuple[Points, ...]
    parts: tuple[Part, ...]
    words: tuple[tuple[str, float, float], ...] = ()


def mirrored(points: Points, middle: float) -> Points:
    """The same on the other side of a middle."""
    return tuple((round(2 * middle - x, 2), y) for x, y in points)


def whole(half: Points, middle: float) -> Points:
    """A shape from its right half."""
    return (*half, *reversed(mirrored(half, middle)))


def on_both(parts: Mapping[str, Points], middle: float, *, right: str, left: str) -> tuple[Part, ...]:
    """Regions to the right and to the left of the middle of the picture; `right` and `left` name the body's sides."""
    one = (Part(right.format(part=name), line) for name, line in parts.items())
    other = (Part(left.format(part=name), mirrored(line, middle)) for name, line in parts.items())
    return (*one, *other)


def moved(points: Points, x: float, y: float = 0.0) -> Points:
    """The same elsewhere."""
    return tuple((round(px + x, 2), round(py + y, 2)) for px, py in points)


LEFT, RIGHT = tr("left {part}"), tr("right {part}")

_BODY_HALF: Points = (
    (100, 10), (112, 13), (120, 25), (121, 40), (118, 54), (111, 65), (110, 76), (117, 85), (134, 90), (150, 96),
    (159, 110), (163, 138), (167, 166), (173, 194), (180, 224), (186, 238), (190, 256), (187, 276), (181, 283),
    (175, 276), (171, 258), (168, 236), (159, 206), (151, 180), (146, 156), (141, 130), (141, 130), (139, 158),
    (136, 184), (138, 206), (144, 230), (147, 256), (145, 290), (140, 326), (137, 346), (139, 372), (136, 402),
    (130, 438), (132, 450), (142, 462), (143, 470), (130, 473), (118, 470), (113, 460), (115, 438), (112, 404),
    (109, 372), (111, 346), (108, 316), (103, 280), (100, 258), (100, 258),
)  # fmt: skip
_LIMBS: Mapping[str, Points] = {
    tr("shoulder"): ((140, 98), (150, 106)), tr("upper arm"): ((153, 122), (157, 158)),
    tr("elbow"): ((160, 174),), tr("forearm"): ((163, 190), (172, 226)), tr("hand"): ((178, 244), (182, 276)),
    tr("knee"): ((124, 346),), tr("foot"): ((124, 452), (132, 468)), tr("ankle"): ((122, 436),),
}  # fmt: skip
_FRONT: Mapping[str, Points] = {
    tr("cheek"): ((112, 44),), tr("side of the chest"): ((122, 108), (124, 140)),
    tr("side of the belly"): ((122, 164), (122, 200)),
    tr("groin"): ((114, 244),), tr("hip"): ((136, 224),), tr("thigh"): ((126, 260), (125, 328)),
    tr("shin"): ((125, 364), (124, 420)),
}  # fmt: skip
_BACK: Mapping[str, Points] = {
    tr("shoulder blade"): ((122, 104), (122, 136)), tr("side of the back"): ((124, 154), (122, 186)),
    tr("lower back"): ((116, 200),), tr("buttock"): ((122, 226), (122, 250)),
    tr("back of the thigh"): ((126, 272), (125, 328)), tr("calf"): ((125, 364), (124, 420)),
}  # fmt: skip
FRONT = Raw(
    200, 500, (whole(_BODY_HALF, 100),),
    (
        ((92, 37), (92, 37.5)), ((108, 37), (108, 37.5)), ((100, 41), (98.5, 46), (101, 47)), ((94, 54), (100, 56),
        (106, 54)),
        ((84, 95), (94, 99)), ((116, 95), (106, 99)), ((100, 196), (100, 197.5)),
    ),
    (
        Part(tr("top of the head"), ((100, 14),)), Part(tr("forehead"), ((100, 27),)), Part(tr("nose"), ((100, 43),)),
        Part(tr("mouth and chin"), ((100, 57),)), Part(tr("neck"), ((100, 76),)),
        Part(tr("middle of the chest"), ((100, 100), (100, 142))), Part(tr("middle of the belly"), ((100, 164),
        (100, 226))),
        *on_both({**_LIMBS, **_FRONT}, 100, right=LEFT, left=RIGHT),
    ),
    ((tr("Their right"), 30, 490), (tr("Their left"), 170, 490)),
)  # fmt: skip
BACK = Raw(
    200, 500, (whole(_BODY_HALF, 100),),
    (
        ((100, 96), (100, 150), (100, 212)), ((85, 108), (80, 124), (88, 140)), ((115, 108), (120, 124), (112, 140)),
        ((82, 252), (92, 256), (99, 250)), ((118, 252), (108, 256), (101, 250)), ((100, 236), (100, 258)),
    ),
    (
        Part(tr("back of the head"), ((100, 30), (100, 50))), Part(tr("top of the head"), ((100, 12),)),
        Part(tr("back of the neck"), ((100, 76),)), Part(tr("spine"), ((100, 100), (100, 206))),
        *on_both({**_LIMBS, **_BACK}, 100, right=RIGHT, left=LEFT),
    ),
    ((tr("Their left"), 30, 490), (tr("Their right"), 170, 490)),
)  # fmt: skip

_SIDE: Points = (
    (100, 10), (86, 14), (78, 28), (78, 38), (71, 48), (77, 51), (77, 58), (80, 66), (90, 69), (92, 82),
    (82, 98), (74, 116), (73, 136), (78, 160), (77, 186), (76, 210), (80, 236), (79, 270), (82, 310), (86, 340),
    (86, 366), (88, 400), (92, 438), (84, 452), (66, 462), (62, 470), (72, 473), (112, 473), (118, 464), (113, 444),
    (116, 412), (123, 380), (119, 350), (122, 318), (130, 280), (136, 248), (134, 224), (124, 200), (124, 176),
    (132, 144), (132, 116), (124, 96), (115, 84), (114, 70), (122, 56), (124, 36), (116, 18),
)  # fmt: skip
_SIDE_ARM: Points = (
    (106, 100), (116, 106), (119, 130), (117, 160), (116, 180), (110, 206), (104, 230), (103, 250), (96, 266),
    (90, 264),
    (89, 248), (92, 230), (94, 206), (97, 180), (94, 156), (93, 126), (97, 106),
)  # fmt: skip
_SIDE_PARTS: Mapping[str, Points] = {
    tr("side of the head"): ((100, 24),), tr("ear"): ((103, 44),), tr("side of the face"): ((84, 46), (88, 58)),
    tr("side of the neck"): ((102, 76),), tr("shoulder"): ((106, 104),), tr("upper arm"): ((106, 122), (106, 164)),
    tr("elbow"): ((107, 182),), tr("forearm"): ((103, 198), (98, 228)), tr("hand"): ((96, 244), (94, 262)),
    tr("side of the chest"): ((80, 112), (82, 148)), tr("side of the back"): ((127, 112), (124, 180)),
    tr("side of the belly"): ((84, 172), (84, 214)), tr("buttock"): ((126, 236),), tr("hip"): ((110, 232),),
    tr("thigh"): ((104, 276), (104, 326)), tr("knee"): ((92, 350),), tr("back of the knee"): ((116, 352),),
    tr("shin"): ((92, 370), (94, 424)), tr("calf"): ((114, 370), (108, 420)), tr("ankle"): ((102, 444),),
    tr("foot"): ((76, 466), (108, 466)),
}  # fmt: skip
_SIDE_LINES: tuple[Points, ...] = (
    ((105, 37), (109, 42), (106, 49), (102, 47)),
    ((82, 37), (82, 37.5)),
    ((77, 57), (82, 57)),
)
LEFT_SIDE = Raw(
    200, 500, (_SIDE, _SIDE_ARM), _SIDE_LINES,
    tuple(Part(LEFT.format(part=name), line) for name, line in _SIDE_PARTS.items()),
)  # fmt: skip
RIGHT_SIDE = Raw(
    200, 500, tuple(mirrored(each, 100) for each in (_SIDE, _SIDE_ARM)),
    tuple(mirrored(each, 100) for each in _SIDE_LINES),
    tuple(Part(RIGHT.format(part=name), mirrored(line, 100)) for name, line in _SIDE_PARTS.items()),
)  # fmt: skip
