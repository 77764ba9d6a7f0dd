"""Our own outlines of the parts of a body that need to be larger, and of somebody in a wheelchair. Data alone."""

from __future__ import annotations

import math
from collections.abc import Mapping

from msp_desktop.tools.body_outlines import LEFT, RIGHT, Part, Points, Raw, mirrored, moved, on_both, whole
from msp_desktop.translation import tr


def oval(x: float, y: float, wide: float, high: float) -> Points:
    """An oval around a middle."""
    turns = (math.tau * at / 20 for at in range(20))
    return tuple((round(x + wide * math.cos(turn), 2), round(y + high * math.sin(turn), 2)) for turn in turns)


_FACE: Points = whole((
    (100, 20), (128, 25), (148, 45), (156, 76), (155, 94), (162, 92), (165, 104), (160, 124), (152, 130), (147, 152),
    (134, 174), (124, 184), (125, 204), (146, 214), (176, 222), (182, 240), (182, 240),
), 100)  # fmt: skip
_EYE: Points = ((114, 98), (124, 92), (135, 98), (124, 102), (114, 98))
_BROW: Points = ((111, 86), (124, 81), (138, 86))
_HEAD_PARTS: Mapping[str, Points] = {
    tr("temple"): ((146, 82),), tr("eye"): ((114, 98), (135, 98)), tr("eyebrow"): ((113, 84), (136, 84)),
    tr("cheek"): ((134, 120), (128, 140)), tr("ear"): ((160, 112),), tr("jaw"): ((142, 158), (130, 174)),
    tr("side of the neck"): ((120, 192), (124, 206)), tr("shoulder"): ((140, 226), (172, 232)),
}  # fmt: skip
_BEHIND: Mapping[str, Points] = {
    tr("side of the back of the head"): ((134, 60), (134, 120)), tr("back of the ear"): ((160, 112),),
    tr("side of the back of the neck"): ((118, 190), (120, 206)), tr("back of the shoulder"): ((140, 226), (172, 232)),
}  # fmt: skip
_BEHIND_MIDDLE = (
    Part(tr("crown of the head"), ((300, 26),)), Part(tr("back of the head"), ((300, 60), (300, 130))),
    Part(tr("back of the neck"), ((300, 176), (300, 210))),
)  # fmt: skip
HEAD = Raw(
    400, 270, (_FACE, moved(_FACE, 200)),
    (
        _EYE, mirrored(_EYE, 100), _BROW, mirrored(_BROW, 100), ((124, 96), (124, 98.5)), ((76, 96), (76, 98.5)),
        ((103, 98), (107, 120), (100, 127), (92, 123)), ((82, 148), (93, 145), (100, 147), (107, 145), (118, 148)),
        ((82, 148), (100, 157), (118, 148)), ((270, 150), (300, 158), (330, 150)), ((270, 162), (300, 170), (330, 162)),
    ),
    (
        Part(tr("top of the head"), ((100, 28),)), Part(tr("forehead"), ((84, 62), (116, 62))),
        Part(tr("nose"), ((100, 96), (100, 124))), Part(tr("upper lip"), ((86, 143), (114, 143))),
        Part(tr("lower lip"), ((88, 156), (112, 156))), Part(tr("chin"), ((100, 174),)),
        Part(tr("front of the neck"), ((100, 192), (100, 210))),
        *on_both(_HEAD_PARTS, 100, right=LEFT, left=RIGHT), *_BEHIND_MIDDLE,
        *on_both({name: moved(line, 200) for name, line in _BEHIND.items()}, 300, right=RIGHT, left=LEFT),
    ),
    ((tr("Face"), 100, 260), (tr("Back of the head"), 300, 260)),
)  # fmt: skip

_HAND: Points = (
    (36, 150), (36, 150), (35, 128), (29, 108), (18, 92), (6, 74), (5, 66), (12, 64), (24, 76), (32, 84),
    (33, 62), (31, 32), (36, 24), (42, 31), (44, 70), (46, 70), (47, 20), (52, 11), (58, 19), (58, 70), (60, 70),
    (63, 25), (69, 17), (74, 26), (72, 72), (74, 73), (79, 44), (85, 38), (89, 46), (85, 78), (82, 104), (75, 128),
    (74, 150), (74, 150),
)  # fmt: skip
_HAND_PARTS: Mapping[str, Points] = {
    tr("thumb"): ((8, 68), (24, 88)), tr("first finger"): ((37, 30), (38, 68)), tr("middle finger"): ((52, 16),
    (52, 66)),
    tr("ring finger"): ((68, 24), (66, 68)), tr("little finger"): ((85, 44), (80, 74)), tr("wrist"): ((42, 138),
    (68, 138)),
    tr("{side}"): ((42, 96), (74, 96)),
}  # fmt: skip


