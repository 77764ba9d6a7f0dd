"""The bytes of attachments: sealed files beside the database, small ones inside it. What they show is not known here.

A row with the file's fresh key is committed first, then the file is written, then the record that names it is saved.
So a record never names a file that is not there, and `sweep` finds what was cut short by its row: it deletes no file
that these rows do not name, such as one that belongs to records which a restore moved aside.
"""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db import disk
from db.aside import Stop, go_on_unless, never
from db.errors import Damaged, Failure
from db.keys import KEY_SIZE
from db.sealing import CHUNK, seal, unseal
from db.store import Reading, Store

FOLDER = "attachments"
SMALL = CHUNK
"""A file of at most so many bytes lies in the database."""

_UNNAMED = (
    "SELECT f.file FROM attachment_file f WHERE NOT EXISTS (SELECT 1 FROM revision r"
    " JOIN revision_body b ON b.n = r.n WHERE r.entity = f.attachment AND b.body->>'$.file' = f.file)"
)
_NAMED = (
    "SELECT id, body->>'$.file', body->>'$.sha256' FROM attachment"
    " WHERE EXISTS (SELECT 1 FROM revision_body b JOIN revision r ON r.n = b.n"
    " WHERE r.entity = attachment.id AND r.id = attachment.rev) ORDER BY n"
)


class Missing(Damaged):
    """A file that a record names is not there."""


class AttachmentFiles:
    """The files of one open vault. Their names are drawn by lot and tell nothing, not even when they were made."""

    def __init__(self, store: Store, vault: Path) -> None:
        self._store, self._folder = store, vault / FOLDER

    @contextmanager
    def kept(self, attachment: str, data: bytes, *, thumbnail: bytes | None = None) -> Iterator[str]:
        """Keep a file durably and give its new id, for the record that the block saves; unsaved, it is gone again."""
        file = str(uuid.UUID(bytes=self._store.draw(16), version=4))
        try:
            self._write(file, attachment, data, thumbnail)
            yield file
        except BaseException:  # a row without its file goes, whatever stopped the work; raised again
            with suppress(Failure):  # on a full disk the next opening sweeps
                self.sweep(only=file)
            raise

    def read(self, look: Reading, file: str) -> bytes:
        """A whole file, proven to its end. Raises Damaged, and nothing of the file is handed out then."""
        return b"".join(self.pieces(look, file))

    def pieces(self, look: Reading, file: str) -> Iterator[bytes]:
        """A file piece by piece, each proven, for whoever takes it only when the end has come without Damaged.

        The database is asked now; the pieces may be read later and in another thread.
        """
        row = look.run("SELECT key, data FROM attachment_file WHERE file = ?", (file,)).fetchone()
        if row is None:
            raise _missing()
        key, data = row
        return iter((data,)) if key is None else _unsealed(self._path(file), key)

    def thumbnail(self, look: Reading, file: str) -> bytes | None:
        """The small picture of a file, None where it has none."""
        found = look.run("SELECT thumbnail FROM attachment_file WHERE file = ?", (file,)).fetchone()
        return found[0] if found else None

    def sweep(self, *, only: str | None = None) -> int:
        """Delete files, and their keys, that no saved record names: cut short by a kill, or their record purged.

        Returns how many there were. Without `only`, nobody may be keeping a file meanwhile.
        """
        with self._store.reading() as look:
            unnamed = [file for file in look.column(_UNNAMED) if only in (None, file)]
        if not unnamed:
            return 0
        for path in map(self._path, unnamed):
            disk.sweep(path.parent)
            disk.remove(path)
        with self._store.work() as work:
            for file in unnamed:
                work.run("DELETE FROM attachment_file WHERE file = ?", (file,))
            work.commit()
        return len(unnamed)

    def faults(self, *, stop: Stop = never) -> list[str]:
        """Every attachment whose file is missing or not as it was kept, a plain line each. Reads every file."""
        found = []
        with self._store.reading() as look:
            for id, file, digest in look.run(_NAMED).fetchall():
                go_on_unless(stop)
                found.append((id, self._fault(look, file, digest)))
        return [f"attachment {id}: {fault}" for id, fault in found if fault]

    def _fault(self, look: Reading, file: str, digest: str) -> str:
        try:
            is_whole = _sha256(self.pieces(look, file)) == digest
        except Missing:
            return "its file is missing"
        except Damaged:
            is_whole = False
        return "" if is_whole else "its file is damaged"

    def _write(self, file: str, attachment: str, data: bytes, thumbnail: bytes | None) -> None:
        key = os.urandom(KEY_SIZE) if len(data) > SMALL else None
        with self._store.work() as work:
            work.run(
                "INSERT INTO attachment_file (file, attachment, key, data, thumbnail) VALUES (?, ?, ?, ?, ?)",
                (file, attachment, key, None if key else data, thumbnail),
            )
            work.commit()
        if key:
            path = self._path(file)
            disk.make_folder(path.parent)
            disk.write_pieces(path, seal(data, key, file))

    def _path(self, file: str) -> Path:
        return self._folder / file[:2] / file


def _unsealed(path: Path, key: bytes) -> Iterator[bytes]:
    with disk.disk_told():
        if not path.is_file():
            raise _missing()
        with path.open("rb") as sealed:
            yield from unseal(sealed, key, path.name)


def _sha256(pieces: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def _missing() -> Missing:
    return Missing(
        "A photo or file of this vault is missing. Your records are safe and nothing was changed."
        " Restore from a backup."
    )
