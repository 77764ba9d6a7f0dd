"""Whether the disk under a folder can be seen to be encrypted: only what the system tells everybody.

A disk that encrypts itself cannot be told from one that is open, so "not seen" is no proof that it is open.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from db.place import mount_of


def is_encrypted(folder: Path) -> bool | None:
    """True where encryption is seen, False where a disk without it is seen, None where neither can be told."""
    if sys.platform == "linux":
        with suppress(OSError):
            device, file_system = mount_of(folder.resolve(), Path("/proc/mounts").read_text("utf-8", "replace"))
            return True if file_system == "ecryptfs" else _is_device_encrypted(device)
    return None  # BitLocker and FileVault answer administrators alone


def is_block_encrypted(block: Path) -> bool:
    """Whether a block device, by its folder under /sys, or everything that it is made of, is an encrypted mapping."""
    name = block / "dm" / "uuid"
    if name.is_file() and name.read_text("utf-8", "replace").startswith("CRYPT-"):
        return True
    below = sorted((block / "slaves").iterdir()) if (block / "slaves").is_dir() else []
    return bool(below) and all(is_block_encrypted(each.resolve()) for each in below)


def _is_device_encrypted(device: str) -> bool | None:
    if not device.startswith("/dev/"):
        return None
    number = os.stat(device).st_rdev
    block = Path(f"/sys/dev/block/{os.major(number)}:{os.minor(number)}").resolve()
    return is_block_encrypted(block) if block.is_dir() else None
