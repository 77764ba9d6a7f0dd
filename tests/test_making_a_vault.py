"""`vault create`: whole or not there at all, and never a vault whose recovery code was lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import vault as vaults
from db.recovery_code import read_code
from db.slots import Passphrase, cost_of
from msp_desktop.cli import main
from msp_desktop.errors import ExitCode
from msp_desktop.opening import open_vault

STRONG = "harbour window thistle drum"


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    (tmp_path / "passphrase").write_text(STRONG, "utf-8")
    given = ["--passphrase-file", str(tmp_path / "passphrase"), "--recovery-file", str(tmp_path / "code")]
    return ["vault", "create", str(tmp_path / "vault"), "--worker", "Ade Bello", *given]


def test_a_vault_is_made_with_its_code_in_a_file_that_opens_it(words: list[str], tmp_path: Path) -> None:
    assert main(words) == ExitCode.DONE
    code = (tmp_path / "code").read_text().strip()
    vaults.open_with_code(tmp_path / "vault", read_code(code)).close()
    assert (tmp_path / "code").stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["code", "passphrase", "vault"]


def test_a_guess_at_its_passphrase_costs_what_suits_the_laptop(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.argon2_cost._seconds", lambda cost: cost.memory / 128 / 1024)
    assert main(words) == ExitCode.DONE
    workspace = open_vault(tmp_path / "vault", STRONG)
    slots = [slot for slot in workspace.vault._header.slots if slot["type"] == Passphrase.type]
    workspace.close()
    assert [cost_of(slot).memory for slot in slots] == [128 * 1024]


def test_a_weak_passphrase_makes_no_vault(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "passphrase").write_text("Ade Bello 2026", "utf-8")
    assert main(words) == ExitCode.BAD_INPUT
    assert capsys.readouterr().err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["passphrase"]


@pytest.mark.parametrize("worker", ["", "  ", "\x00", "\ud800", "Ade\nBello", "Ade\x1b[2J"])
def test_nobody_is_no_worker(words: list[str], tmp_path: Path, worker: str) -> None:
    words[words.index("--worker") + 1] = worker
    assert main(words) == ExitCode.BAD_INPUT
    assert [path.name for path in tmp_path.iterdir()] == ["passphrase"]


def test_a_vault_that_cannot_be_made_leaves_no_code_behind(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "letter").write_text("here first")
    assert main(words) == ExitCode.BAD_INPUT
    assert not (tmp_path / "code").exists()


def test_the_code_of_another_vault_is_never_written_over(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "code").write_text("of another vault")
    assert main(words) == ExitCode.BAD_INPUT
    assert (tmp_path / "code").read_text() == "of another vault"
    assert not (tmp_path / "vault").exists()


def test_a_code_file_that_cannot_be_written_makes_no_vault(words: list[str], tmp_path: Path) -> None:
    words[-1] = str(tmp_path / "nowhere" / "code")
    assert main(words) == ExitCode.STORAGE
    assert not (tmp_path / "vault").exists()
