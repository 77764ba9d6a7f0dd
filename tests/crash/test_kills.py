"""A kill at any moment leaves all of the old or all of the new. A hundred kills here; `make crash` does a thousand."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash import deeds, program, upgrading
from tests.crash.killing import kill_before, kill_while_saving, lines_of

TRIALS = deeds.TRIALS | program.TRIALS | upgrading.TRIALS
SAVING_TRIALS = deeds.SAVING_TRIALS | program.SAVING_TRIALS
KILLS = 12

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are not on Windows")

Fresh = Callable[[Callable[[Path], object]], Path]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> dict[object, Path]:
    made: dict[object, Path] = {}
    for prepare in (deeds.prepare, program.prepare, upgrading.prepare):
        made[prepare] = tmp_path_factory.mktemp("prepared") / "vault"
        prepare(made[prepare])
    return made


@pytest.fixture
def fresh(prepared: dict[object, Path], tmp_path: Path) -> Fresh:
    """Makes another copy of the vault that a `prepare` makes, in place of the one before."""

    def fresh(prepare: object) -> Path:
        shutil.rmtree(tmp_path / "killed", ignore_errors=True)
        return Path(shutil.copytree(prepared[prepare], tmp_path / "killed" / "vault"))

    return fresh


@pytest.mark.parametrize("name", TRIALS)
def test_a_kill_leaves_all_of_the_old_or_all_of_the_new(name: str, fresh: Fresh) -> None:
    trial = TRIALS[name]
    lines = lines_of(trial.deed, fresh(trial.prepare))
    for kill in range(KILLS):
        folder = fresh(trial.prepare)
        assert kill_before(1 + kill * (lines - 1) // KILLS, trial.deed, folder)
        trial.check(folder)


@pytest.mark.parametrize("name", SAVING_TRIALS)
def test_a_kill_loses_no_acknowledged_save(name: str, fresh: Fresh) -> None:
    trial = SAVING_TRIALS[name]
    for kill in range(KILLS):
        folder = fresh(trial.prepare)
        trial.check(folder, kill_while_saving(1 + 3 * kill, trial.deed, folder))
