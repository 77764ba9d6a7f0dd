"""The outermost door of the command line: a sentence and a number go out, never what was told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from msp_desktop import cli
from msp_desktop.errors import ExitCode
from tests.db.vaults import CODE, PASSPHRASE
from tests.faults.conftest import Run
from tests.vaults import opened


def answer(*words: object, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The program's answer in a process of its own, with nobody at a terminal."""
    command = [sys.executable, "-m", "msp_desktop", *map(str, words)]
    return subprocess.run(command, input=typed, capture_output=True, start_new_session=True)


def test_where_nobody_can_type_a_passphrase_that_is_the_one_sentence(vault: Path) -> None:
    told = answer("list", "people", "--vault", vault, typed=PASSPHRASE.encode() + b"\n")
    assert (told.returncode, told.stderr.count(b"\n")) == (ExitCode.BAD_INPUT, 1)
    assert b"at a terminal only" in told.stderr


def test_a_passphrase_file_that_is_not_there_is_told(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["list", "people", "--vault", str(vault), "--passphrase-file", str(vault / "none")]
    assert cli.main(words) == ExitCode.STORAGE
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["paint"], ["vault", "create"], ["list", "cats", "--vault", "here"], ["list\nall"]])
def test_words_that_are_not_understood_are_one_sentence(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(words)
    assert (end.value.code, capsys.readouterr().err.count("\n")) == (ExitCode.USAGE, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_a_window_without_a_screen_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main([]) == ExitCode.BAD_INPUT
    assert capsys.readouterr().err.count("\n") == 1


def test_a_passphrase_file_that_is_no_text_is_told(
    vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "picture").write_bytes(b"\xff\xd8\xff\xe0" * 20)
    words = ["list", "people", "--vault", str(vault), "--passphrase-file", str(tmp_path / "picture")]
    assert cli.main(words) == ExitCode.BAD_INPUT
    assert "not plain text" in capsys.readouterr().err


@pytest.mark.parametrize("change", ["passphrase", "rotate", "recover"])
def test_no_change_takes_a_passphrase_that_is_easy_to_guess(vault: Path, tmp_path: Path, change: str) -> None:
    for name, text in (("new", "password1234"), ("code", CODE), ("old", PASSPHRASE)):
        (tmp_path / name).write_text(text, "utf-8")
    by = (
        ["--code-file", str(tmp_path / "code")] if change == "recover" else ["--passphrase-file", str(tmp_path / "old")]
    )
    before = (vault / "vault.json").read_bytes()
    words = ["vault", change, str(vault), "--new-passphrase-file", str(tmp_path / "new"), *by]
    assert cli.main(words) == ExitCode.BAD_INPUT
    assert (vault / "vault.json").read_bytes() == before


@pytest.mark.parametrize("where", ["nowhere", "passphrase", "."])
def test_a_folder_without_a_vault_is_told(tmp_path: Path, run: Run, where: str) -> None:
    ran = run("list", "people", "--vault", tmp_path / where)
    assert (ran.code, ran.err.count("\n")) == (ExitCode.BAD_INPUT, 1)
    assert "There is no vault in this folder" in ran.err


def test_an_id_that_is_none_is_told(vault: Path, run: Run) -> None:
    for prefix in ("zzz", "", "\ud800", "x" * 9999):
        ran = run("note", prefix, "--vault", vault)
        assert (ran.code, ran.err.count("\n")) == (ExitCode.BAD_INPUT, 1)


def test_our_own_mistake_is_told_by_its_place_and_never_by_what_was_recorded(
    vault: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: object) -> None:
        raise KeyError("Margaret told me")

    monkeypatch.setattr("msp_desktop.opening.open_vault", mistaken)
    ran = run("list", "people", "--vault", vault)
    assert ran.code == ExitCode.BUG
    assert "KeyError" in ran.err and "mistaken" in ran.err
    assert "Margaret" not in ran.err


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what it would do")
def test_a_crash_of_any_command_writes_no_memory_to_the_disk(tmp_path: Path) -> None:
    asked = "import resource, sys; from msp_desktop.cli import main; main(sys.argv[1:]); print(resource.getrlimit(4))"
    words = ["vault", "info", str(tmp_path)]
    told = subprocess.run([sys.executable, "-c", asked, *words], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "(0, 0)"


def test_every_character_reaches_a_file_whatever_the_laptops_encoding(vault: Path, tmp_path: Path) -> None:
    with opened(vault) as workspace:
        workspace.people.new("Żaneta مريم")
    (tmp_path / "passphrase").write_text(PASSPHRASE, "utf-8")
    words = ["list", "people", "--vault", str(vault), "--passphrase-file", str(tmp_path / "passphrase")]
    command = [sys.executable, "-m", "msp_desktop", *words]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "cp1252"}, check=True)
    assert done.stdout.decode("utf-8").splitlines()[1].endswith("Żم")
