"""What every recorded thing has in common on disk: one row with its whole body as JSON, and the triggers that guard it.

Typed columns are virtual and computed from the body, so there is one definition of each value and nothing to keep
in step. No queries here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Column, Computed, Index, Integer, MetaData, Table, Text

metadata = MetaData()

KINDS: dict[str, Table] = {}


def state(
    kind: str,
    *,
    columns: Mapping[str, str],
    indexed: Sequence[tuple[str, ...]],
    numbers: frozenset[str] = frozenset(),
    names: frozenset[str] = frozenset(),
    sparse: frozenset[str] = frozenset(),
    before: Mapping[str, Sequence[str]] | None = None,
) -> Table:
    """The state table of one kind: n, id, rev, body, and a virtual column for each {name: JSON path}.

    `indexed` names the column groups that are listed or counted by; `numbers` those that hold whole numbers, `names`
    those that are listed without regard to capitals. What most records lack is `sparse`: an index that begins with it
    holds the others alone, and a save without it writes there nothing. `before` lists by its group the few records
    that have no such value yet.
    """
    computed = [
        Column(name, _type(name, numbers, names), Computed(f"body->>'{path}'", persisted=False))
        for name, path in {**columns, "deleted": "$.deleted.at"}.items()
    ]
    table = Table(
        kind,
        metadata,
        Column("n", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("rev", Text, nullable=False),
        Column("body", Text, nullable=False),
        *computed,
        sqlite_strict=True,
    )
    for group in indexed:
        held = table.c[group[0]].is_not(None) if group[0] in sparse else None
        Index(f"{kind}_by_{'_'.join(group)}", *(table.c[name] for name in group), sqlite_where=held)
    for still_to_come, columns_of in (before or {}).items():
        name = f"{kind}_before_{still_to_come}_by_{'_'.join(columns_of)}"
        Index(name, *(table.c[each] for each in columns_of), sqlite_where=table.c[still_to_come].is_(None))
    KINDS[kind] = table
    return table


def _type(name: str, numbers: frozenset[str], names: frozenset[str]) -> Integer | Text:
    if name in numbers:
        return Integer()
    return Text(collation="NOCASE") if name in names else Text()


def guards(kind: str) -> list[str]:
    """Triggers that refuse a state row whose `rev` does not hold exactly that body, and a row taken away by hand."""
    unheld = (
        "NOT EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n"
        f" WHERE r.id = NEW.rev AND r.entity = NEW.id AND r.kind = '{kind}' AND b.body = NEW.body)"
    )
    kept = (
        "EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n"
        " WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body)"
    )
    return [
        f"CREATE TRIGGER {kind}_held_on_insert BEFORE INSERT ON {kind} WHEN {unheld}"
        " BEGIN SELECT RAISE(ABORT, 'a state row must hold its revision'); END",
        f"CREATE TRIGGER {kind}_held_on_update BEFORE UPDATE ON {kind} WHEN {unheld}"
        " BEGIN SELECT RAISE(ABORT, 'a state row must hold its revision'); END",
        f"CREATE TRIGGER {kind}_kept BEFORE DELETE ON {kind} WHEN {kept}"
        " BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END",
    ]
