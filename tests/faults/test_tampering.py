"""Whatever lies where a file of the vault should lie: a failure with its sentence, and never a false record."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import checking, mark
from db import vault as vaults
from db.restore import restore
from db.slots import Code
from msp_desktop.errors import Failure
from msp_desktop.images.picture import Picture
from msp_desktop.opening import workspace_of
from msp_desktop.workspace import Workspace
from tests.db.vaults import CODE, NOW
from tests.vaults import make, opened

PICTURE = Picture(
    data=bytes(500_000), media_type="image/jpeg", thumbnail=b"small", original_sha256="", claimed_taken_at=""
)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with one of everything: a picture, a backup, a mark, a journal left by a crash."""
    folder = tmp_path_factory.mktemp("full") / "vault"
    make(folder)
    with opened(folder) as workspace:
        workspace.attachments.add_to_person(workspace.people.list()[0].id, PICTURE)
        workspace.vault.back_up(datetime.now(UTC))
        workspace.people.new("Rosa")
        left = Path(shutil.copytree(folder, folder.with_name("left")))
    shutil.copy(folder / mark.NAME, left / mark.NAME)
    return left


def gone(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def noise(path: Path) -> None:
    path.write_bytes(random.Random(7).randbytes(max(64, path.stat().st_size)))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(0, len(data), max(1, len(data) // 9)):
        data[place] ^= 1
    path.write_bytes(data)


def longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() * 2)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def json_of_other_shape(path: Path) -> None:
    path.write_text('{"n": {"n": []}, "mac": 7, "head": null, "slots": 3, "sum": "' + "0" * 64 + '"}')


def nested(path: Path) -> None:
    path.write_text("[" * 100_000)


def a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


DAMAGES = [gone, empty, noise, cut, flipped, longer, a_folder, json_of_other_shape, nested, a_link_to_itself]
PLACES = [
    "vault.json", "vault.json.copy", "vault.lock", "vault.mark", "vault.db", "vault.db-wal", "vault.db-shm",
    "attachments/*/*", "backups/*/vault.db", "backups/*/vault.json", "backups/*/manifest.json",
    "backups/*/attachments/*/*",
]  # fmt: skip


def test_the_same_vault_untouched_reads_whole_without_a_word(full: Path, tmp_path: Path) -> None:
    vault = Path(shutil.copytree(full, tmp_path / "vault"))
    with closing(workspace_of(vaults.open_with_code(vault, CODE))) as workspace:
        assert len(workspace.people.list()) == 2 and workspace.notices == ()
        look_at_pictures(workspace)
        assert not checking.faults(workspace.store) and not workspace.attachments.faults()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_tampered_file_is_told_and_no_record_reads_as_something_else(
    full: Path, tmp_path: Path, place: str, damage: Callable[[Path], None]
) -> None:
    vault = Path(shutil.copytree(full, tmp_path / "vault"))
    damage(next(vault.glob(place)))
    with suppress(Failure):
        vaults.read_info(vault)
    with suppress(Failure), closing(workspace_of(vaults.open_with_code(vault, CODE))) as workspace:
        found = [person.body.call_me for person in workspace.people.list()]
        assert found == ["Margaret", "Rosa"] or (found == ["Margaret"] and "older copy" in workspace.notices[0])
        for deed in (look_at_pictures, check, back_up):
            with suppress(Failure):
                deed(workspace)


@pytest.mark.parametrize("place", [place for place in PLACES if place.startswith("backups")])
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_tampered_backup_is_told_or_restored_true(
    full: Path, tmp_path: Path, place: str, damage: Callable[[Path], None]
) -> None:
    vault = Path(shutil.copytree(full, tmp_path / "vault"))
    damage(next(vault.glob(place)))
    copy = min((vault / "backups").iterdir())
    with suppress(Failure):
        restore(tmp_path / "again", copy, Code(CODE), now=NOW)
        with closing(workspace_of(vaults.open_with_code(tmp_path / "again", CODE))) as workspace:
            assert [person.body.call_me for person in workspace.people.list()] == ["Margaret"]
            look_at_pictures(workspace)


def look_at_pictures(workspace: Workspace) -> None:
    for picture in workspace.attachments.list():
        assert workspace.attachments.image(picture) == PICTURE.data


def check(workspace: Workspace) -> None:
    checking.faults(workspace.store)
    workspace.attachments.faults()


def back_up(workspace: Workspace) -> None:
    workspace.vault.back_up(datetime.now(UTC), into=workspace.folder.with_name("elsewhere"))
