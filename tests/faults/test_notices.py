"""What is told on opening and refused nothing: older records put back, a clock set back, a key file mended."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db import mark
from msp_desktop import demo, notices
from msp_desktop.opening import open_vault
from tests.faults.conftest import Run
from tests.vaults import names, opened


def set_clock(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """Every vault opened from now on goes by a clock that is wrong by so much."""
    real: Callable[..., tuple[str, ...]] = notices.notices

    def with_clock(vault: object, store: object) -> tuple[str, ...]:
        store.now = lambda: datetime.now(UTC) + by  # type: ignore[attr-defined]
        return real(vault, store)

    monkeypatch.setattr("msp_desktop.opening.notices", with_clock)


def test_a_vault_as_it_was_left_tells_nothing(vault: Path, run: Run) -> None:
    assert (vault / mark.NAME).is_file()
    ran = run("list", "people", "--vault", vault)
    assert (ran.code, ran.err) == (0, "")


def test_older_records_put_back_are_told_once_and_written_down(vault: Path, tmp_path: Path, run: Run) -> None:
    shutil.copy(vault / "vault.db", tmp_path / "older.db")
    with opened(vault) as workspace:
        workspace.people.new("Rosa")
    shutil.copy(tmp_path / "older.db", vault / "vault.db")
    ran = run("list", "people", "--vault", vault)
    assert ran.code == 0 and ran.out.count("\n") == 1
    assert ran.err.count("\n") == 1 and "older copy" in ran.err
    assert run("list", "people", "--vault", vault).err == ""
    with opened(vault) as workspace, workspace.store.reading() as look:
        assert [event.body["reason"] for event in look.find("event")] == [ran.err.strip()]


def test_older_records_that_went_on_growing_are_told_too(vault: Path, tmp_path: Path) -> None:
    shutil.copy(vault / "vault.db", tmp_path / "older.db")
    with opened(vault) as workspace:
        workspace.people.new("Rosa")
    marked = (vault / mark.NAME).read_bytes()
    shutil.copy(tmp_path / "older.db", vault / "vault.db")
    with opened(vault) as workspace:
        for name in ("Ines", "Olu", "Wen"):
            workspace.people.new(name)
    (vault / mark.NAME).write_bytes(marked)
    with opened(vault) as workspace:
        assert "older copy" in workspace.notices[0]


def test_a_crash_before_the_lock_is_no_older_copy(vault: Path) -> None:
    marked = (vault / mark.NAME).read_bytes()
    with opened(vault) as workspace:
        workspace.people.new("Rosa")
    (vault / mark.NAME).write_bytes(marked)
    with opened(vault) as workspace:
        assert workspace.notices == ()


def test_a_restored_backup_and_a_rotated_vault_are_no_older_copies(vault: Path, run: Run, tmp_path: Path) -> None:
    copy = run("vault", "backup", vault).out.split()[-1]
    with opened(vault) as workspace:
        workspace.people.new("Rosa")
    assert run("vault", "restore", vault, copy).err == ""
    (tmp_path / "new").write_text("harbour window thistle drum")
    assert run("vault", "rotate", vault, "--new-passphrase-file", tmp_path / "new").err == ""
    assert (vault / mark.NAME).is_file()
    assert run("list", "people", "--vault", vault, passphrase="harbour window thistle drum").err == ""


def test_a_mended_key_file_is_told(vault: Path, run: Run) -> None:
    (vault / "vault.json").write_bytes(b"torn")
    ran = run("list", "people", "--vault", vault)
    assert (ran.code, ran.err.count("\n")) == (0, 1) and "nothing was lost" in ran.err
    assert run("list", "people", "--vault", vault).err == ""


def test_a_clock_set_back_is_told_and_ids_and_order_stay_right(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, -timedelta(days=4000))
    with opened(vault) as workspace:
        assert ["clock" in notice for notice in workspace.notices] == [True]
        workspace.people.new("Rosa")
        with workspace.store.reading() as look:
            chain = look.chain()
    assert [item.hlc for item in chain] == sorted(item.hlc for item in chain)
    assert len({item.rev for item in chain} | {item.entity for item in chain}) == len(chain) * 2
    assert chain[-1].at < chain[0].at
    monkeypatch.undo()
    assert names(vault) == ["Margaret", "Rosa"]


def test_a_demo_has_made_up_times_and_says_nothing_of_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(demo.make_short(tmp_path))
    set_clock(monkeypatch, -timedelta(days=4000))
    workspace = open_vault(tmp_path / "vault", demo.PASSPHRASE)
    workspace.close()
    assert workspace.notices == ()


def test_a_clock_put_right_by_a_minute_is_not_worth_a_word(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, -timedelta(minutes=1))
    with opened(vault) as workspace:
        assert workspace.notices == ()


def test_locking_twice_or_where_nothing_can_be_marked_does_no_harm(vault: Path) -> None:
    with opened(vault) as workspace:
        (vault / f".{mark.NAME}.new").mkdir()  # the mark cannot be written: bites root too
        workspace.people.new("Rosa")
        workspace.close()
    assert names(vault) == ["Margaret", "Rosa"]
