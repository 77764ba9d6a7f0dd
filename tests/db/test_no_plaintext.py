"""Nothing that was written into a vault can be read from the disk; a plaintext control shows that the search finds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, create_engine, text
from sqlcipher3 import dbapi2

from db import keys
from db.recovery_code import new_code
from db.slots import Passphrase
from tests.db.vaults import CODE, NOW, PASSPHRASE, opened

MARKER = "Ottoline-Quibblewick-told-in-confidence"
SCRIPT = (
    "CREATE TABLE told (n INTEGER PRIMARY KEY, words TEXT)",
    "CREATE VIRTUAL TABLE told_index USING fts5(words)",
    "CREATE TEMP TABLE passing (words TEXT)",
)
WRITES = (
    "INSERT INTO told (words) VALUES (:words)",
    "INSERT INTO told_index (words) VALUES (:words)",
    "INSERT INTO passing (words) VALUES (:words)",
)


def write(run: Engine) -> None:
    """Rows, a search index, a temporary table, a large sort, an update and a rollback, all holding the marker."""
    with run.begin() as connection:
        for line in SCRIPT:
            connection.execute(text(line))
        for number in range(400):
            words = {"words": f"{MARKER} {number} " + "padding " * 100}
            for line in WRITES:
                connection.execute(text(line), words)
        connection.execute(text("SELECT words FROM told ORDER BY substr(words, 40), n DESC")).all()
    with run.connect() as connection:
        connection.execute(text("UPDATE told SET words = words || 'x'"))
        connection.rollback()


def spellings(marker: str) -> list[bytes]:
    return [marker.encode(), marker.encode("utf-16-le"), marker.lower().encode(), b"quibblewick"]


def found(folder: Path) -> list[str]:
    return [path.name for path in files(folder) if any(spelled in path.read_bytes() for spelled in spellings(MARKER))]


def files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def test_no_file_of_a_vault_holds_what_was_written_into_it(vault_folder: Path) -> None:
    with opened(vault_folder) as held:
        write(held.engine)
        assert any(path.name.endswith("-wal") and path.stat().st_size for path in files(vault_folder))
        assert found(vault_folder) == []
        held.back_up(NOW)
        turned = held.rotate(Passphrase(PASSPHRASE), passphrase="eleven quiet herons", code=new_code(), now=NOW)
        assert found(vault_folder) == []
        turned.close()
    assert found(vault_folder) == []


def test_no_file_of_a_vault_holds_a_secret_or_a_key(vault_folder: Path) -> None:
    with opened(vault_folder) as held:
        held.back_up(NOW)
        secrets = [PASSPHRASE.encode(), CODE.encode(), CODE.replace("-", "").encode(), bytes(held._key.secret)]
        labels = (keys.DATABASE, keys.HEADER_MAC, keys.MARK, keys.BACKUP_MANIFEST)
        secrets += [bytes(key) for key in map(partial(held.subkey), labels)]
        data = b"".join(path.read_bytes() for path in files(vault_folder))
        assert not any(secret in data or secret.hex().encode() in data for secret in secrets)


def test_the_same_search_finds_everything_in_a_plaintext_database(tmp_path: Path) -> None:
    plain = create_engine("sqlite://", module=dbapi2, creator=lambda: dbapi2.connect(str(tmp_path / "plain.db")))
    write(plain)
    plain.dispose()
    assert found(tmp_path) == ["plain.db"]
