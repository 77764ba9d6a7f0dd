"""Backups: whole, checked, under their own key, kept for a while, and put back without losing what stood there."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from db import backup, keys, vault
from db.argon2_cost import FLOOR
from db.aside import Stop, go_on_unless
from db.backup import Backup, backups, prune
from db.copying import verify
from db.engine import connect
from db.errors import BadInput, Damaged, Stopped, StorageTrouble, WrongSecret
from db.recovery_code import new_code
from db.restore import restore
from db.slots import Code, Passphrase
from db.vault import OpenVault
from tests.db.vaults import CODE, NOW, PASSPHRASE, note, notes, opened


@pytest.fixture
def held(vault_folder: Path) -> Iterator[OpenVault]:
    with opened(vault_folder) as held:
        yield held


def test_a_backup_holds_everything_and_nothing_that_the_vault_key_opens(held: OpenVault) -> None:
    made = held.back_up(NOW)
    names = sorted(path.relative_to(made.path).as_posix() for path in made.path.rglob("*") if path.is_file())
    assert names == ["attachments/ab/sealed-file", "manifest.json", "vault.db", "vault.json"]
    with pytest.raises(Damaged):
        connect(made.path / "vault.db", partial(held.subkey, keys.DATABASE), readonly=True)
    verify(made.path / "vault.db", backup.key_of_copy(made.path / "vault.db", held._key))


def test_a_backup_is_one_moment_while_work_goes_on(held: OpenVault) -> None:
    note(held, "before")
    with held.engine.begin() as connection:
        connection.execute(text("INSERT INTO note (words) VALUES ('in the middle')"))
        made = held.back_up(NOW)
    held.close()
    restore(held.folder, made.path, Passphrase(PASSPHRASE), now=NOW)
    with opened(held.folder) as again:
        assert notes(again) == ["first", "before"]


def test_backups_share_the_sealed_files_that_did_not_change(held: OpenVault) -> None:
    first, second = held.back_up(NOW), held.back_up(NOW + timedelta(days=1))
    name = Path("attachments/ab/sealed-file")
    assert (first.path / name).samefile(second.path / name)
    assert not (first.path / name).samefile(held.folder / name)


def test_the_last_backups_of_seven_days_and_four_weeks_are_kept(tmp_path: Path) -> None:
    start = datetime(2026, 1, 1, 8, tzinfo=UTC)
    for hours in range(0, 24 * 60, 12):
        (tmp_path / backup.stamp(start + timedelta(hours=hours))).mkdir()
    prune(tmp_path)
    days = [one.made.strftime("%m-%d %H") for one in backups(tmp_path)]
    assert days == [
        "03-01 20", "02-28 20", "02-27 20", "02-26 20", "02-25 20", "02-24 20", "02-23 20", "02-22 20",
        "02-15 20", "02-08 20",
    ]  # fmt: skip


def test_restoring_brings_the_backup_back_and_keeps_what_stood_there(held: OpenVault) -> None:
    made = held.back_up(NOW)
    note(held, "after the backup")
    held.write_mark(n=2, head="b" * 64)
    held.close()
    restore(held.folder, made.path, Passphrase(PASSPHRASE), now=NOW)
    with opened(held.folder) as again:
        assert notes(again) == ["first"]
        assert again.check_mark({1: "a" * 64}.get) is None
        with again.engine.connect() as connection:
            assert connection.execute(text("SELECT value FROM meta WHERE key = 'epoch_needed'")).scalar() == "1"
        aside = held.folder / "replaced-20260302T093000Z"
        with connect(aside / "vault.db", partial(again.subkey, keys.DATABASE)) as old:
            assert old.execute("SELECT count(*) FROM note").fetchone() == (2,)
        old.close()


def test_a_backup_brings_a_lost_vault_back_on_another_laptop(held: OpenVault, tmp_path: Path) -> None:
    made = held.back_up(NOW, into=tmp_path / "stick")
    held.close()
    shutil.rmtree(held.folder)
    restore(tmp_path / "laptop" / "vault", made.path, Code(CODE), now=NOW)
    with opened(tmp_path / "laptop" / "vault") as again:
        assert notes(again) == ["first"]
        assert (again.folder / "attachments" / "ab" / "sealed-file").read_bytes() == bytes(range(256))


def test_a_backup_from_before_a_rotation_opens_with_the_old_secret_and_keeps_the_new_vault_aside(
    held: OpenVault, tmp_path: Path
) -> None:
    made = held.back_up(NOW, into=tmp_path / "stick")
    fresh = new_code()
    held.rotate(Passphrase(PASSPHRASE), passphrase="eleven quiet herons", code=fresh, now=NOW).close()
    with pytest.raises(WrongSecret):
        restore(held.folder, made.path, Passphrase("eleven quiet herons"), now=NOW)
    restore(held.folder, made.path, Passphrase(PASSPHRASE), now=NOW)
    with opened(held.folder) as again:
        assert notes(again) == ["first"]
    aside = held.folder / "replaced-20260302T093000Z"
    assert sorted(path.name for path in aside.iterdir()) == ["vault-3.db", "vault.json", "vault.json.copy"]


def test_a_backup_of_another_vault_is_not_restored_over_this_one(held: OpenVault, tmp_path: Path) -> None:
    other = vault.create(tmp_path / "other", PASSPHRASE, code=CODE, cost=FLOOR)
    made = other.back_up(NOW)
    other.close()
    held.close()
    with pytest.raises(BadInput, match="another vault"):
        restore(held.folder, made.path, Passphrase(PASSPHRASE), now=NOW)
    with opened(held.folder) as again:
        assert notes(again) == ["first"]


@pytest.mark.parametrize("name", ["vault.db", "attachments/ab/sealed-file", "manifest.json"])
def test_a_backup_that_was_changed_is_refused_and_the_vault_stays(held: OpenVault, name: str) -> None:
    made = held.back_up(NOW)
    held.close()
    path = made.path / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(Damaged):
        restore(held.folder, made.path, Passphrase(PASSPHRASE), now=NOW)
    with opened(held.folder) as again:
        assert notes(again) == ["first"]
    assert not list(held.folder.glob("replaced-*"))


def test_a_backup_folder_is_no_vault_to_work_in(held: OpenVault) -> None:
    made = held.back_up(NOW)
    with pytest.raises(Damaged, match=r"Use Restore\."), opened(made.path):
        pass


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(held: OpenVault, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageTrouble):
        held.back_up(NOW, into=tmp_path / "file" / "backups")
    assert (tmp_path / "file").read_text() == "in the way"


def test_closing_the_vault_stops_a_backup_and_leaves_nothing_of_it(
    held: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    copying, ended = threading.Event(), []

    def read_back(*_: object, stop: Stop) -> None:
        copying.set()
        while not stop():
            time.sleep(0.001)
        go_on_unless(stop)

    monkeypatch.setattr("db.copying.verify", read_back)

    def back_up() -> None:
        with pytest.raises(Stopped):
            held.back_up(NOW)
        ended.append(held.is_closed)

    beside = threading.Thread(target=back_up)
    beside.start()
    assert copying.wait(10)
    held.close()
    assert ended, "closing waits for it"
    beside.join()
    assert list((held.folder / "backups").iterdir()) == []
    with pytest.raises(Stopped):
        held.back_up(NOW)


def test_of_two_backups_on_one_day_the_later_one_is_kept(held: OpenVault) -> None:
    held.back_up(NOW)
    later = held.back_up(NOW + timedelta(hours=3))
    assert [one.path for one in backups(held.folder / "backups")] == [later.path]


def test_a_passphrase_changed_during_a_backup_opens_that_backup_too(
    held: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = backup.make_backup

    def changed_meanwhile(*given: Any, **named: Any) -> Backup:  # noqa: ANN401 - as the real one takes them
        made = whole(*given, **named)
        held._admit(Passphrase("eleven quiet herons", FLOOR))
        return made

    monkeypatch.setattr(backup, "make_backup", changed_meanwhile)
    made = held.back_up(NOW)
    held.close()
    with pytest.raises(WrongSecret):
        restore(held.folder, made.path, Passphrase(PASSPHRASE), now=NOW)
    restore(held.folder, made.path, Passphrase("eleven quiet herons"), now=NOW)
