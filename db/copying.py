"""A whole database written again under another key, proven before anybody relies on it. Never a copy of the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from db.aside import Stop, go_on_unless, never
from db.disk import disk_told, sync_folder
from db.engine import connect
from db.errors import Damaged
from db.faults import failure_for
from db.keys import KeySupplier

_PAGES, _BETWEEN_ASKING = 200, 20_000
"""How much is copied, and how many steps a check goes, between two looks whether it is wanted no longer."""


def copy_database(
    source: Any,  # noqa: ANN401
    target: Path,
    key: KeySupplier,
    *,
    salt: bytes = b"",
    stop: Stop = never,
) -> None:
    """Write what the open driver connection `source` holds to a new file under `key`, durably.

    Others may write to the source meanwhile; the copy is one consistent moment. Raises Damaged where a check of the
    copy finds faults, Stopped when told to.
    """
    with driver_told(), closing(connect(target, key, salt=salt, journal="delete")) as copy:
        # An open look holds the moment still: without it, every save of somebody else would start the copy anew.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(copy, pages=_PAGES, progress=lambda *_: go_on_unless(stop), sleep=0)
        source.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode=DELETE")  # the copied pages say WAL; a copy is one file
    with disk_told():
        sync_folder(target.parent)
    verify(target, key, stop=stop)


def verify(path: Path, key: KeySupplier, *, stop: Stop = never) -> None:
    """Raises Damaged unless the file opens with `key`, every page is whole and every link leads somewhere."""
    with driver_told(), closing(connect(path, key, readonly=True)) as copy:
        copy.set_progress_handler(stop, _BETWEEN_ASKING)
        refuse_broken(copy)


def refuse_broken(connection: Any) -> None:  # noqa: ANN401
    """Raises Damaged where SQLite finds a fault."""
    whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    if not whole or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Damaged("A check found faults in this copy of the records, so it was not used. Nothing was changed.")


def row_counts(connection: Any) -> dict[str, int]:  # noqa: ANN401
    """How many rows each table holds."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


@contextmanager
def driver_told() -> Iterator[None]:
    """Turns the driver's faults into a Failure, as `faults.told` does for SQLAlchemy's."""
    try:
        yield
    except dbapi2.Error as error:
        raise failure_for(str(error)) or error from None