def _extremity(parts: Mapping[str, Points], called: str, x: float, y: float, *, is_mirrored: bool) -> tuple[Part, ...]:
    def there(line: Points) -> Points:
        return moved(mirrored(line, 50) if is_mirrored else line, x, y)

    named = ((name.format(side=called) if "{" in name else f"{called}, {name}", line) for name, line in parts.items())
    return tuple(Part(name, there(line)) for name, line in named)


def _four(
    shape: Points, parts: Mapping[str, Points], names: tuple[str, str, str, str], lines: tuple[Points, ...],
    under: tuple[str, ...],
) -> Raw:  # fmt: skip
    """Two above and two below. Above the person's left one is mirrored, below the right one: it is turned over."""
    places = ((names[0], 0, 0, True), (names[1], 110, 0, False), (names[2], 0, 180, False), (names[3], 110, 180, True))
    shapes, regions, marks = list[Points](), list[Part](), list[Points]()
    words, called = list[tuple[str, float, float]](), list(under)
    for name, x, y, is_mirrored in places:
        shapes.append(moved(mirrored(shape, 50) if is_mirrored else shape, x, y))
        regions += _extremity(parts, name[:1].lower() + name[1:], x, y, is_mirrored=is_mirrored)
        marks += [moved(mirrored(each, 50) if is_mirrored else each, x, y) for each in (lines if y == 0 else ())]
        words.append((called.pop(0), x + 52.0, y + 164.0))
    return Raw(210, 350, tuple(shapes), tuple(marks), tuple(regions), tuple(words))


HANDS = _four(
    _HAND, _HAND_PARTS,
    (tr("Back of the left hand"), tr("Back of the right hand"), tr("Palm of the left hand"),
    tr("Palm of the right hand")),
    (((34, 30), (37, 27), (40, 30)), ((49, 18), (52, 15), (56, 18)), ((66, 24), (69, 21), (72, 24)),
     ((82, 45), (85, 42), (88, 45)), ((8, 71), (8, 67), (12, 68))),
    (tr("Left"), tr("Right"), tr("Left palm"), tr("Right palm")),
)  # fmt: skip

_FOOT: Points = (
    (34, 150), (34, 150), (34, 122), (30, 96), (24, 66), (22, 40), (24, 24), (32, 16), (41, 22), (43, 34), (45, 30),
    (46, 22), (52, 19), (57, 27), (58, 34), (59, 27), (64, 25), (68, 32), (68, 40), (70, 34), (74, 34), (77, 41),
    (76, 48), (79, 45), (83, 48), (83, 58), (80, 76), (74, 100), (70, 124), (68, 150), (68, 150),
)  # fmt: skip
_SOLE: Points = (*_FOOT[2:-2], (69, 134), (62, 150), (51, 154), (39, 149), (34, 136))
_FOOT_PARTS: Mapping[str, Points] = {
    tr("big toe"): ((32, 24),), tr("second toe"): ((51, 26),), tr("middle toe"): ((63, 32),),
    tr("fourth toe"): ((73, 40),),
    tr("little toe"): ((81, 52),), tr("inner side"): ((30, 70), (36, 110)), tr("outer side"): ((77, 74), (68, 110)),
    tr("{side}"): ((54, 60), (54, 106)), tr("heel or ankle"): ((42, 140), (62, 140)),
}  # fmt: skip
_FEET_NAMES = (
    tr("Top of the left foot"),
    tr("Top of the right foot"),
    tr("Sole of the left foot"),
    tr("Sole of the right foot"),
)
_feet = _four(_FOOT, _FOOT_PARTS, _FEET_NAMES, (((27, 28), (32, 21), (37, 28)), ((50, 25), (52, 23), (55, 26))),
    (tr("Left"), tr("Right"), tr("Right sole"), tr("Left sole")),
)  # fmt: skip
FEET = Raw(
    210, 350, (*_feet.shapes[:2], moved(mirrored(_SOLE, 50), 0, 180), moved(_SOLE, 110, 180)), _feet.lines,
    (*_feet.parts[: 2 * len(_FOOT_PARTS)],
     *_extremity(_FOOT_PARTS, tr("sole of the right foot"), 0, 180, is_mirrored=True),
     *_extremity(_FOOT_PARTS, tr("sole of the left foot"), 110, 180, is_mirrored=False)),
    _feet.words,
)  # fmt: skip

