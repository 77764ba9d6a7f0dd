"""A picture made fit to keep: decoded and written again by a child process that has no key. Keeps nothing itself.

The child is `reencode.py`. What it answers is not trusted either: every part is checked, and its bytes are only kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from typing import Any

from msp_desktop.errors import BadInput, StorageTrouble
from msp_desktop.translation import tr

MOST_BYTES = 64 * 1024 * 1024
"""The largest file that is taken in."""

_MOST_ANSWERED, _MOST_SMALL = 256 * 1024 * 1024, 64 * 1024
_SECONDS = 60
_PROGRAM = Path(__file__).with_name("reencode.py")
_STARTS = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}
_CAMERA_TIME = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)([+-]\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG or PNG of nothing but pixels, upright, and a small JPEG of it.

    `original_sha256` and `claimed_taken_at` are of the file it was made from; the time is the camera's claim, ISO 8601,
    in the camera's own clock, "" where it makes none.
    """

    data: bytes = field(repr=False)
    media_type: str
    thumbnail: bytes = field(repr=False)
    original_sha256: str
    claimed_taken_at: str

    @property
    def sha256(self) -> str:
        """The SHA-256 of `data`, in hex."""
        return hashlib.sha256(self.data).hexdigest()


def picture_in(path: Path) -> Picture:
    """The picture in a file, which stays as it is. Raises BadInput as `picture_of`, and where it cannot be opened."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise BadInput(tr("This file could not be opened. Nothing was kept. Choose another picture.")) from None
    return picture_of(data)


def picture_of(data: bytes) -> Picture:
    """The picture in these bytes, whatever its file was called; takes seconds for a large one.

    Raises BadInput, with one sentence, for anything but a whole JPEG or PNG of at most 64 MB and 50 million pixels.
    """
    if not data:
        raise BadInput(tr("This file is empty. Nothing was kept. Choose another picture."))
    if len(data) > MOST_BYTES:
        raise BadInput(tr("This file is larger than 64 MB. Nothing was kept. Save the picture smaller, then add it."))
    if not data.startswith(tuple(_STARTS.values())):
        raise BadInput(tr("This is not a JPEG or PNG picture. Nothing was kept. Save it as JPEG, then add it."))
    picture = _read(_answer(data), hashlib.sha256(data).hexdigest())
    if picture is None:
        raise BadInput(
            tr(
                "This picture could not be read to its end, so nothing was kept. The file itself is as it was."
                " Try another copy of it."
            )
        )
    return picture


def _answer(data: bytes) -> bytes:
    """What the child says of the bytes; nothing where it fails, is killed, says too much or takes too long."""
    with _started() as child:
        assert child.stdin and child.stdout  # noqa: S101  both are pipes
        ending = Timer(_SECONDS, child.kill)
        ending.start()
        try:
            with suppress(OSError):  # a child that has gone takes no more
                child.stdin.write(data)
                child.stdin.close()
            said = child.stdout.read(_MOST_ANSWERED + 1)
            if len(said) > _MOST_ANSWERED:
                child.kill()
            return said if child.wait() == 0 else b""
        finally:
            ending.cancel()
            ending.join()
            child.kill()


def _started() -> subprocess.Popen[bytes]:
    # Isolated and with an empty environment: nothing that this process was told reaches the child.
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-B", str(_PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise StorageTrouble(
            tr("This laptop could not start reading the picture. Nothing was kept. Close other programs, then try.")
        ) from None


def _read(said: bytes, original_sha256: str) -> Picture | None:
    line, _, rest = said.partition(b"\n")
    head = _head(line)
    if head.get("refused") == "pixels":
        raise BadInput(
            tr("This picture has more than 50 million dots. Nothing was kept. Save it smaller, then add it.")
        )
    size, kind = head.get("size"), head.get("type")
    if type(size) is not int or not 0 < size < len(rest) <= size + _MOST_SMALL or not isinstance(kind, str):
        return None
    data, small = rest[:size], rest[size:]
    if not data.startswith(_STARTS.get(kind, b"none")) or not small.startswith(_STARTS["image/jpeg"]):
        return None
    return Picture(data, kind, small, original_sha256, _claimed(head.get("taken")))


def _head(line: bytes) -> dict[str, Any]:
    try:
        head = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return head if isinstance(head, dict) else {}


def _claimed(taken: object) -> str:
    found = _CAMERA_TIME.fullmatch(taken) if isinstance(taken, str) else None
    return "{}-{}-{}T{}{}".format(*(part or "" for part in found.groups())) if found else ""
