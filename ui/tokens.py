"""Colours and sizes of the window as plain values, so that contrast is tested without a screen. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

BODY_PX = 15
"""Body text at 100 %; every length of the window derives from it."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. Each is a CSS hex colour."""

    page: str
    card: str
    text: str
    muted: str
    line: str
    edge: str
    primary: str
    on_primary: str
    rail: str
    on_rail: str
    error: str
    focus: str


LIGHT = Colours(
    page="#F5F6F4", card="#FFFFFF", text="#1B2422", muted="#55605D", line="#D8DDD9", edge="#6F7B77",
    primary="#1F6B60", on_primary="#FFFFFF", rail="#21413C", on_rail="#E6EFEC", error="#B3261E", focus="#7A4B00",
)  # fmt: skip
DARK = Colours(
    page="#161B1A", card="#1F2624", text="#E7ECEA", muted="#A9B5B1", line="#37413E", edge="#84918D",
    primary="#7CCABB", on_primary="#06201B", rail="#0F1413", on_rail="#D7E1DE", error="#FFB4AB", focus="#FFC83D",
)  # fmt: skip

TEXT_PAIRS = [("text", "page"), ("text", "card"), ("muted", "page"), ("muted", "card"), ("on_primary", "primary"),
              ("on_rail", "rail"), ("error", "card"), ("error", "page")]  # fmt: skip
SHAPE_PAIRS = [("edge", "card"), ("edge", "page"), ("focus", "card"), ("focus", "page")]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
