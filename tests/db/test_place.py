"""Where a vault may lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import vault
from db.argon2_cost import FLOOR
from db.errors import StorageTrouble
from db.place import file_system_of, is_cloud, is_network, refuse_unsuitable
from tests.db.vaults import CODE, PASSPHRASE

MOUNTS = r"""/dev/sda2 / ext4 rw 0 0
server:/homes /home nfs4 rw 0 0
/dev/sda3 /home/local ext4 rw 0 0
//share/team /mnt/the\040team cifs rw 0 0
worker@host: /mnt/far fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/var/lib", "ext4"), ("/home/worker", "nfs4"), ("/home/local/vault", "ext4"), ("/mnt/the team/vault", "cifs"),
     ("/mnt/far", "fuse.sshfs"), ("/homestead", "ext4")],
)  # fmt: skip
def test_the_file_system_is_that_of_the_nearest_mount(folder: str, kind: str) -> None:
    assert file_system_of(Path(folder), MOUNTS) == kind


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_file_systems_of_other_computers_are_told_apart(kind: str) -> None:
    assert is_network(kind)
    assert not is_network("fuseblk")


def test_a_folder_that_a_cloud_copies_is_refused(tmp_path: Path) -> None:
    assert is_cloud(Path("/home/worker/OneDrive - Example Council/vault"))
    with pytest.raises(StorageTrouble, match="internet"):
        vault.create(tmp_path / "Dropbox" / "vault", PASSPHRASE, code=CODE, cost=FLOOR)
    assert not (tmp_path / "Dropbox").exists()


def test_an_ordinary_folder_is_let_through(tmp_path: Path) -> None:
    refuse_unsuitable(tmp_path / "not there yet" / "vault")
