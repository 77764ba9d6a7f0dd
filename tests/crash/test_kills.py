"""A kill at any moment leaves all of the old or all of the new. A few kills here; `python -m tests.crash` does many."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.crash.deeds import TRIALS, is_all_saved, prepare, save_without_end
from tests.crash.killing import kill_before, kill_while_saving, lines_of

KILLS = 20

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are not on Windows")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prepared") / "vault"
    prepare(folder)
    return folder


@pytest.mark.parametrize("name", TRIALS)
def test_a_kill_leaves_all_of_the_old_or_all_of_the_new(name: str, prepared: Path, tmp_path: Path) -> None:
    trial = TRIALS[name]
    lines = lines_of(trial.deed, Path(shutil.copytree(prepared, tmp_path / "counted" / "vault")))
    for kill in range(KILLS):
        folder = Path(shutil.copytree(prepared, tmp_path / f"{kill}" / "vault"))
        assert kill_before(1 + kill * (lines - 1) // KILLS, trial.deed, folder)
        trial.check(folder)


def test_a_kill_loses_no_acknowledged_save(prepared: Path, tmp_path: Path) -> None:
    for kill in range(KILLS):
        folder = Path(shutil.copytree(prepared, tmp_path / f"{kill}" / "vault"))
        is_all_saved(folder, kill_while_saving(1 + kill, save_without_end, folder))
