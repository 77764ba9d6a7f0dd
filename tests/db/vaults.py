"""A small vault for tests of this floor: how it is opened, what is written into it, what is read back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from db import vault
from db.vault import OpenVault

PASSPHRASE = "seven tall ships at anchor"
CODE = "02QH-R14Q-AZH4-SDX0-0Z1F-ZQ08-PY9V"
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@contextmanager
def opened(folder: Path, passphrase: str = PASSPHRASE) -> Iterator[OpenVault]:
    """The vault in a folder, closed again afterwards."""
    held = vault.open_with_passphrase(folder, passphrase)
    try:
        yield held
    finally:
        held.close()


def note(held: OpenVault, words: str) -> None:
    """Commit one row."""
    with held.engine.begin() as connection:
        connection.execute(text("INSERT INTO note (words) VALUES (:words)"), {"words": words})


def notes(held: OpenVault) -> list[str]:
    """Every committed row, in order."""
    with held.engine.connect() as connection:
        return list(connection.execute(text("SELECT words FROM note ORDER BY n")).scalars())


def fill(disk: Path) -> None:
    """Leave no room at all."""
    with (disk / "filler").open("wb", buffering=0) as file:
        size = 65536
        while size:
            try:
                file.write(bytes(size))
            except OSError:
                size //= 2
