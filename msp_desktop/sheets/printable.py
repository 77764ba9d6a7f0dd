"""Any text, made printable with the bundled faces: an archived, accessible PDF cannot hold a character without a glyph.

Never fails and never hides: what had to be replaced is reported, so that the person printing can be told.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

BLANK_SQUARE = "\u25a1"
"""Stands for a letter that no bundled face has."""

JOINERS = frozenset("\u200c\u200d")
LONGEST_WORD = 24
_PIECE = 8
_BREAK_HERE = "\u200b"
_STEERING = ("Cc", "Cf", "Co", "Zl", "Zp")
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\v\f]")
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@dataclass(frozen=True, slots=True)
class Printable:
    """Text that prints, and the characters it lost, each once, in the order they came."""

    words: str
    replaced: tuple[str, ...] = ()


def printable(text: str) -> Printable:
    """The text with every character that cannot be printed replaced, long words given places to break.

    A symbol becomes its Unicode name in brackets, a letter a blank square; control characters and direction marks go.
    """
    if text.isascii() and text.isprintable():
        return Printable(_with_breaks(text))
    lost: dict[str, None] = {}
    kept: list[str] = []
    for char in _cleaned(text):
        if char == "\n" or ord(char) in coverage():
            kept.append(char)
        elif char in JOINERS:
            kept += [char] if kept and kept[-1] not in JOINERS else []
        elif not _vanishes(char):
            lost[char] = None
            kept.append(_instead_of(char))
    return Printable(_with_breaks("".join(kept)), tuple(lost))


@cache
def coverage() -> frozenset[int]:
    """Every code point that one of the bundled faces can print, less those that only steer."""
    ranges = json.loads(files("resources").joinpath("fonts/coverage.json").read_text("utf-8"))
    points = (point for first, last in ranges for point in range(first, last + 1))
    return frozenset(point for point in points if unicodedata.category(chr(point)) not in _STEERING)


def _cleaned(text: str) -> str:
    # Surrogate pairs are joined and lone ones become U+FFFD, which the bundled faces have.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    composed = unicodedata.normalize("NFC", _SELECTORS.sub("", whole))
    return _LINE_ENDS.sub("\n", composed).replace("\t", "    ")


def _vanishes(char: str) -> bool:
    # Direction is set by the sheet; a mark without its glyph has nothing to stand on.
    return unicodedata.category(char) in ("Cc", "Cf", "Mn", "Me")


def _instead_of(char: str) -> str:
    simpler = unicodedata.normalize("NFKD", char)
    if simpler != char and all(ord(each) in coverage() for each in simpler):
        return simpler
    if unicodedata.category(char) in ("So", "Sk", "Sm"):
        return f"({unicodedata.name(char, 'symbol').lower()})"
    return " " if unicodedata.category(char) == "Zs" else BLANK_SQUARE


def _with_breaks(text: str) -> str:
    return _LONG_WORD.sub(_broken, text)


def _broken(word: re.Match[str]) -> str:
    pieces: list[str] = []
    for char in word[0]:
        stays = unicodedata.category(char) in ("Mn", "Mc", "Me") or char in JOINERS
        if pieces and (len(pieces[-1]) < _PIECE or stays or pieces[-1][-1] in JOINERS):
            pieces[-1] += char
        else:
            pieces.append(char)
    return _BREAK_HERE.join(pieces)
