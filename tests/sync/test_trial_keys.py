"""Trial keys work with age, ssh-keygen and the program alike, and are never overwritten."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest

from msp_desktop.cli import main
from msp_desktop.errors import ExitCode
from msp_desktop.sync import council
from tests.db.vaults import PASSPHRASE, fill
from tests.vaults import opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert main(["council-keys", str(tmp_path / "council")]) == ExitCode.DONE
    return tmp_path / "council"


def said(command: list[str], folder: Path, data: bytes = b"") -> str:
    return subprocess.run(command, cwd=folder, input=data, capture_output=True, check=True).stdout.decode().strip()


@pytest.mark.needs("age-keygen")
def test_age_reads_the_identities(folder: Path) -> None:
    made = council.read(*council.files(folder / "council.json"))
    assert said(["age-keygen", "-y", "council.key"], folder) == made.keys.operational
    assert said(["age-keygen", "-y", "breakglass.key"], folder) == made.keys.breakglass


@pytest.mark.needs("ssh-keygen")
def test_ssh_keygen_reads_the_signing_keys_and_verifies_the_list(folder: Path) -> None:
    made = council.read(*council.files(folder / "council.json"))
    assert said(["ssh-keygen", "-y", "-f", "receipt.key"], folder) == made.keys.receipts
    (folder / "signers").write_text(f"council {made.root}\n", "utf-8")
    verify = ["ssh-keygen", "-Y", "verify", "-f", "signers", "-I", "council", "-n", "visit-enrolment"]
    document = (folder / "council.json").read_bytes()
    assert "Good" in said([*verify, "-s", "council.json.sig"], folder, document)


def test_only_their_owner_may_read_them(folder: Path) -> None:
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_keys_that_are_there_are_never_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "council.key").read_bytes()
    (folder / "council.json").unlink()
    assert main(["council-keys", str(folder)]) == ExitCode.BAD_INPUT
    assert "already" in capsys.readouterr().err
    assert (folder / "council.key").read_bytes() == before
    assert not (folder / "council.json").exists()


def test_a_vault_is_enrolled_by_its_command(
    vault: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "passphrase").write_text(PASSPHRASE, "utf-8")
    document = folder / "council.json"
    command = ["vault", "council", str(vault), str(document), "--passphrase-file", str(tmp_path / "passphrase")]
    capsys.readouterr()
    assert main([*command, "--words", "not the six words at all"]) == ExitCode.BAD_INPUT
    assert "six words" in capsys.readouterr().err
    spoken = council.read(*council.files(document)).spoken
    assert main([*command, "--words", spoken]) == ExitCode.DONE
    told = capsys.readouterr().out
    assert spoken in told
    assert "TRIAL KEYS" in told
    with opened(vault) as workspace:
        assert workspace.enrolment.current() == council.read(*council.files(document))


def test_a_missing_half_of_the_list_is_a_sentence(
    vault: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "passphrase").write_text(PASSPHRASE, "utf-8")
    (folder / "council.json.sig").unlink()
    command = ["vault", "council", str(vault), str(folder / "council.json")]
    assert main([*command, "--passphrase-file", str(tmp_path / "passphrase")]) == ExitCode.BAD_INPUT
    assert "One is missing" in capsys.readouterr().err


def test_at_a_terminal_somebody_must_say_that_the_words_are_the_same(
    vault: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "passphrase").write_text(PASSPHRASE, "utf-8")
    command = ["vault", "council", str(vault), str(folder / "council.json")]
    command += ["--passphrase-file", str(tmp_path / "passphrase")]
    for answer, code in (("no\n", ExitCode.BAD_INPUT), ("yes\n", ExitCode.DONE)):
        at_terminal = io.StringIO(answer)
        monkeypatch.setattr(at_terminal, "isatty", lambda: True)
        monkeypatch.setattr("sys.stdin", at_terminal)
        assert main(command) == code


def test_on_a_full_disk_no_half_set_of_keys_is_left(small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(small_disk)
    assert main(["council-keys", str(small_disk / "council")]) == ExitCode.STORAGE
    assert "no room left" in capsys.readouterr().err
    assert not [path for path in small_disk.rglob("*") if path.suffix in (".key", ".json", ".sig")]
