"""The vaults on a laptop and the ways into them: nobody is left with a vault whose code they never wrote down."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from db.argon2_cost import FLOOR
from msp_desktop import paths
from msp_desktop.doorway import Doorway, Entered, code_is_on_paper, look_at, open_by_code, open_by_passphrase
from msp_desktop.errors import BadInput, WrongSecret
from msp_desktop.opening import open_vault

STRONG, OTHER = "harbour window thistle drum", "copper meadow ladder violin"


@pytest.fixture
def doorway(tmp_path: Path) -> Doorway:
    return Doorway(tmp_path / "vaults", cost=FLOOR)


def made(doorway: Doorway, worker: str = "Ade Bello") -> tuple[Path, str]:
    entered = doorway.make(worker, STRONG)
    entered.workspace.close()
    return entered.workspace.folder, entered.code


def closed(entered: Entered) -> Entered:
    entered.workspace.close()
    return entered


def test_each_worker_on_a_laptop_has_a_vault_of_their_own(doorway: Doorway) -> None:
    assert doorway.listed() == []
    made(doorway, "Ruth Okoro")
    made(doorway)
    assert [each.name for each in doorway.listed()] == ["Ade Bello", "Ruth Okoro"]


def test_no_folder_carries_a_name(doorway: Doorway) -> None:
    folder, _ = made(doorway)
    assert not [path for path in folder.parent.rglob("*") if "ade" in path.name.lower() or "bello" in path.name.lower()]


@pytest.mark.parametrize("worker", ["", "  "])
def test_a_vault_is_somebodys(doorway: Doorway, worker: str) -> None:
    with pytest.raises(BadInput):
        doorway.make(worker, STRONG)
    assert not doorway.place.exists()


def test_a_vault_that_could_not_be_made_is_not_listed_and_leaves_nothing(doorway: Doorway) -> None:
    doorway.place.mkdir()
    with pytest.raises(BadInput):
        doorway.make("Ade Bello", "Ade Bello 2026")
    assert list(doorway.place.iterdir()) == []


def test_a_code_that_was_never_confirmed_is_replaced_at_every_opening(doorway: Doorway) -> None:
    folder, first = made(doorway)
    second = closed(open_by_passphrase(folder, STRONG)).code
    third = closed(open_by_passphrase(folder, STRONG)).code
    assert len({first, second, third}) == 3
    with pytest.raises(WrongSecret):
        open_by_code(folder, second, passphrase=OTHER)
    closed(open_by_code(folder, third, passphrase=OTHER))


def test_a_code_on_paper_stays_as_it_is(doorway: Doorway) -> None:
    folder, code = made(doorway)
    entered = open_by_passphrase(folder, STRONG)
    code_is_on_paper(entered.workspace)
    entered.workspace.close()
    assert closed(open_by_passphrase(folder, STRONG)).code == ""
    assert code


def test_the_recovery_code_sets_a_passphrase_and_is_used_up(doorway: Doorway) -> None:
    folder, code = made(doorway)
    fresh = closed(open_by_code(folder, code, passphrase=OTHER)).code
    assert fresh != code
    with pytest.raises(WrongSecret):
        open_vault(folder, STRONG)
    with pytest.raises(WrongSecret):
        open_by_code(folder, code, passphrase=STRONG)
    open_vault(folder, OTHER).close()


def test_a_weak_passphrase_changes_nothing_in_a_recovery(doorway: Doorway) -> None:
    folder, code = made(doorway)
    with pytest.raises(BadInput):
        open_by_code(folder, code, passphrase="Ade Bello 2026")
    open_vault(folder, STRONG).close()
    closed(open_by_code(folder, code, passphrase=OTHER))


def test_a_folder_that_is_no_vault_is_looked_at_without_harm(tmp_path: Path) -> None:
    assert look_at(tmp_path / "nowhere").name == ""


def test_vaults_lie_in_the_persons_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    if sys.platform == "linux":
        assert paths.vaults_folder().is_relative_to(tmp_path)
        assert paths.state_folder().is_relative_to(tmp_path)


def test_the_door_is_ready_before_the_database_library_is_loaded() -> None:
    script = "import sys, msp_desktop.doorway; print([n for n in ('sqlalchemy', 'cryptography') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