_LIPS: Points = whole(((100, 26), (116, 16), (146, 28), (174, 62), (186, 92), (172, 134), (136, 168), (100, 178)), 100)
_INSIDE: Points = whole(((100, 42), (134, 44), (160, 70), (168, 94), (156, 128), (130, 148), (100, 154)), 100)
_TONGUE: Points = whole(((100, 102), (120, 98), (136, 112), (134, 132), (118, 142), (100, 144)), 100)
_MOUTH_PARTS: Mapping[str, Points] = {
    tr("corner of the mouth"): ((178, 92),), tr("upper side teeth"): ((132, 56), (152, 78)),
    tr("lower side teeth"): ((134, 140), (152, 122)), tr("inside of the cheek"): ((160, 100),),
}  # fmt: skip
MOUTH = Raw(
    200, 196, (_LIPS, _INSIDE, _TONGUE),
    (
        ((34, 92), (44, 80), (66, 64), (100, 60), (134, 64), (156, 80), (166, 92)), ((100, 106), (100, 134)),
        *(((x, 45 + abs(x - 100) * 0.1), (x, 59 + abs(x - 100) * 0.12)) for x in (72, 86, 100, 114, 128)),
    ),
    (
        Part(tr("upper lip"), ((64, 30), (100, 32), (136, 30))), Part(tr("lower lip"), ((64, 160), (100, 168),
        (136, 160))),
        Part(tr("upper front teeth"), ((80, 50), (120, 50))), Part(tr("roof of the mouth"), ((76, 80), (124, 80))),
        Part(tr("tongue"), ((86, 120), (114, 120))), Part(tr("lower front teeth"), ((86, 149), (114, 149))),
        *on_both(_MOUTH_PARTS, 100, right=LEFT, left=RIGHT),
    ),
    ((tr("Their right"), 30, 190), (tr("Their left"), 170, 190)),
)  # fmt: skip

_SITTING: Points = (
    (112, 20), (98, 24), (90, 38), (90, 48), (84, 57), (90, 60), (90, 67), (93, 74), (103, 77), (105, 88), (96, 102),
    (90, 122), (90, 146), (92, 176), (78, 184), (50, 182), (34, 190), (26, 206), (30, 232), (36, 262), (38, 290),
    (32, 300), (16, 308), (13, 316), (22, 318), (52, 318), (56, 308), (54, 292), (58, 262), (60, 232), (64, 222),
    (96, 224), (126, 226), (142, 216), (146, 196), (142, 170), (146, 140), (146, 116), (138, 100), (128, 90),
    (126, 80), (134, 66), (136, 44), (128, 27),
)  # fmt: skip
_SITTING_ARM: Points = (
    (118, 106), (128, 110), (132, 130), (130, 154), (126, 170), (112, 178), (92, 182), (76, 186), (64, 184), (62, 176),
    (72, 172), (90, 168), (106, 160), (108, 140), (108, 116),
)  # fmt: skip
SEATED = Raw(
    240, 360,
    (
        ((150, 120), (150, 120), (158, 120), (158, 120), (158, 236), (158, 236), (150, 236), (150, 236)),
        ((62, 228), (62, 228), (158, 228), (158, 228), (158, 238), (158, 238), (62, 238), (62, 238)),
        _SITTING, _SITTING_ARM,
    ),
    (
        (*oval(142, 274, 62, 62), (204, 274)), (*oval(142, 274, 7, 7), (149, 274)), (*oval(62, 318, 18, 18), (80, 318)),
        ((66, 238), (62, 318)), ((66, 244), (50, 320), (50, 320), (14, 322)), ((158, 124), (178, 122)),
        ((117, 44), (121, 49), (118, 56), (114, 54)), ((94, 46), (94, 46.5)), ((90, 66), (95, 66)),
    ),
    (
        *(Part(name, line) for name, line in {
            tr("head"): ((114, 32),), tr("face"): ((96, 52), (98, 64)), tr("ear"): ((117, 50),),
            tr("neck"): ((114, 84),),
            tr("shoulder"): ((124, 106),), tr("upper arm"): ((120, 122), (120, 154)), tr("elbow"): ((122, 168),),
            tr("forearm"): ((108, 170), (84, 176)), tr("hand"): ((68, 180),), tr("chest"): ((98, 112), (98, 144)),
            tr("belly"): ((100, 160),), tr("back"): ((140, 116), (138, 180)), tr("hip"): ((126, 196),),
            tr("buttock"): ((136, 216),), tr("thigh"): ((104, 204), (60, 202)), tr("knee"): ((38, 200),),
            tr("lower leg"): ((44, 236), (46, 284)), tr("foot"): ((24, 312), (48, 310)),
        }.items()),
    ),
)  # fmt: skip
