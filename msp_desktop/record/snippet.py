"""Where typed words stand in a text, and a few words around them. Pure; finds them as the search index does."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_BEFORE, _LONGEST = 40, 160
"""Letters before the first found word, and in all."""

_LOOKED_AT = 200_000
"""Letters of one text that are looked through; a text is rarely longer, and the record is found all the same."""


class _Folding(dict[int, int]):
    """Each letter without its marks and in lower case, one for one, so that places stay the same."""

    def __missing__(self, code: int) -> int:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = ord(base) if len(base) == 1 else code
        return self[code]


_FOLDING = _Folding()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A few words; `marks` are the places of those that were looked for, as (start, end)."""

    words: str
    marks: tuple[tuple[int, int], ...]


class Typed:
    """What somebody typed: whole words, the last one as a beginning, or any part of a name."""

    def __init__(self, text: str) -> None:
        self._part = _folded(text.strip())
        self._words = _WORD.findall(self._part)
        wholes = [re.escape(word) for word in self._words[:-1]]
        last = [re.escape(word) + r"[^\W_]*" for word in self._words[-1:]]
        self._pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join((*wholes, *last))})(?![^\W_])")

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self._words)

    def count(self, text: str) -> int:
        """How many of the words stand in a text."""
        found = {each.group() for each in self._pattern.finditer(_folded(text))} if self._words else set()
        return sum(word in found for word in self._words[:-1]) + any(
            each.startswith(word) for word in self._words[-1:] for each in found
        )

    def holds(self, text: str) -> bool:
        """Whether what was typed stands in a text as a whole, also inside a word."""
        return bool(self._part) and self._part in _folded(text)

    def snippet(self, text: str) -> Snippet:
        """The words around the first that is found, in one line."""
        line = " ".join(text[:_LOOKED_AT].split())
        places = self._places(line)
        start = min(_word_start(line, places[0][0] - _BEFORE), places[0][0]) if places else 0
        end = _word_end(line, start + _LONGEST)
        before, after = "… " if start else "", " …" if end < len(line) else ""
        shift = len(before) - start
        marks = tuple((one + shift, other + shift) for one, other in places if one >= start and other <= end)
        return Snippet(before + line[start:end] + after, marks)

    def _places(self, line: str) -> list[tuple[int, int]]:
        folded = _folded(line)
        places = [each.span() for each in self._pattern.finditer(folded)] if self._words else []
        place = folded.find(self._part)
        return places or ([(place, place + len(self._part))] if self._part and place >= 0 else [])


def _folded(text: str) -> str:
    return text[:_LOOKED_AT].translate(_FOLDING)


def _word_start(line: str, place: int) -> int:
    return 0 if place <= 0 else line.find(" ", place) + 1


def _word_end(line: str, place: int) -> int:
    return len(line) if place >= len(line) else max(line.rfind(" ", 0, place), place - 30)
