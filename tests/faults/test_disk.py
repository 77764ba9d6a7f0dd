"""A disk that is full or read-only, met by a person at work: a sentence, and nothing acknowledged is lost."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from db.store import Draft
from msp_desktop.errors import ExitCode, StorageTrouble
from msp_desktop.workspace import Workspace
from tests.db.vaults import fill
from tests.faults.conftest import Run
from tests.vaults import names, opened


@pytest.fixture
def on_disk(small_disk: Path, vault: Path) -> Path:
    return Path(shutil.copytree(vault, small_disk / "vault"))


def save_until_full(workspace: Workspace, saved: list[str], disk: Path) -> None:
    """Saves people and notes each whose save returned, on a disk that fills up meanwhile."""
    while True:
        workspace.people.new(f"Rosa {len(saved)}")
        saved.append(f"Rosa {len(saved)}")
        fill(disk)


def keep_draft(workspace: Workspace, words: str) -> None:
    """What autosave does."""
    with workspace.store.work() as work:
        work.keep_draft(Draft("letter", "person", None, None, {"call_me": words}))
        work.commit()


def test_whoever_saves_on_a_full_disk_is_told_and_keeps_all_that_was_saved(small_disk: Path, on_disk: Path) -> None:
    saved = ["Margaret"]
    with opened(on_disk) as workspace:
        with pytest.raises(StorageTrouble, match="What was saved before is safe"):
            save_until_full(workspace, saved, small_disk)
        assert [person.body.call_me for person in workspace.people.list()] == saved
    (small_disk / "filler").unlink()
    assert names(on_disk) == saved


def test_a_draft_on_a_full_disk_keeps_its_last_saved_words(small_disk: Path, on_disk: Path) -> None:
    with opened(on_disk) as workspace:
        keep_draft(workspace, "first words")
        fill(small_disk)
        with pytest.raises(StorageTrouble, match="no room"):
            keep_draft(workspace, "more words " * 20000)
    (small_disk / "filler").unlink()
    with opened(on_disk) as workspace, workspace.store.reading() as look:
        draft = look.draft("letter")
        assert draft is not None and draft.body == {"call_me": "first words"}


@pytest.mark.parametrize(
    "words", [["vault", "backup"], ["vault", "passphrase"], ["vault", "rotate"], ["vault", "check"]]
)
def test_a_command_on_a_full_disk_says_so_and_loses_nothing(
    small_disk: Path, on_disk: Path, run: Run, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "new").write_text("harbour window thistle drum")
    if words[1] in ("passphrase", "rotate"):
        words = [*words, "--new-passphrase-file", str(tmp_path / "new")]
    fill(small_disk)
    ran = run(*words, on_disk)
    assert ran.code == ExitCode.STORAGE and ran.err.count("\n") == 1
    assert "safe" in ran.err
    (small_disk / "filler").unlink()
    assert names(on_disk) == ["Margaret"]


@pytest.mark.parametrize("words", [["list", "people", "--vault"], ["vault", "backup"], ["vault", "check"]])
def test_a_vault_in_a_read_only_folder_is_told(small_disk: Path, on_disk: Path, run: Run, words: list[str]) -> None:
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    ran = run(*words, on_disk)
    assert (ran.code, ran.out, ran.err.count("\n")) == (ExitCode.STORAGE, "", 1)
    assert "read-only" in ran.err


def test_no_vault_is_made_in_a_read_only_folder(small_disk: Path, run: Run) -> None:
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    ran = run("vault", "create", small_disk / "vault", "--worker", "Ade Bello")
    assert (ran.code, ran.err.count("\n")) == (ExitCode.STORAGE, 1)
    assert not list(small_disk.iterdir())
