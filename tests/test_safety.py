"""The safety net around the records: when a backup is due, what is told of it, and what a check found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.backup import backups, stamp
from msp_desktop.commands.vaults import check
from msp_desktop.errors import BadInput, Stopped, WrongSecret
from msp_desktop.safety import LITTLE_ROOM, Check, Safety, Standing
from msp_desktop.workspace import Workspace
from tests.db.vaults import PASSPHRASE
from tests.vaults import make, opened


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "vault"
    make(folder)
    return folder


@pytest.fixture
def workspace(template: Path, tmp_path: Path) -> Iterator[Workspace]:
    with opened(Path(shutil.copytree(template, tmp_path / "vault"))) as workspace:
        yield workspace


@pytest.fixture
def safety(workspace: Workspace) -> Safety:
    return workspace.safety


def made_ago(workspace: Workspace, ago: timedelta) -> None:
    """A backup of that age, by its name."""
    (workspace.folder / "backups" / stamp(datetime.now(UTC) - ago)).mkdir(parents=True)


def test_a_backup_is_due_where_there_is_none_and_a_day_after_the_last(workspace: Workspace, safety: Safety) -> None:
    assert safety.is_due()
    made_ago(workspace, timedelta(hours=25))
    assert safety.is_due()
    made_ago(workspace, timedelta(hours=23))
    assert not safety.is_due()


def test_a_backup_from_a_future_that_a_wrong_clock_saw_keeps_none_from_being_made(
    workspace: Workspace, safety: Safety
) -> None:
    made_ago(workspace, -timedelta(days=400))
    assert safety.is_due()


def test_of_two_on_one_day_the_later_one_stays_and_that_is_told(workspace: Workspace, safety: Safety) -> None:
    first, second = safety.back_up(), safety.back_up()
    assert (first.replaced, second.replaced) == (False, True)
    assert [one.made for one in backups(workspace.folder / "backups")] == [second.at]
    assert safety.standing().last_backup == second.at


def test_a_backup_elsewhere_asks_for_the_passphrase_again(safety: Safety, tmp_path: Path) -> None:
    with pytest.raises(WrongSecret):
        safety.back_up_elsewhere(tmp_path, "not this one")
    assert backups(tmp_path) == []
    made = safety.back_up_elsewhere(tmp_path, PASSPHRASE)
    assert [one.made for one in backups(tmp_path)] == [made.at]
    assert safety.standing().last_backup is None, "it may be gone tomorrow"


def test_a_backup_elsewhere_goes_to_a_place_that_is_there_and_outside(
    workspace: Workspace, safety: Safety, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="not there"):
        safety.back_up_elsewhere(tmp_path / "stick that was taken out", PASSPHRASE)
    with pytest.raises(BadInput, match="part of your records"):
        safety.back_up_elsewhere(workspace.folder, PASSPHRASE)


def test_a_check_is_remembered(safety: Safety) -> None:
    assert safety.standing().last_check is None
    found = safety.check()
    safety.note(found)
    assert found.faults == 0
    assert safety.standing().last_check == Check(found.at.replace(microsecond=found.at.microsecond // 1000 * 1000), 0)


def test_a_check_from_the_command_line_is_remembered_too(workspace: Workspace, safety: Safety) -> None:
    assert list(check(workspace, rebuild=False))
    last = safety.standing().last_check
    assert last is not None and last.faults == 0


def test_a_check_counts_what_is_wrong(workspace: Workspace, safety: Safety) -> None:
    with workspace.store.work() as work:
        work.run("DROP TRIGGER person_kept")
        work.run("DELETE FROM person")
        work.commit()
    assert safety.check().faults >= 1


def test_nothing_of_it_begins_once_the_vault_is_closed(workspace: Workspace, safety: Safety) -> None:
    workspace.close()
    for deed in (safety.back_up, safety.check):
        with pytest.raises(Stopped):
            deed()


@pytest.mark.parametrize(
    ("is_encrypted", "free", "due"),
    [(True, LITTLE_ROOM, ()), (None, LITTLE_ROOM, ()), (False, LITTLE_ROOM, ("disk",)), (True, 0, ("room",))],
)
def test_only_what_was_seen_is_warned_of(is_encrypted: bool | None, free: int, due: tuple[str, ...]) -> None:
    standing = Standing(last_backup=None, backups=0, last_check=None, free=free, is_disk_encrypted=is_encrypted)
    assert standing.warnings() == due


def test_a_backup_made_in_the_window_can_be_put_back(workspace: Workspace, safety: Safety, tmp_path: Path) -> None:
    from db.restore import restore
    from db.slots import Passphrase

    safety.back_up()
    (made,) = backups(workspace.folder / "backups")
    copy = Path(shutil.copytree(made.path, tmp_path / made.path.name))
    count = workspace.people.count()
    restore(tmp_path / "laptop" / "vault", copy, Passphrase(PASSPHRASE), now=datetime.now(UTC))
    with opened(tmp_path / "laptop" / "vault") as again:
        assert again.people.count() == count
