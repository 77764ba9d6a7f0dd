"""Durable changes to files and folders, and the disk's refusals told as a sentence. Nothing here knows what is inside.

When a function here returns, a power cut does not undo what it did (fsync of the file and of the folder it lies in).
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from db.errors import StorageTrouble

_TRIES = 8
_HELD_ON_WINDOWS = (5, 32, 33)  # access denied, sharing violation, lock violation
_FULL = (errno.ENOSPC, errno.EDQUOT)
_NOT_OURS = (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.ENOENT, errno.EEXIST)


@contextmanager
def disk_told() -> Iterator[None]:
    """Turns what the disk refuses into StorageTrouble; file names stay out of the sentence."""
    try:
        yield
    except OSError as error:
        raise _failure(error) from None


def write_whole(path: Path, data: bytes) -> None:
    """Replace the file at `path`: whatever happens, it then holds all of the old or all of the new."""
    with disk_told():
        _replace(path, lambda file: file.write(data))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """As `write_whole`, a piece at a time."""
    with disk_told():
        _replace(path, lambda file: file.writelines(pieces))


def write_by(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """As `write_whole`, by what `write` puts into the open file; where it raises, nothing is left behind."""
    with disk_told():
        _replace(path, write)


def put_in_place(fresh: Path, path: Path) -> None:
    """Rename a file or folder, over what stood there before, and make that durable."""
    with disk_told():
        for tries_left in reversed(range(_TRIES)):
            try:
                os.replace(fresh, path)
                break
            except PermissionError as error:
                # On Windows a virus scanner or indexer holds a new file for some milliseconds.
                if getattr(error, "winerror", None) not in _HELD_ON_WINDOWS or not tries_left:
                    raise
                time.sleep(0.05 * 2 ** (_TRIES - tries_left))
        sync_folder(path.parent)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file, durably, over what stood at `target` before."""
    with disk_told(), source.open("rb") as read:
        _replace(target, lambda file: shutil.copyfileobj(read, file, 1024 * 1024))


def remove(path: Path) -> None:
    """Delete a file or a folder with all it holds; one that is gone already is no fault."""
    with disk_told():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what a killed program left half written or half deleted: hidden names that end in `.new` or `.going`."""
    with disk_told():
        entries = list(folder.iterdir()) if folder.is_dir() else []
    for entry in entries:
        if entry.name.startswith(".") and entry.suffix in (".new", ".going"):
            remove(entry)


def make_folder(path: Path) -> None:
    """A folder that this user alone may enter, with those above it."""
    with disk_told():
        missing = [place for place in (path, *path.parents) if not place.is_dir()]
        for place in reversed(missing):
            place.mkdir(mode=0o700, exist_ok=True)
            sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Windows keeps them in its journal and has no such call."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _replace(path: Path, write: Callable[[BinaryIO], object]) -> None:
    fresh = path.with_name(f".{path.name}.new")
    try:
        with open(fresh, "wb", opener=_for_owner) as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(fresh, path)
    except BaseException:  # no half file stays, whatever stopped the writing; raised again
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def _for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _failure(error: OSError) -> StorageTrouble:
    if error.errno in _FULL:
        return StorageTrouble(
            "There is no room left on this disk. What was saved before is safe. Free some space, then try again."
        )
    if error.errno in _NOT_OURS:
        return StorageTrouble(
            "This folder cannot be written: it is missing, read-only or not yours. Nothing was lost."
            " Choose another folder, or ask your IT team."
        )
    return StorageTrouble(
        "The disk did not answer as it should. What was saved before is safe. Try again; if it stays, ask your IT team."
    )
