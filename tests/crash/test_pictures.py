"""A kill while a picture is added leaves the picture whole with its record, or neither; no file is left over."""

from __future__ import annotations

import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import vault
from db.argon2_cost import FLOOR
from msp_desktop.images.picture import Picture
from msp_desktop.opening import make_vault, workspace_of
from tests.crash.killing import kill_before, lines_of
from tests.db.vaults import CODE, PASSPHRASE

KILLS = 20
PICTURE = Picture(
    data=bytes(range(256)) * 1000, media_type="image/jpeg", thumbnail=b"small", original_sha256="", claimed_taken_at=""
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are not on Windows")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prepared") / "vault"
    with closing(make_vault(folder, worker="Ade Bello", passphrase=PASSPHRASE, code=CODE, cost=FLOOR)) as workspace:
        workspace.people.new("Zoë")
    return folder


def add_picture(folder: Path) -> None:
    with closing(workspace_of(vault.open_with_code(folder, CODE))) as workspace:
        person = workspace.people.list()[0].id
        workspace.attachments.add_to_person(person, PICTURE)


def check(folder: Path) -> int:
    """How many pictures there are, each of them whole, and no file that belongs to none."""
    with closing(workspace_of(vault.open_with_code(folder, CODE))) as workspace:
        found = workspace.attachments.list()
        assert workspace.attachments.faults() == []
        assert all(workspace.attachments.image(each) == PICTURE.data for each in found)
        files = [path.name for path in (folder / "attachments").rglob("*") if path.is_file()]
        assert files == [each.body.file for each in found]
        with workspace.store.reading() as look:
            rows = look.connection.exec_driver_sql("SELECT file FROM attachment_file").scalars().all()
        assert list(rows) == files
    return len(found)


def test_a_kill_leaves_a_whole_picture_or_none(prepared: Path, tmp_path: Path) -> None:
    lines = lines_of(add_picture, Path(shutil.copytree(prepared, tmp_path / "counted" / "vault")))
    assert check(tmp_path / "counted" / "vault") == 1
    seen = set()
    for kill in range(KILLS):
        folder = Path(shutil.copytree(prepared, tmp_path / f"{kill}" / "vault"))
        # The last half of the lines: before, the vault is only opened, which other kills are for.
        assert kill_before(lines // 2 + 1 + kill * (lines // 2 - 1) // KILLS, add_picture, folder)
        seen.add(check(folder))
        shutil.rmtree(folder)
    assert seen == {0, 1}
