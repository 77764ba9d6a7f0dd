"""Table names and clauses for the store. Names come from our own tables; every value is bound, never spelled out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db.errors import BadInput
from db.tables import KINDS

Value = str | int | None
Wanted = Value | Sequence[Value]


def table(kind: str) -> str:
    """The table of a kind. Raises BadInput for a kind this version does not know."""
    if kind not in KINDS:
        raise BadInput("This version does not know records of this kind. Nothing was changed.")
    return KINDS[kind].name


def _column(kind: str, name: str) -> str:
    if name not in KINDS[kind].c:
        raise KeyError(f"{kind} has no column {name}")
    return f"s.{name}"


def order_clause(kind: str, order: Sequence[str]) -> str:
    """The columns to order by; "-day" counts down."""
    return ", ".join(_column(kind, name.lstrip("-")) + (" DESC" if name[0] == "-" else "") for name in order)


def where_clause(
    kind: str, where: Mapping[str, Wanted], order: Sequence[str], after: Sequence[Value]
) -> tuple[str, tuple[Value, ...]]:
    """What rows must match, and the values to bind: not deleted, each wanted column, and the page after `after`."""
    parts = ["s.deleted IS NULL"]
    values: list[Value] = []
    for name, wanted in where.items():
        among = _many(wanted)
        marks = ",".join("?" * len(among))
        parts.append(f"{_column(kind, name)} IS NULL" if among == [None] else f"{_column(kind, name)} IN ({marks})")
        values += [] if among == [None] else among
    if after:
        names = ", ".join(_column(kind, name.lstrip("-")) for name in order)
        way = "<" if order[0].startswith("-") else ">"
        parts.append(f"({names}) {way} ({','.join('?' * len(after))})")
        values += after
    return " WHERE " + " AND ".join(parts), tuple(values)


def _many(wanted: Wanted) -> list[Value]:
    return [wanted] if wanted is None or isinstance(wanted, (str, int)) else list(wanted)
