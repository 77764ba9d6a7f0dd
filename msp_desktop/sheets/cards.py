"""Blocks of a sheet with a picture and few words: big fields to point at, and short things to know. No layout."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """One big field of a card, to point at: a picture and few words."""

    words: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Big fields to point at, under one question."""

    boxes: tuple[Box, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Something the person should know: a picture, a short line, and one or two sentences."""

    label: str
    words: str = ""
    picture: str = ""
