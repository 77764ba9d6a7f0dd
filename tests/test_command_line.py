"""The command line as a support person uses it: real vaults, real files. What can go wrong is in `faults`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from msp_desktop import demo
from msp_desktop.cli import main
from msp_desktop.errors import ExitCode


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert list(demo.make_short(folder))
    return folder


@pytest.fixture
def vault(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made / "vault", tmp_path / "vault"))


@pytest.fixture
def passphrase(tmp_path: Path) -> list[str]:
    (tmp_path / "passphrase").write_text(demo.PASSPHRASE + "\n", "utf-8")
    return ["--passphrase-file", str(tmp_path / "passphrase")]


def test_a_second_demo_leaves_the_first_as_it_is(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (made / "vault" / "vault.json").read_bytes()
    assert main(["demo", str(made)]) == ExitCode.DONE
    assert "was left as it is" in capsys.readouterr().out
    assert (made / "vault" / "vault.json").read_bytes() == before


def test_lists_name_people_by_initials_only(
    vault: Path, passphrase: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "visits", "--vault", str(vault), *passphrase]) == ExitCode.DONE
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [row[1:] for row in rows] == [["2026-10-14", "complete", "M"], ["2026-10-24", "planned", "M"]]


def test_answers_are_listed_like_all_else_and_say_of_which_tool_they_are(
    vault: Path, passphrase: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "answers", "--vault", str(vault), *passphrase]) == ExitCode.DONE
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert {tuple(row[2:4]) for row in rows} == {("finished", "M")}
    assert "scaling" in {row[4] for row in rows}


def test_a_note_begins_with_the_private_contact_and_its_minutes(
    vault: Path, passphrase: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["list", "visits", "--vault", str(vault), *passphrase])
    visit = capsys.readouterr().out.split("\t")[0]
    assert main(["note", visit, "--vault", str(vault), *passphrase]) == ExitCode.DONE
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("PRIVATE CONTACT: Time alone together")
    assert "19 minutes on 14 Oct 2026" in first


def test_a_check_with_rebuild_finds_a_sound_vault_sound(
    vault: Path, passphrase: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["vault", "check", str(vault), "--rebuild", *passphrase]) == ExitCode.DONE
    assert "found no faults" in capsys.readouterr().out


def test_a_changed_passphrase_opens_and_the_old_one_does_not(
    vault: Path, passphrase: list[str], tmp_path: Path
) -> None:
    (tmp_path / "new").write_text("harbour window thistle drum", "utf-8")
    changed = ["vault", "passphrase", str(vault), *passphrase, "--new-passphrase-file", str(tmp_path / "new")]
    assert main(changed) == ExitCode.DONE
    assert main(["list", "people", "--vault", str(vault), *passphrase]) == ExitCode.WRONG_SECRET
    assert main(["list", "people", "--vault", str(vault), "--passphrase-file", str(tmp_path / "new")]) == ExitCode.DONE


def test_a_restored_backup_holds_every_record_and_starts_a_new_epoch(
    vault: Path, passphrase: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["vault", "backup", str(vault), *passphrase]) == ExitCode.DONE
    copy = capsys.readouterr().out.strip().rsplit(" ", 1)[1]
    assert main(["vault", "restore", str(vault), copy, *passphrase]) == ExitCode.DONE
    assert main(["vault", "check", str(vault), *passphrase]) == ExitCode.DONE


def test_the_demo_holds_a_vault_a_council_sheets_and_a_sealed_visit(made: Path) -> None:
    assert {each.name for each in made.iterdir()} == {"vault", "notes", "sheets", "council", "outbox"}
    assert (made / "sheets" / "private_contact.card.pdf").read_bytes().startswith(b"%PDF")
    assert (made / "sheets" / "scaling.ruler-filled.pdf").is_file()
    assert len(list((made / "outbox").glob("*.visit"))) == 1


def test_a_reader_who_stops_early_is_no_fault(made: Path) -> None:
    command = [sys.executable, "-m", "msp_desktop", "demo", str(made)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as told:
        assert told.stdout and told.stderr
        told.stdout.readline()
        told.stdout.close()
        assert told.stderr.read() == ""
    assert told.returncode == ExitCode.DONE
