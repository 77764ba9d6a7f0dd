"""A disk that is full or read-only: one sentence, and what was saved before stays whole. Real small disks, as root."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from db import vault
from db.argon2_cost import FLOOR
from db.disk import make_folder, write_whole
from db.errors import StorageTrouble
from db.faults import told
from db.recovery_code import new_code
from db.slots import Passphrase
from db.vault import OpenVault
from tests.db.vaults import CODE, NOW, PASSPHRASE, fill, note, notes, opened


@pytest.fixture
def vault_on_it(small_disk: Path, template_vault: Path) -> Path:
    return Path(shutil.copytree(template_vault, small_disk / "vault"))


def write_until_full(held: OpenVault, saved: list[str]) -> None:
    with told():
        while True:
            note(held, "words " * 2000)
            saved.append("words " * 2000)


def test_a_full_disk_is_told_and_what_was_saved_stays(vault_on_it: Path) -> None:
    saved = ["first"]
    with opened(vault_on_it) as held:
        with pytest.raises(StorageTrouble, match="no room"):
            write_until_full(held, saved)
        assert notes(held) == saved
    with opened(vault_on_it) as held:
        assert notes(held) == saved


def rotate(held: OpenVault) -> None:
    held.rotate(Passphrase(PASSPHRASE), passphrase="eleven quiet herons", code=new_code(), now=NOW)


def back_up(held: OpenVault) -> None:
    held.back_up(NOW)


@pytest.mark.parametrize("deed", [rotate, back_up])
def test_a_change_on_a_full_disk_fails_whole(
    small_disk: Path, vault_on_it: Path, deed: Callable[[OpenVault], None]
) -> None:
    before = {path.name for path in vault_on_it.iterdir()}
    with opened(vault_on_it) as held:
        fill(small_disk)
        with pytest.raises(StorageTrouble, match="What was saved before is safe"):
            deed(held)
        (small_disk / "filler").unlink()
    with opened(vault_on_it) as again:
        assert notes(again) == ["first"]
    assert {path.name for path in vault_on_it.iterdir()} - {"backups"} == before


def test_a_read_only_disk_is_told(small_disk: Path, vault_on_it: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StorageTrouble, match="read-only"), opened(vault_on_it):
        pass
    with pytest.raises(StorageTrouble, match="read-only"):
        vault.create(small_disk / "new", PASSPHRASE, code=CODE, cost=FLOOR)
    assert sorted(path.name for path in small_disk.iterdir()) == ["vault"]


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old")
    path.with_name(".file.new").mkdir()  # the fresh file cannot be made: bites root too
    with pytest.raises(StorageTrouble):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"


def test_what_is_written_belongs_to_this_user_alone(vault_folder: Path, tmp_path: Path) -> None:
    vault.create(tmp_path / "new", PASSPHRASE, code=CODE, cost=FLOOR).close()
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0
    for name in ("vault.json", "vault.json.copy"):
        assert os.stat(tmp_path / "new" / name).st_mode & 0o077 == 0


def test_a_new_folder_is_private_on_every_level_and_never_a_file(tmp_path: Path) -> None:
    make_folder(tmp_path / "one" / "two")
    make_folder(tmp_path / "one" / "two")
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "one", tmp_path / "one" / "two"))
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(StorageTrouble, match="cannot be written"):
            make_folder(path)
