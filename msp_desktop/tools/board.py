"""A board: answers side by side, in the columns of the definition. What stands in each, and no layout.

Whoever asks leaves out first what may not be seen; hidden fields never stand on a board.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from msp_desktop.tools.definition import BoardColumn, Definition
from msp_desktop.tools.fields import AnyField, Rows
from msp_desktop.tools.values import in_words, is_blank, row_in_words


@dataclass(frozen=True, slots=True)
class Card:
    """One answer: its field and the row of it that holds something, and what was said. `ask` is its question."""

    field: str
    words: str
    ask: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its questions as far as they are asked, and the answers in it."""

    title: str
    fields: tuple[str, ...]
    cards: tuple[Card, ...]
    has_one_question: bool


def board(definition: Definition, values: Mapping[str, Any], asked: Collection[str]) -> tuple[Column, ...]:
    """The columns with what was answered; `asked` are the fields that may stand there."""
    return tuple(_column(definition, column, values, asked) for column in definition.board)


def _column(
    definition: Definition, column: BoardColumn, values: Mapping[str, Any], asked: Collection[str]
) -> Column:  # fmt: skip
    fields = [definition.field(key) for key in column.fields if key in asked]
    fields = [field for field in fields if not field.is_masked]
    cards = tuple(card for field in fields for card in _cards(field, values.get(field.key)))
    return Column(column.title, tuple(field.key for field in fields), cards, len(column.fields) == 1)


def _cards(field: AnyField, value: object) -> Iterator[Card]:
    if isinstance(field, Rows) and isinstance(value, (list, tuple)):
        filled = (row for row in value if not is_blank(row))
        yield from (Card(field.key, row_in_words(field, row), field.ask, at) for at, row in enumerate(filled))
    elif not is_blank(value):
        yield Card(field.key, in_words(field, value), field.ask)
