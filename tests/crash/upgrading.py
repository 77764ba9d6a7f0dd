"""An older vault is opened by the program of today and killed in the middle, and what must then be true."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from db import checking
from tests import kept_vaults
from tests.crash import program
from tests.crash.deeds import Trial


def prepare(folder: Path) -> None:
    """A vault of the oldest format that was kept."""
    shutil.copytree(kept_vaults.kept()[0], folder)


def bring_up_to_date(folder: Path) -> None:
    program.opened(folder).close()


def is_whole_today(folder: Path) -> None:
    """Opened again, it is in the format of today with all that was recorded."""
    with closing(program.opened(folder)) as workspace:
        (person,) = workspace.people.list()
        (visit,) = workspace.visits.of(person.id)
        assert [line.words for line in visit.body.statements] == [kept_vaults.LINE, kept_vaults.LATER_LINE]
        assert checking.faults(workspace.store) == []


TRIALS = {"bringing an older vault up to date": Trial(prepare, bring_up_to_date, is_whole_today)}
