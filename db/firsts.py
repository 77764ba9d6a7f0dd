"""The first record of each group, such as the latest visit of each person: one question for a whole page of a list."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from db.query import Value, Wanted, order_clause, table, where_clause
from db.store import Reading, Stored


def first_of_each(
    look: Reading,
    kind: str,
    column: str,
    among: Sequence[str],
    *,
    where: Mapping[str, Wanted],
    order: Sequence[str],
    after: Sequence[Value] = (),
) -> list[Stored]:
    """For each of these values of a column the first record in order, where there is one; in no order of its own.

    `where`, `order` and `after` are those of `Reading.find`. The column and the order must lead an index together.
    """
    clause, values = where_clause(kind, where, order, after)
    found = look.column(
        f"SELECT (SELECT s.n FROM {table(kind)} s{clause} AND s.{column} = wanted.value"
        f" ORDER BY {order_clause(kind, order)} LIMIT 1) FROM json_each(?) wanted",
        (*values, json.dumps(list(among))),
    )
    numbers = [n for n in found if n is not None]
    return look.find(kind, where={"n": numbers}) if numbers else []
