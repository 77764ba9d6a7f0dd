"""Changing what opens a vault: passphrase, code and, after a leak, everything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db import header as headers
from db import vault
from db.errors import StorageTrouble, WrongSecret
from db.keys import VaultKey
from db.recovery_code import new_code
from db.slots import Code, Passphrase
from tests.db.vaults import CODE, NOW, PASSPHRASE, note, notes, opened

NEW = "eleven quiet herons"


def opens(folder: Path, passphrase: str) -> bool:
    try:
        with opened(folder, passphrase):
            return True
    except WrongSecret:
        return False


def secret_opens(folder: Path, secret: Passphrase | Code) -> bool:
    """Whether the header in a folder, a vault's or a backup's, opens."""
    try:
        headers.unlock(headers.read(folder), secret)
    except WrongSecret:
        return False
    return True


def test_a_changed_passphrase_opens_and_the_old_one_does_not(vault_folder: Path) -> None:
    with opened(vault_folder) as held:
        held.change_passphrase(Passphrase(PASSPHRASE), NEW)
    assert opens(vault_folder, NEW)
    assert not opens(vault_folder, PASSPHRASE)
    vault.open_with_code(vault_folder, CODE).close()


def test_a_forgotten_passphrase_is_replaced_with_the_code(vault_folder: Path) -> None:
    held = vault.open_with_code(vault_folder, CODE)
    fresh = new_code()
    held.change_passphrase(Code(CODE), NEW)
    held.change_code(Passphrase(NEW), fresh)
    held.close()
    assert opens(vault_folder, NEW)
    assert not secret_opens(vault_folder, Code(CODE))
    assert secret_opens(vault_folder, Code(fresh))


def test_nothing_changes_without_a_secret_that_opens_the_vault_now(vault_folder: Path) -> None:
    with opened(vault_folder) as held:
        with pytest.raises(WrongSecret):
            held.change_passphrase(Passphrase("a guess at it"), NEW)
        with pytest.raises(WrongSecret):
            held.rotate(Passphrase("a guess at it"), passphrase=NEW, code=new_code(), now=NOW)
        assert notes(held) == ["first"]
    assert opens(vault_folder, PASSPHRASE)


def test_an_old_passphrase_opens_no_backup_either(vault_folder: Path) -> None:
    with opened(vault_folder) as held:
        made = held.back_up(NOW)
        held.change_passphrase(Passphrase(PASSPHRASE), NEW)
    assert secret_opens(made.path, Passphrase(NEW))
    assert not secret_opens(made.path, Passphrase(PASSPHRASE))


def test_unlocking_finishes_a_change_that_did_not_reach_every_backup(vault_folder: Path) -> None:
    with opened(vault_folder) as held:
        made = held.back_up(NOW)
        stale = (made.path / headers.MAIN).read_bytes()
        held.change_passphrase(Passphrase(PASSPHRASE), NEW)
    (made.path / headers.MAIN).write_bytes(stale)
    (vault_folder / headers.COPY).unlink()
    assert opens(vault_folder, NEW)
    assert not secret_opens(made.path, Passphrase(PASSPHRASE))
    assert (vault_folder / headers.COPY).is_file()


def test_rotation_keeps_the_records_and_ends_every_old_way_in(vault_folder: Path) -> None:
    old_header, old_key = headers.unlock(headers.read(vault_folder), Passphrase(PASSPHRASE))
    fresh = new_code()
    held = vault.open_with_passphrase(vault_folder, PASSPHRASE)
    old_backup = held.back_up(NOW)
    turned = held.rotate(Passphrase(PASSPHRASE), passphrase=NEW, code=fresh, now=NOW)
    note(turned, "second")
    assert notes(turned) == ["first", "second"]
    assert turned.id == old_header.vault
    held.close()
    turned.close()
    assert not opens(vault_folder, PASSPHRASE)
    assert opens(vault_folder, NEW)
    assert not any(copy.is_true(old_key) for copy in headers.read(vault_folder))
    assert secret_opens(vault_folder, Code(fresh))
    assert not secret_opens(old_backup.path, Passphrase(PASSPHRASE))  # the fresh backup took its name


def test_rotation_leaves_no_old_file(vault_folder: Path) -> None:
    with opened(vault_folder) as held:
        held.write_mark(n=1, head="a" * 64)
        turned = held.rotate(Passphrase(PASSPHRASE), passphrase=NEW, code=new_code(), now=NOW)
        turned.close()
    names = sorted(path.name for path in vault_folder.iterdir())
    assert names == ["attachments", "backups", "vault-3.db", "vault.json", "vault.json.copy", "vault.lock"]
    assert len(vault.read_info(vault_folder).backups) == 1


def test_a_rotation_that_cannot_write_leaves_the_old_vault_whole(vault_folder: Path) -> None:
    held = vault.open_with_passphrase(vault_folder, PASSPHRASE)
    (vault_folder / "vault-3.db-journal").mkdir()  # the new database cannot make its journal: bites root too
    with pytest.raises(StorageTrouble):
        held.rotate(Passphrase(PASSPHRASE), passphrase=NEW, code=new_code(), now=NOW)
    (vault_folder / "vault-3.db-journal").rmdir()
    with opened(vault_folder) as again:
        assert notes(again) == ["first"]
    assert not (vault_folder / "vault-3.db").exists()


def test_of_two_keys_only_one_opens_at_any_moment_of_a_change(vault_folder: Path) -> None:
    header, _ = headers.unlock(headers.read(vault_folder), Passphrase(PASSPHRASE))
    new_key, fresh = VaultKey.random(header.vault), new_code()
    turned = replace(header, generation=2, slots=()).with_secret(new_key, Code(fresh))
    (vault_folder / ".vault.json.copy.new").mkdir()  # the change stops right after `vault.json` was replaced
    with pytest.raises(StorageTrouble):
        headers.store(vault_folder, turned, new_key)
    assert secret_opens(vault_folder, Code(fresh))
    assert not secret_opens(vault_folder, Code(CODE))
