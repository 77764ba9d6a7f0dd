"""Making the demo: what it says of itself, what a second run does, and that what is sealed opens."""

from __future__ import annotations

import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from msp_desktop import demo
from msp_desktop.cli import main
from msp_desktop.demo.making import BEGUN, STATE
from msp_desktop.errors import BadInput, ExitCode
from msp_desktop.opening import open_vault
from msp_desktop.tools.library import shipped


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and "vault" not in path.parts}


def test_it_says_what_it_made_and_where(made: tuple[Path, list[str]]) -> None:
    folder, lines = made
    assert lines[0] == f"Vault: {folder / 'vault'}"
    assert "In it: people 10, visits 44, all of them made up" in lines
    assert {each.name for each in folder.iterdir()} == {"vault", "notes", "sheets", "council", "outbox"}
    kept_as_answers = [tool for tool in shipped() if tool.kept_as == "answers"]
    assert len(list((folder / "sheets").glob("*-filled.pdf"))) == len(kept_as_answers)


def test_a_second_run_leaves_it_as_it_is(made: tuple[Path, list[str]]) -> None:
    folder, lines = made
    before = everything(folder)
    first, *others = demo.make(folder)
    assert "left as it is" in first and "Its today is 25 Nov 2026." in first
    assert others == lines
    assert everything(folder) == before


def test_a_note_tells_time_alone_first_and_keeps_safe_contact_out(made: tuple[Path, list[str]]) -> None:
    notes = [each.read_text("utf-8") for each in (made[0] / "notes").iterdir()]
    assert all(note.startswith("PRIVATE CONTACT: ") for note in notes)
    assert not any("01632 960117" in note or "Row F" in note for note in notes)


def test_one_that_was_cut_short_is_not_taken_for_whole(tmp_path: Path) -> None:
    assert list(demo.make_short(tmp_path))
    with closing(open_vault(tmp_path / "vault", demo.PASSPHRASE)) as workspace, workspace.store.work() as work:
        work.set_fact(STATE, BEGUN)
        work.commit()
    with pytest.raises(BadInput, match="cut short"):
        list(demo.make(tmp_path))


def test_a_day_that_is_in_no_calendar_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", str(tmp_path / "demo"), "--today", "2026-02-30"]) == ExitCode.BAD_INPUT
    assert "no such day" in capsys.readouterr().err
    assert not (tmp_path / "demo").exists()


@pytest.mark.needs("unzip", "ssh-keygen", "age", "sha256sum")
def test_the_commands_it_prints_open_what_is_sealed(made: tuple[Path, list[str]], tmp_path: Path) -> None:
    script = "\n".join(["set -e", *(line.strip() for line in made[1] if line.startswith("  "))])
    ran = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert 'Good "visit-bundle" signature' in ran.stdout
    assert "I want my card back." in ran.stdout
