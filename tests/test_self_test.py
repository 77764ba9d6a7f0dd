"""`self-test` finds a sound program sound, names what is not, and leaves nothing behind."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from msp_desktop import cli
from msp_desktop.commands.self_test import SelfTestFailed, self_test
from msp_desktop.errors import ExitCode


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    (tmp_path / "room").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "room"))
    return tmp_path / "room"


def test_a_sound_program_passes_every_check_and_leaves_nothing(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["self-test"]) == ExitCode.DONE
    told = capsys.readouterr()
    assert told.err == ""
    *checks, last = told.out.splitlines()
    assert len(checks) == 9 and all(line.startswith("OK ") for line in checks)
    assert last == "All 9 checks passed. No record was touched."
    assert not list(room.iterdir())


def test_what_fails_is_named_and_the_rest_is_still_tried(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("Margaret")

    monkeypatch.setattr("msp_desktop.commands.self_test.rendered", broken)
    lines: list[str] = []
    with pytest.raises(SelfTestFailed, match="2 of 9 checks failed") as failed:
        lines.extend(self_test(broken))
    assert failed.value.code == ExitCode.BUG
    assert [line for line in lines if not line.startswith("OK ")] == [
        "failed  A sheet is set on paper: KeyError",
        "failed  The parts of the window load: KeyError",
    ]
    assert not list(room.iterdir())


def test_without_room_for_a_vault_every_check_that_needs_it_fails_and_none_hangs(
    monkeypatch: pytest.MonkeyPatch, small_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    (small_disk / "filler").write_bytes(bytes(3_900_000))
    assert cli.main(["self-test"]) == ExitCode.BUG
    told = capsys.readouterr()
    assert "failed  A vault is made" in told.out and "no room" in told.out
    assert told.err.count("\n") == 1 and "IT team" in told.err
