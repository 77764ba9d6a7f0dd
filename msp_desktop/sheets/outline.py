"""What stands on a sheet as lines of text, in its order, for somebody who does not see the page. Lays nothing out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from msp_desktop.sheets.content import Option, Scale, Sheet
from msp_desktop.tools.map import Map
from msp_desktop.translation import tr

_UNSAID = frozenset({"picture", "pictures", "variant", "low_ask", "high_ask", "mark"})
"""Parts of a block that are drawn and not read."""


def outline(sheet: Sheet) -> tuple[str, ...]:
    """The title, then every line of words; what is ticked and what a ruler shows is said."""
    chrome = sheet.chrome
    head = (chrome.title, chrome.purpose, chrome.initials, chrome.date if chrome.has_date else "")
    foot = (chrome.foot, chrome.note)
    body = (line for block in sheet.blocks for line in _lines(block))
    return tuple(line for line in (*head, *body, *foot) if line.strip())


def _lines(part: Any) -> Iterator[str]:  # noqa: ANN401 - one walk over every type of block
    if isinstance(part, str):
        yield part
    elif isinstance(part, Option):
        yield tr("Ticked: {words}").format(words=part.label) if part.is_ticked else part.label
    elif isinstance(part, tuple):
        yield from _row(part) if part and all(isinstance(each, str) for each in part) else _each(part)
    elif isinstance(part, Scale):
        yield from _scale(part)
    elif isinstance(part, Map):
        yield from (part.told, *(node.told for node in part.nodes), *(sample.words for sample in part.key))
    elif dataclasses.is_dataclass(part):
        said = (getattr(part, field.name) for field in dataclasses.fields(part) if field.name not in _UNSAID)
        yield from _each(tuple(said))


def _row(cells: tuple[str, ...]) -> Iterator[str]:
    yield "; ".join(cell.strip() for cell in cells if cell.strip())


def _each(parts: tuple[Any, ...]) -> Iterator[str]:
    for part in parts:
        yield from _lines(part)


def _scale(scale: Scale) -> Iterator[str]:
    yield scale.label
    ends = tr("From {first} to {last}. {first}: {low} {last}: {high}")
    low, high = scale.low or scale.low_ask, scale.high or scale.high_ask
    yield ends.format(first=scale.first, last=scale.last, low=low, high=high)
    if scale.score is not None:
        yield tr("Marked: {score}").format(score=scale.score)
