"""What the database says when the world fails it, told as a sentence. Our own mistakes pass through untouched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from db.errors import Damaged, Failure, InUse, Stopped, StorageTrouble

_FULL = "There is no room left on this laptop's disk. What was saved before is safe. Free some space, then save again."
_READ_ONLY = "This vault cannot be written here: the disk or folder is read-only. Nothing was lost. Ask your IT team."
_DISK = "The disk did not answer as it should. What was saved before is safe. Try again; if it stays, ask your IT team."
_BUSY = "Another program is using these records. Nothing was lost. Close it, then try again."
_DAMAGED = (
    "Part of the records could not be read as they were written. Nothing was changed."
    " Run a check, and restore from a backup if it finds faults."
)

# The first words of SQLite's own result texts (sqlite.org/rescode.html): the driver gives no numbers.
_TOLD: tuple[tuple[tuple[str, ...], type[Failure], str], ...] = (
    (("database or disk is full",), StorageTrouble, _FULL),
    (("attempt to write a readonly", "unable to open"), StorageTrouble, _READ_ONLY),
    (("disk i/o error", "large file support"), StorageTrouble, _DISK),
    (("database is locked", "database table is locked"), InUse, _BUSY),
    (("database disk image is malformed", "file is not a database", "vtable constructor failed"), Damaged, _DAMAGED),
)


@contextmanager
def told() -> Iterator[None]:
    """Turns the world's faults into a Failure; the original text is dropped, since it can hold record text."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        failure = failure_for(str(error.orig if isinstance(error, DBAPIError) else error))
        if failure is None:
            raise
        raise failure from None


def failure_for(text: str) -> Failure | None:
    """The Failure for one of SQLite's result texts, None where the fault is ours."""
    if text.lower().startswith("interrupted"):
        return Stopped()
    for starts, family, sentence in _TOLD:
        if text.lower().startswith(starts):
            return family(sentence)
    return None
