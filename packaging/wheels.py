"""Checks that every locked run-time requirement has a wheel for 64-bit Windows, with a hash that the lock knows.

Downloads nothing that is kept; asked again only when the lock changed. Standard library only.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "run.txt"
STAMP = ROOT / ".venv" / "wheels"


def main() -> int:
    """0 when pip could install the whole lock on Windows from wheels alone; 1, with pip's own words, when not."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text("utf-8") == digest:
        return 0
    asked = subprocess.run(command(), capture_output=True, text=True, check=False)
    if asked.returncode != 0:
        sys.stderr.write(f"Not every requirement has a Windows wheel that the lock knows:\n{asked.stderr}\n")
        return 1
    STAMP.write_text(digest, "utf-8")
    sys.stdout.write("Every run-time requirement has a Windows wheel.\n")
    return 0


def command() -> list[str]:
    """What pip is asked: to install the lock for Windows from wheels alone, without doing it."""
    windows = ["--platform", "win_amd64", "--implementation", "cp", "--python-version", "3.11"]
    how = ["--dry-run", "--quiet", "--ignore-installed", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
    target = ["--target", tempfile.gettempdir() + "/none", "-r", str(LOCK)]
    return [sys.executable, "-m", "pip", "install", *how, *windows, *target]


if __name__ == "__main__":
    sys.exit(main())
