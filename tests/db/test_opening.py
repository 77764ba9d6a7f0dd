"""Opening a vault: the right secret opens it, and each thing that can be wrong has its own honest answer."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db import header as headers
from db import vault
from db.argon2_cost import FLOOR
from db.errors import BadInput, Damaged, InUse, NewerFormat, StorageTrouble, WrongSecret
from db.keys import VaultKey
from db.slots import Passphrase
from tests.db.vaults import CODE, NOW, PASSPHRASE, note, notes, opened


def edit(path: Path, change: Callable[[dict[str, Any]], object], *, forge: bool = True) -> None:
    """Change a header file; a forger sets the checksum right, damage does not."""
    body = json.loads(path.read_bytes())
    change(body)
    if forge:
        del body["sum"]
        body["sum"] = headers._sum(body)
    path.write_text(json.dumps(body))


def both(folder: Path) -> list[Path]:
    return [folder / headers.MAIN, folder / headers.COPY]


def test_closing_leaves_no_statistics_that_a_grown_vault_would_be_misled_by(vault_folder: Path) -> None:
    with opened(vault_folder) as held:
        note(held, "first")
    with opened(vault_folder) as held, held.engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name LIKE 'sqlite_stat%'").fetchall()
    assert tables == []


def test_a_new_vault_opens_with_its_passphrase_and_with_its_code(vault_folder: Path) -> None:
    with opened(vault_folder) as held:
        assert notes(held) == ["first"]
    held = vault.open_with_code(vault_folder, CODE.lower().replace("-", " ").replace("0", "o"))
    assert notes(held) == ["first"]
    held.close()


def test_a_passphrase_opens_however_the_keyboard_spells_its_accents(tmp_path: Path) -> None:
    composed = "café with Zoë at half past ten"
    vault.create(tmp_path / "vault", composed, code=CODE, cost=FLOOR).close()
    with opened(tmp_path / "vault", unicodedata.normalize("NFD", composed)) as held:
        assert held.folder == tmp_path / "vault"


def test_a_wrong_passphrase_is_called_wrong_and_changes_nothing(vault_folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in vault_folder.iterdir() if path.is_file()}
    with pytest.raises(WrongSecret), opened(vault_folder, "not this one"):
        pass
    assert before == {path.name: path.read_bytes() for path in vault_folder.iterdir() if path.is_file()}


def test_a_code_of_another_vault_is_wrong_and_a_mistyped_one_is_bad_input(vault_folder: Path) -> None:
    with pytest.raises(WrongSecret):
        vault.open_with_code(vault_folder, "0000-0000-0000-0000-0000-0000-00" + _check_of_zeros())
    with pytest.raises(BadInput):
        vault.open_with_code(vault_folder, CODE.replace("R14Q", "R14P"))


def _check_of_zeros() -> str:
    from db.recovery_code import _check

    return _check("0" * 26)


@pytest.mark.parametrize("name", [headers.MAIN, headers.COPY])
@pytest.mark.parametrize("damage", ["missing", "torn", "bit"])
def test_one_damaged_header_copy_is_written_again_from_the_true_one(vault_folder: Path, name: str, damage: str) -> None:
    path = vault_folder / name
    true = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(true[:200] if damage == "torn" else true.replace(b'"salt": "', b'"salt": "A', 1))
    with opened(vault_folder) as held:
        assert held.was_repaired
    assert [copy.read_bytes() for copy in both(vault_folder)] == [true, true]


@pytest.mark.parametrize("name", [headers.MAIN, headers.COPY])
def test_one_forged_header_copy_decides_nothing_and_is_written_again(vault_folder: Path, name: str) -> None:
    edit(vault_folder / name, lambda body: body.update(generation=99, demo=True))
    with opened(vault_folder) as held:
        assert not held.is_demo
        assert held.was_repaired
    with opened(vault_folder) as held:
        assert not held.was_repaired


def test_two_damaged_header_copies_are_damage_and_never_a_wrong_passphrase(vault_folder: Path) -> None:
    for path in both(vault_folder):
        edit(path, lambda body: body["slots"][0].update(salt="A" * 22 + "=="), forge=False)
    with pytest.raises(Damaged), opened(vault_folder):
        pass


def test_two_forged_header_copies_are_damage(vault_folder: Path) -> None:
    for path in both(vault_folder):
        edit(path, lambda body: body.update(demo=True))
    with pytest.raises(Damaged), opened(vault_folder):
        pass


@pytest.mark.parametrize("terms", [{"memory": 2**40}, {"memory": 1024}, {"passes": 1}, {"lanes": 10**6}])
def test_a_header_that_asks_for_too_much_or_too_little_is_refused_before_deriving(
    vault_folder: Path, terms: dict[str, int]
) -> None:
    for path in both(vault_folder):
        edit(path, lambda body: body["slots"][0].update(terms))
    with pytest.raises(Damaged), opened(vault_folder):
        pass


def test_a_header_cannot_name_files_outside_the_vault(vault_folder: Path) -> None:
    for path in both(vault_folder):
        edit(path, lambda body: body.update(leaving={"../other": ""}))
    with pytest.raises(Damaged):
        headers.read(vault_folder)


def test_an_old_header_copy_put_back_does_not_bring_the_old_passphrase_back(vault_folder: Path) -> None:
    old = (vault_folder / headers.COPY).read_bytes()
    with opened(vault_folder) as held:
        held.change_passphrase(Passphrase(PASSPHRASE), "eleven quiet herons")
    (vault_folder / headers.COPY).write_bytes(old)
    with pytest.raises(WrongSecret), opened(vault_folder):
        pass
    with opened(vault_folder, "eleven quiet herons") as held:
        assert held.was_repaired


def test_a_slot_of_a_type_from_later_is_kept_and_ignored(vault_folder: Path) -> None:
    header, key = headers.unlock(headers.read(vault_folder), Passphrase(PASSPHRASE))
    later = {"type": "organisation", "recipient": "age1fictional", "wrapped": "x"}
    headers.store(vault_folder, header.with_slot(later), key)
    with opened(vault_folder) as held:
        held.change_passphrase(Passphrase(PASSPHRASE), "eleven quiet herons")
    assert vault.read_info(vault_folder).ways_in == ("recovery-code", "organisation", "passphrase")


def test_a_header_from_a_newer_version_is_refused(vault_folder: Path) -> None:
    for path in both(vault_folder):
        edit(path, lambda body: body.update(version=headers.FORMAT + 1, something="new"))
    with pytest.raises(NewerFormat), opened(vault_folder):
        pass


def test_a_folder_without_a_vault_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadInput), opened(tmp_path / "nowhere"):
        pass
    assert not (tmp_path / "nowhere").exists()


def test_the_database_of_another_vault_is_refused(vault_folder: Path, tmp_path: Path) -> None:
    vault.create(tmp_path / "other", PASSPHRASE, code=CODE, cost=FLOOR).close()
    shutil.copy(tmp_path / "other" / "vault.db", vault_folder / "vault.db")
    with pytest.raises(Damaged, match="another vault"), opened(vault_folder):
        pass


def test_a_backup_put_over_the_database_is_told_to_use_restore(vault_folder: Path) -> None:
    with opened(vault_folder) as held:
        made = held.back_up(NOW)
    shutil.copy(made.path / "vault.db", vault_folder / "vault.db")
    shutil.rmtree(made.path)
    with pytest.raises(Damaged, match=r"This is a backup\. Use Restore\."), opened(vault_folder):
        pass


@pytest.mark.parametrize("size", [0, 100, 4096, 5000])
def test_a_truncated_database_is_refused(vault_folder: Path, size: int) -> None:
    database = vault_folder / "vault.db"
    database.write_bytes(database.read_bytes()[:size])
    with pytest.raises(Damaged), opened(vault_folder):
        pass
    assert database.stat().st_size == size


def test_a_plaintext_database_is_refused(vault_folder: Path) -> None:
    (vault_folder / "vault.db").write_bytes(b"SQLite format 3\0" + bytes(4080))
    with pytest.raises(Damaged, match="not encrypted"), opened(vault_folder):
        pass


def test_an_older_database_put_back_is_announced(vault_folder: Path, tmp_path: Path) -> None:
    shutil.copy(vault_folder / "vault.db", tmp_path / "older.db")
    with opened(vault_folder) as held:
        note(held, "second")
        held.write_mark(n=2, head="b" * 64)
        assert held.check_mark({1: "a" * 64, 2: "b" * 64, 3: "c" * 64}.get) is None
    shutil.copy(tmp_path / "older.db", vault_folder / "vault.db")
    with opened(vault_folder) as held:
        assert "older" in (held.check_mark({1: "a" * 64}.get) or "")
        assert "older" in (held.check_mark({1: "a" * 64, 2: "d" * 64, 3: "e" * 64}.get) or "")


def test_a_mark_that_somebody_edited_is_announced(vault_folder: Path) -> None:
    with opened(vault_folder) as held:
        assert held.check_mark({1: "a" * 64}.get) is None
        held.write_mark(n=9, head="b" * 64)
        mark = vault_folder / "vault.mark"
        mark.write_text(mark.read_text().replace('"n": 9', '"n": 1'))
        assert "damaged" in (held.check_mark({1: "a" * 64}.get) or "")


def test_the_same_vault_does_not_open_twice(vault_folder: Path) -> None:
    with opened(vault_folder):
        with pytest.raises(InUse), opened(vault_folder):
            pass
        asked = "import sys; from pathlib import Path; from db.lock import VaultLock; VaultLock(Path(sys.argv[1]))"
        other = subprocess.run([sys.executable, "-c", asked, str(vault_folder)], capture_output=True, text=True)
        assert "InUse" in other.stderr
    with opened(vault_folder) as held:
        assert notes(held) == ["first"]


def test_a_vault_is_not_made_where_something_lies_already(vault_folder: Path) -> None:
    with pytest.raises(BadInput):
        vault.create(vault_folder, PASSPHRASE, code=CODE, cost=FLOOR)
    (vault_folder.parent / "file").write_text("here first")
    with pytest.raises(StorageTrouble):
        vault.create(vault_folder.parent / "file" / "vault", PASSPHRASE, code=CODE, cost=FLOOR)


def test_the_info_of_a_vault_needs_no_secret(vault_folder: Path) -> None:
    info = vault.read_info(vault_folder)
    assert (info.format, info.generation, info.is_demo) == (1, 1, False)
    assert info.ways_in == ("passphrase", "recovery-code")


def test_a_closed_vault_leaves_one_database_file_and_no_key(vault_folder: Path) -> None:
    held = vault.open_with_passphrase(vault_folder, PASSPHRASE)
    key = held._key.secret
    held.reading_engine().connect().close()
    held.close()
    held.close()
    assert bytes(key) == bytes(32)
    assert not list(vault_folder.glob("vault.db-*"))
    with pytest.raises(RuntimeError):
        held.subkey("database")


def test_keys_for_different_purposes_and_vaults_differ() -> None:
    first, second = VaultKey(bytearray(32), "one"), VaultKey(bytearray(32), "two")
    made = {bytes(first.subkey("database")), bytes(first.subkey("mark")), bytes(second.subkey("database"))}
    assert len(made) == 3
