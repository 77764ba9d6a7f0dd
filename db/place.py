"""Where a vault may lie: on this computer's own fixed disk, not on a share, a stick or in a folder that a cloud copies.

WAL needs shared memory that network disks lack, and a cloud copies a database without its journal.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from db.errors import StorageTrouble

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "davfs", "glusterfs", "ncpfs"})
_CLOUDS = frozenset({"onedrive", "dropbox", "google drive", "icloud drive", "nextcloud", "box sync"})
_ON_DEMAND = 0x0004_0000 | 0x0008_0000 | 0x0040_0000
"""Windows file attributes RECALL_ON_OPEN, PINNED and RECALL_ON_DATA_ACCESS: a sync program looks after the folder."""

_REMOVABLE_DRIVE, _REMOTE_DRIVE = 2, 4


def refuse_unsuitable(folder: Path) -> None:
    """Raises StorageTrouble where records would not be safe. What cannot be told is let through."""
    standing = _standing(folder)
    if is_cloud(folder.absolute()) or _is_tagged(standing):
        raise _unsuitable("A program copies this folder to the internet.")
    kind = _disk_of(standing)
    if kind == "network":
        raise _unsuitable("This folder is on a network disk, where records can break.")
    if kind == "removable":
        raise _unsuitable("This folder is on a removable disk, which is easily lost.")


def is_removable(folder: Path) -> bool:
    """Whether a folder, which need not be there yet, is on a disk that can be taken out, as far as can be told."""
    return _disk_of(_standing(folder)) == "removable"


def is_cloud(folder: Path) -> bool:
    """Whether a folder above carries the name of a program that copies folders to the internet."""
    return any(part.lower().split(" - ")[0] in _CLOUDS for part in folder.parts)


def file_system_of(folder: Path, mounts: str) -> str:
    """The file system a folder lies on, from the text of /proc/mounts; "" when it does not say."""
    return mount_of(folder, mounts)[1]


def mount_of(folder: Path, mounts: str) -> tuple[str, str]:
    """The device and the file system that a folder lies on, from the same text; "" for what it does not say."""
    best, found = -1, ("", "")
    for line in mounts.splitlines():
        device, point, kind, *_ = line.split(" ")
        place = Path(point.encode().decode("unicode_escape"))  # spaces are written as \040
        if folder.is_relative_to(place) and len(place.parts) >= best:
            best, found = len(place.parts), (device, kind)
    return found


def is_network(file_system: str) -> bool:
    """Whether a Linux file system type keeps its files on another computer, or passes through a program that may."""
    return file_system in _NETWORK or file_system.startswith("fuse.")


def _standing(folder: Path) -> Path:
    return next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())


def _unsuitable(reason: str) -> StorageTrouble:
    return StorageTrouble(reason + " Nothing was written. Choose a folder on this laptop's own disk.")


def _is_tagged(folder: Path) -> bool:
    return bool(getattr(folder.stat(), "st_file_attributes", 0) & _ON_DEMAND)


if sys.platform == "win32":
    import ctypes

    def _disk_of(folder: Path) -> str:
        kind = ctypes.windll.kernel32.GetDriveTypeW(folder.resolve().anchor)
        return {_REMOVABLE_DRIVE: "removable", _REMOTE_DRIVE: "network"}.get(kind, "")

else:

    def _disk_of(folder: Path) -> str:
        mounts = Path("/proc/mounts")
        if mounts.is_file() and is_network(file_system_of(folder.resolve(), mounts.read_text("utf-8", "replace"))):
            return "network"
        return "removable" if _is_on_removable(folder.stat().st_dev) else ""

    def _is_on_removable(device: int) -> bool:
        block = Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}")
        flags = (block / "removable", block.resolve().parent / "removable")  # a partition's disk is the folder above
        return any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)
