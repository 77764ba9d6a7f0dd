"""Colours and sizes of the window as plain values, so that contrast is tested without a screen. No Qt."""

from __future__ import annotations

BODY_PX = 15
"""Body text at 100 %; every length of the window derives from it."""

CORNER = 64
"""Pixels from the bottom and the right edge of the window in which a press hides (interface.md), at any text size."""

SCALES = (1.0, 1.5, 2.0)
"""The text sizes offered."""


class Colours:
    """One theme. Each is a CSS hex colour; `_soft` is a background for a few words of the same meaning.

    No dataclass: declaring one of so many names takes 2 ms of each start.
    """

    page: str
    card: str
    text: str
    muted: str
    line: str
    edge: str
    primary: str
    on_primary: str
    chosen: str
    rail: str
    on_rail: str
    rail_chosen: str
    link: str
    error: str
    told_soft: str
    told: str
    focus: str
    focus_dark: str
    hairline: int = 1

    def __init__(self, *, hairline: int = 1, **colours: str) -> None:
        self.__dict__.update(colours, hairline=hairline)


LIGHT = Colours(
    page="#F5F6F4", card="#FFFFFF", text="#1B2422", muted="#55605D", line="#D8DDD9", edge="#6F7B77",
    primary="#1F6B60", on_primary="#FFFFFF", chosen="#E0EFEB", rail="#21413C", on_rail="#E6EFEC",
    rail_chosen="#35605A", link="#1A5FA8", error="#B3261E", told_soft="#FFF3DA", told="#6B4200",
    focus="#FFC83D", focus_dark="#1B2422",
)  # fmt: skip
DARK = Colours(
    page="#161B1A", card="#1F2624", text="#E7ECEA", muted="#A9B5B1", line="#37413E", edge="#84918D",
    primary="#7CCABB", on_primary="#06201B", chosen="#1F3A35", rail="#0F1413", on_rail="#D7E1DE",
    rail_chosen="#2A443F", link="#8FC2F5", error="#FFB4AB", told_soft="#3A2C12", told="#FFD28A",
    focus="#FFC83D", focus_dark="#1B2422",
)  # fmt: skip
HIGH = Colours(
    page="#000000", card="#000000", text="#FFFFFF", muted="#FFFFFF", line="#FFFFFF", edge="#FFFFFF",
    primary="#FFFF00", on_primary="#000000", chosen="#1A1A00", rail="#000000", on_rail="#FFFFFF",
    rail_chosen="#333300", link="#66D9FF", error="#FF9C9C", told_soft="#000000", told="#FFD700",
    focus="#00FFFF", focus_dark="#000000", hairline=2,
)  # fmt: skip
THEMES = {"light": LIGHT, "dark": DARK, "high": HIGH}

TEXT_PAIRS = [(front, back) for back in ("page", "card") for front in ("text", "muted", "link", "error")] + [
    ("on_primary", "primary"), ("on_rail", "rail"), ("on_rail", "rail_chosen"), ("text", "chosen"), ("muted", "chosen"),
    ("told", "told_soft"), ("primary", "card"),
]  # fmt: skip
"""Text on its background: at least 4.5 to 1."""
SHAPE_PAIRS = [("edge", "card"), ("edge", "page"), ("primary", "card"), ("told", "told_soft")]
"""Shapes that mean something: at least 3 to 1."""


def ring_contrast(colours: Colours, ground: str) -> float:
    """How well the two-toned focus ring stands out: one of its tones is enough (WCAG 2.2, technique C40)."""
    return max(contrast(tone, getattr(colours, ground)) for tone in (colours.focus, colours.focus_dark))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
