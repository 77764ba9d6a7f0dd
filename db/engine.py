"""The one way to a database: key first, then proof, then the settings every connection must have. No tables here.

Settings and their reasons: SQLCipher raw keys (zetetic.net/sqlcipher/sqlcipher-api) and sqlite.org/pragma.html.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from db.errors import Damaged, StorageTrouble
from db.faults import failure_for
from db.keys import KEY_SIZE, KeySupplier, wipe

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can damage a WAL database that two connections use (the WAL-reset bug)."""

OLDEST_CIPHER = (4, 6, 0)

SALT_SIZE = 16
"""The first bytes of a SQLCipher file: its salt, the only part that is not ciphertext."""

_PLAINTEXT_HEAD = b"SQLite format 3\0"
_EVERY = (
    "foreign_keys=ON", "temp_store=MEMORY", "secure_delete=ON", "cache_size=-16000", "trusted_schema=OFF",
    "cell_size_check=ON", "mmap_size=0",
)  # fmt: skip
_WRITING = (
    "synchronous=FULL",
    "journal_size_limit=16777216",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
)  # fullfsync: macOS alone


Run = Callable[..., Any]
"""Runs one statement with its values and gives the driver's cursor."""


class Transaction:
    """A connection of the pool, and the transaction that its first statement begins.

    Statements go straight to the driver: SQLAlchemy's own bookkeeping takes longer than those of a save (ADR 0012).
    `faults.told` knows the driver's errors.
    """

    def __init__(self, connection: Any, *, writes: bool) -> None:  # noqa: ANN401  the driver has no types
        self.driver, self._begin = connection, "BEGIN IMMEDIATE" if writes else "BEGIN"

    def run(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Any:  # noqa: ANN401  as above
        """One statement with its values; gives the driver's cursor."""
        if not self.driver.in_transaction:
            self.driver.execute(self._begin)
        return self.driver.execute(statement, values)

    def commit(self) -> None:
        """Make it durable; a statement after this begins another transaction."""
        self.driver.commit()

    def undo(self) -> None:
        """Undo what was not committed."""
        if self.driver.in_transaction:
            self.driver.rollback()


@contextmanager
def transaction(engine: Engine, *, writes: bool = False) -> Iterator[Transaction]:
    """One use of the database. What was not committed when it is left is undone."""
    with closing(engine.raw_connection()) as pooled:
        unit = Transaction(pooled.driver_connection, writes=writes)
        try:
            yield unit
        finally:
            unit.undo()


def make_engine(path: Path, key: KeySupplier, *, readonly: bool = False) -> Engine:
    """An engine of exactly one connection to the encrypted file at `path`; a writer makes the file when there is none.

    `key` gives a fresh buffer of 32 bytes each time, wiped here after use. What SQLAlchemy itself begins as a writer
    begins IMMEDIATE. The first connect raises Damaged or StorageTrouble.
    """
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key, readonly=readonly),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=10,
        pool_reset_on_return=None,  # whoever begins a transaction ends it; asking again costs as much as a statement
        hide_parameters=True,
    )
    begins = "BEGIN DEFERRED" if readonly else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The driver's own BEGIN is off (isolation_level=None): it would leave savepoints and DDL outside.
        connection.connection.dbapi_connection.execute(begins)  # type: ignore[union-attr]  # it is connected

    return engine


def connect(
    path: Path,
    key: KeySupplier,
    *,
    readonly: bool = False,
    salt: bytes = b"",
    journal: str = "wal",
) -> Any:  # noqa: ANN401  the driver has no types
    """A proven driver connection, for what SQLAlchemy has no words for (the backup API). `salt` is for a new file."""
    _refuse_old_library()
    refuse_plaintext(path)
    mode = "ro" if readonly else "rwc"
    try:
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=10,
        )
    except dbapi2.Error as error:
        raise failure_for(str(error)) or error from None
    try:
        _unlock(connection, key(), salt)
        _set_up(connection, journal=None if readonly else journal)
        refuse_plaintext(path)
    except dbapi2.Error as error:
        connection.close()
        raise failure_for(str(error)) or error from None
    except BaseException:  # no connection with a key stays open, whatever stopped it; raised again
        connection.close()
        raise
    return connection


def _unlock(connection: Any, key: bytearray, salt: bytes) -> None:  # noqa: ANN401
    connection.execute("PRAGMA cipher_log_level=NONE")  # otherwise a key that does not fit is told on stderr
    try:
        _set_key(connection, key, salt)
    finally:
        wipe(key)
    version = connection.execute("PRAGMA cipher_version").fetchone()
    if not version or _numbers(version[0]) < OLDEST_CIPHER:
        raise _incomplete()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _set_key(connection: Any, key: bytearray, salt: bytes) -> None:  # noqa: ANN401
    # A spelling of any other length is silently taken as a passphrase, so the length is checked and not trusted.
    if len(key) != KEY_SIZE or len(salt) not in (0, SALT_SIZE):
        raise ValueError("a database key is 32 bytes and a salt 16")
    digits = b"0123456789abcdef"
    spelled = bytearray(2 * (len(key) + len(salt)) + 3)  # never grown: growing leaves copies behind
    spelled[:2], spelled[-1:] = b"x'", b"'"
    for place, byte in enumerate((*key, *salt)):
        spelled[2 + 2 * place], spelled[3 + 2 * place] = digits[byte >> 4], digits[byte & 15]
    try:
        connection.set_key(spelled)
    finally:
        wipe(spelled)


def _set_up(connection: Any, *, journal: str | None) -> None:  # noqa: ANN401
    for pragma in _EVERY:
        connection.execute(f"PRAGMA {pragma}")
    if journal is None:
        return
    if connection.execute(f"PRAGMA journal_mode={journal}").fetchone()[0] != journal:
        raise StorageTrouble(
            "This folder cannot keep records safely: its disk lacks what a database needs. Nothing was written."
            " Choose a folder on this laptop's own disk."
        )
    for pragma in _WRITING:
        connection.execute(f"PRAGMA {pragma}")


def refuse_plaintext(path: Path) -> None:
    """Raises Damaged where the file is an ordinary SQLite database; a missing file is none."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_PLAINTEXT_HEAD))
    except FileNotFoundError:
        return
    except OSError as error:
        raise failure_for("unable to open") or error from None
    if head == _PLAINTEXT_HEAD:
        raise Damaged(
            "The records in this folder are not encrypted, so this program did not write them. Nothing was changed."
            " Restore from a backup."
        )


def _refuse_old_library() -> None:
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise _incomplete()


def _incomplete() -> StorageTrouble:
    return StorageTrouble(
        "This copy of MSP Desktop lacks a part that keeps records safe. No records were touched."
        " Ask your IT team to install it again."
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split()[0].split("."))
