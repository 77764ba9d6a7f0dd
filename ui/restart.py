"""Starts the program anew in this one's place: the only honest way to empty its memory of what was read and typed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn


def command(folder: Path, words: list[str]) -> list[str]:
    """The command line this program was started with, at the door of this vault."""
    kept = [word for place, word in enumerate(words) if not _names_a_vault(words, place)]
    return [sys.executable, *kept[1:], "--vault", str(folder)]


def restart(folder: Path) -> NoReturn:
    """Leave nothing of this process behind. Close the vault first; raises OSError where no program can be started."""
    words = command(folder, sys.orig_argv)
    if sys.platform == "win32":  # there, exec would leave two programs for a moment and quote names wrongly
        import subprocess

        subprocess.Popen(words)
        os._exit(0)
    os.execv(words[0], words)  # noqa: S606  no shell is wanted


def _names_a_vault(words: list[str], place: int) -> bool:
    return words[place].startswith("--vault") or (place > 0 and words[place - 1] == "--vault")
