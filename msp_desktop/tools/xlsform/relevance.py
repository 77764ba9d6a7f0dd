"""From the conditions of an XLSForm, such as `selected(${aids}, 'phone') and ${age} > 17`, to those of a tool.

Nothing is computed: what a tool cannot say in its own conditions raises NotSaid, with the reason in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from msp_desktop.tools.expressions import LONGEST
from msp_desktop.translation import tr

DEEPEST = 20

_TOKEN = re.compile(
    r"\s*(?:\$\{\s*(?P<name>[^{}]*?)\s*\}|(?P<word>'[^']*'|\"[^\"]*\"|‘[^’]*’|“[^”]*”)|(?P<number>\d+)(?![\d.])"
    r"|(?P<sign><=|>=|!=|=|<|>|\(|\)|,|\.(?!\d))|(?P<call>[A-Za-z][\w-]*))"
)
_COMPARED = {"=": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


class NotSaid(Exception):
    """A tool cannot say this; the text says why."""


@dataclass(frozen=True, slots=True)
class Known:
    """A question that a condition may speak of: its key, the codes by the names of its choices, and its rows."""

    key: str
    codes: Mapping[str, str] = field(default_factory=dict)
    is_many: bool = False
    is_number: bool = False
    rows: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that a whole number may be, both allowed."""

    least: int | None = None
    most: int | None = None


def condition(text: str, known: Mapping[str, Known], *, rows: str = "") -> str:
    """A condition of ours; `rows` is the repeat that the question stands in. Raises NotSaid."""
    reading = _Reading(_tokens(text), known, rows)
    said = reading.any_of(0)
    if reading.left:
        raise NotSaid(tr("it goes on after its end"))
    if len(said) > LONGEST:
        raise NotSaid(tr("it is longer than {most} letters").format(most=LONGEST))
    return said


def bounds(text: str) -> Bounds:
    """The limits in a constraint such as `. >= 0 and . <= 10`. Raises NotSaid."""
    reading = _Reading(_tokens(text), {}, "")
    found = Bounds()
    while True:
        found = _narrowed(found, reading.limit())
        if not reading.left:
            return found
        reading.take("and")


def _narrowed(found: Bounds, limit: tuple[str, int]) -> Bounds:
    sign, number = limit
    low = {">=": number, ">": number + 1, "=": number}.get(sign, found.least)
    high = {"<=": number, "<": number - 1, "=": number}.get(sign, found.most)
    least = low if found.least is None or low is None else max(low, found.least)
    most = high if found.most is None or high is None else min(high, found.most)
    if least is not None and most is not None and least > most:
        raise NotSaid(tr("no number fits it"))
    return Bounds(least, most)


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at = list[tuple[str, str]](), 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise NotSaid(tr("“{what}” is not used here").format(what=text[at:].strip()[:20]))
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


class _Reading:
    """Goes through the tokens once. Each method takes one part of the grammar and gives it in our words."""

    def __init__(self, tokens: list[tuple[str, str]], known: Mapping[str, Known], rows: str) -> None:
        self.left, self._known, self._rows = tokens, known, rows

    def any_of(self, depth: int) -> str:
        return self._joined("or", self._all_of, depth)

    def _all_of(self, depth: int) -> str:
        return self._joined("and", self._one, depth)

    def _joined(self, word: str, part: Callable[[int], str], depth: int) -> str:
        if depth > DEEPEST:
            raise NotSaid(tr("it has too many brackets"))
        parts = [part(depth)]
        while self._next() == word:
            self.take(word)
            parts.append(part(depth))
        return f" {word} ".join(parts)

    def _one(self, depth: int) -> str:
        match self._next():
            case "(":
                self.take("(")
                inside = self.any_of(depth + 1)
                self.take(")")
                return f"({inside})"
            case "not":
                self.take("not")
                self.take("(")
                inside = self.any_of(depth + 1)
                self.take(")")
                return f"not ({inside})"
            case "selected":
                return self._selected()
        return self._compared()

    def _selected(self) -> str:
        for word in ("selected", "("):
            self.take(word)
        asked = self._name()
        self.take(",")
        code = self._code(asked, self._taken("word"))
        self.take(")")
        return f"{code!r} in {asked.key}" if asked.is_many else f"{asked.key} == {code!r}"

    def _compared(self) -> str:
        asked = self._name()
        kind, sign = self._pop()
        if sign not in _COMPARED:
            raise NotSaid(tr("“{what}” is not used here").format(what=sign))
        kind, value = self._pop()
        if kind == "word" and not value[1:-1]:
            return self._answered(asked, sign)
        if asked.is_many:
            raise NotSaid(tr("several choices are asked for with selected()"))
        # Unlike ours, theirs finds an empty answer different from everything.
        if sign == "!=":
            return f"not ({asked.key} == {self._value(asked, sign, kind, value)})"
        return f"{asked.key} {_COMPARED[sign]} {self._value(asked, sign, kind, value)}"

    def _answered(self, asked: Known, sign: str) -> str:
        if sign not in ("=", "!="):
            raise NotSaid(tr("nothing is neither more nor less"))
        return asked.key if sign == "!=" else f"not {asked.key}"

    def _value(self, asked: Known, sign: str, kind: str, value: str) -> str:
        if asked.codes and sign not in ("=", "!="):
            raise NotSaid(tr("choices are neither more nor less"))
        if asked.codes:
            return repr(self._code(asked, value if kind == "word" else f"'{value}'"))
        if kind == "number" and asked.is_number:
            return str(int(value))
        if kind == "word" and not asked.is_number:
            return repr(value[1:-1])
        raise NotSaid(tr("a number is compared with words"))

    def _code(self, asked: Known, quoted: str) -> str:
        if quoted[1:-1] not in asked.codes:
            raise NotSaid(tr("“{code}” is no choice of that question").format(code=quoted[1:-1][:40]))
        return asked.codes[quoted[1:-1]]

    def limit(self) -> tuple[str, int]:
        """One limit of a constraint: a sign and a whole number."""
        self.take(".")
        _, sign = self._pop()
        if sign not in _COMPARED or sign == "!=":
            raise NotSaid(tr("“{what}” is not used here").format(what=sign))
        number = int(self._taken("number"))
        if number >= 10**9:
            raise NotSaid(tr("the number is too large"))
        return sign, number

    def _name(self) -> Known:
        name = self._taken("name")
        if name not in self._known:
            raise NotSaid(tr("it speaks of “{name}”, which is not in the tool").format(name=name[:40]))
        asked = self._known[name]
        if asked.rows and asked.rows != self._rows:
            raise NotSaid(tr("it looks into a repeat from outside"))
        return asked

    def _next(self) -> str:
        return self.left[0][1] if self.left and self.left[0][0] in ("sign", "call") else ""

    def take(self, word: str) -> None:
        """Go on over a word that must stand here."""
        if self._next() != word:
            raise NotSaid(tr("“{word}” is missing").format(word=word))
        self._pop()

    def _taken(self, kind: str) -> str:
        found, text = self._pop()
        if found != kind:
            raise NotSaid(tr("“{what}” is not used here").format(what=text[:20]))
        return text

    def _pop(self) -> tuple[str, str]:
        if not self.left:
            raise NotSaid(tr("its end is missing"))
        return self.left.pop(0)
