"""Encryption of the disk is told only where it is seen: on the mapping itself, or on everything it is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.disk_encryption import is_block_encrypted, is_encrypted


def block(folder: Path, name: str, *, uuid: str = "", below: tuple[Path, ...] = ()) -> Path:
    """A block device as the system shows it under /sys."""
    made = folder / name
    (made / "slaves").mkdir(parents=True)
    if uuid:
        (made / "dm").mkdir()
        (made / "dm" / "uuid").write_text(uuid + "\n")
    for each in below:
        (made / "slaves" / each.name).symlink_to(each)
    return made


def test_a_mapping_that_encrypts_is_seen_also_under_a_volume(tmp_path: Path) -> None:
    disk = block(tmp_path, "sda3")
    luks = block(tmp_path, "dm-0", uuid="CRYPT-LUKS2-6f0c-root", below=(disk,))
    volume = block(tmp_path, "dm-1", uuid="LVM-qK3s", below=(luks,))
    assert is_block_encrypted(luks) and is_block_encrypted(volume)
    assert not is_block_encrypted(disk)


def test_a_volume_over_one_open_disk_is_open(tmp_path: Path) -> None:
    luks = block(tmp_path, "dm-0", uuid="CRYPT-LUKS2-6f0c-root")
    volume = block(tmp_path, "dm-1", uuid="LVM-qK3s", below=(luks, block(tmp_path, "sdb1")))
    assert not is_block_encrypted(volume)


def test_where_the_system_does_not_say_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert is_encrypted(Path("/")) is None
