"""What is done to a vault and killed in the middle, and what must then be true: all of the old, or all of the new."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from db import backup, keys, vault
from db import header as headers
from db.argon2_cost import FLOOR
from db.copying import verify
from db.errors import WrongSecret
from db.manifest import read_manifest, refuse_changed
from db.restore import EPOCH_NEEDED, restore
from db.slots import Code, Passphrase, Secret
from db.vault import OpenVault
from tests.crash.killing import Deed, Saving
from tests.db.vaults import CODE, NOW, PASSPHRASE, note, notes

OTHER_PASSPHRASE = "eleven quiet herons"
OTHER_CODE = "P48C-SMQ5-BGWF-992A-Y6V5-WSAN-04DM"
WORDS = ["first", "second"]
_ALWAYS = {"attachments", "backups", "vault.json", "vault.json.copy", "vault.lock", "vault.mark"}


@dataclass(frozen=True)
class Trial:
    """A deed, the vault it is done to, and the check that raises unless the folder it was killed in is whole."""

    prepare: Callable[[Path], object]
    deed: Deed
    check: Callable[[Path], object]


@dataclass(frozen=True)
class SavingTrial:
    """Saving without end, and the check that raises unless all that was acknowledged is there."""

    prepare: Callable[[Path], object]
    deed: Saving
    check: Callable[[Path, list[str]], object]


def prepare(folder: Path) -> None:
    """A closed vault with a backup, a mark, an attachment, and a note that the backup does not have."""
    held = vault.create(folder, PASSPHRASE, code=CODE, cost=FLOOR)
    with held.engine.begin() as connection:
        connection.execute(text("CREATE TABLE note (n INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT"))
        connection.execute(text("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"))
    (folder / "attachments" / "ab").mkdir(parents=True)
    (folder / "attachments" / "ab" / "sealed-file").write_bytes(bytes(range(256)))
    note(held, WORDS[0])
    held.back_up(NOW)
    note(held, WORDS[1])
    held.write_mark(n=2, head="b" * 64)
    held.close()


def change_passphrase(folder: Path) -> None:
    """Opened by the code, which costs nothing, as in all deeds here."""
    held = vault.open_with_code(folder, CODE)
    held.change_passphrase(Code(CODE), OTHER_PASSPHRASE)
    held.close()


def is_one_passphrase(folder: Path) -> None:
    """The code opens; then exactly one passphrase opens the vault, and every backup has the same header."""
    whole(folder, CODE, WORDS)
    assert opens(folder, Passphrase(PASSPHRASE)) != opens(folder, Passphrase(OTHER_PASSPHRASE))
    for one in backup.backups(folder / backup.FOLDER):
        assert (one.path / headers.MAIN).read_bytes() == (folder / headers.MAIN).read_bytes()


def rotate(folder: Path) -> None:
    held = vault.open_with_code(folder, CODE)
    held.rotate(Code(CODE), passphrase=OTHER_PASSPHRASE, code=OTHER_CODE, now=NOW + timedelta(days=1)).close()


def is_one_key(folder: Path) -> None:
    """One of the two codes opens everything that is left, the other nothing at all."""
    old, new = opens(folder, Code(CODE)), opens(folder, Code(OTHER_CODE))
    assert old != new
    whole(folder, CODE if old else OTHER_CODE, WORDS)
    dead = Code(OTHER_CODE if old else CODE)
    assert not any(opens(one.path, dead) for one in backup.backups(folder / backup.FOLDER))


def back_up(folder: Path) -> None:
    held = vault.open_with_code(folder, CODE)
    held.back_up(NOW + timedelta(hours=1))  # the same day, so that the earlier one is pruned
    held.close()


def is_backed_up(folder: Path) -> None:
    whole(folder, CODE, WORDS)
    assert backup.backups(folder / backup.FOLDER)


def put_back(folder: Path) -> None:
    restore(folder, folder / backup.FOLDER / backup.stamp(NOW), Code(CODE), now=NOW + timedelta(days=1))


def is_before_or_after(folder: Path) -> None:
    """Either nothing happened, or the backup stands, asks for a new epoch, and what stood before opens aside."""
    held = vault.open_with_code(folder, CODE)
    found, aside = notes(held), folder / f"replaced-{backup.stamp(NOW + timedelta(days=1))}"
    if found == WORDS[:1]:
        verify(aside / "vault.db", lambda: held.subkey(keys.DATABASE))
    with held.engine.connect() as connection:
        asked = connection.execute(text("SELECT value FROM meta WHERE key = :key"), {"key": EPOCH_NEEDED}).scalar()
    held.close()
    assert bool(asked) == (found == WORDS[:1])
    assert found in (WORDS, WORDS[:1])
    whole(folder, CODE, found)


def save_without_end(folder: Path, acknowledge: Callable[[str], None]) -> None:
    """Commits numbered notes, the long ones among them over several pages, until killed."""
    held = vault.open_with_code(folder, CODE)
    for number in itertools.count():
        words = f"{number} " + "words " * (number % 5 * 1000)
        note(held, words)
        acknowledge(words)


def is_all_saved(folder: Path, acknowledged: list[str]) -> None:
    """All that was acknowledged is there in order, and at most the one save that was under way besides."""
    held = vault.open_with_code(folder, CODE)
    found = notes(held)[len(WORDS) :]
    held.close()
    assert found[: len(acknowledged)] == acknowledged
    assert len(found) <= len(acknowledged) + 1


def opens(folder: Path, secret: Secret) -> bool:
    """Whether the header in a folder opens, without finishing anything there."""
    try:
        headers.unlock(headers.read(folder), secret)
    except WrongSecret:
        return False
    return True


def whole(folder: Path, code: str, expected: list[str]) -> None:
    """The vault opens with all its rows, both headers are alike, every backup is proven, and nothing is left over."""
    held = vault.open_with_code(folder, code)
    try:
        assert notes(held) == expected
        assert (folder / "attachments" / "ab" / "sealed-file").read_bytes() == bytes(range(256))
        for one in backup.backups(folder / backup.FOLDER):
            prove_backup(one.path, held)
        assert not list((folder / backup.FOLDER).glob(".*"))
    finally:
        held.close()
    assert (folder / headers.MAIN).read_bytes() == (folder / headers.COPY).read_bytes()
    left = {path.name for path in folder.iterdir()} - _ALWAYS - {held.database.name}
    assert all(name.startswith("replaced-") for name in left), left


def prove_backup(path: Path, held: OpenVault) -> None:
    refuse_changed(path, read_manifest(path, held._key))
    verify(path / backup.DATABASE, backup.key_of_copy(path / backup.DATABASE, held._key))


TRIALS = {
    "passphrase change": Trial(prepare, change_passphrase, is_one_passphrase),
    "rotation": Trial(prepare, rotate, is_one_key),
    "backup": Trial(prepare, back_up, is_backed_up),
    "restore": Trial(prepare, put_back, is_before_or_after),
}
SAVING_TRIALS = {"saving": SavingTrial(prepare, save_without_end, is_all_saved)}
