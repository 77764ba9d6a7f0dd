"""Other programs that do one of our jobs, measured beside it: in an environment of their own, where they can be had.

They are no part of the program and none of its tests; without a network the figures that need them are left out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "build" / "peers"
PYTHON = PLACE / "bin" / "python"


def sheet_ms() -> float | None:
    """Milliseconds that WeasyPrint needs for the same page, tagged; None where it is not to be had."""
    return _measured("sheet")


def form_ms(workbook: Path) -> float | None:
    """Milliseconds that pyxform needs to take in a workbook and have it checked by the ODK engine."""
    return _measured("form", str(workbook))


def _measured(*words: str) -> float | None:
    if not _is_there():
        return None
    child = [str(PYTHON), str(Path(__file__).with_name("peer_at_work.py")), *words]
    done = subprocess.run(child, capture_output=True, text=True, check=False, cwd=ROOT)
    return float(json.loads(done.stdout)["ms"]) if done.returncode == 0 else None


@cache
def _is_there() -> bool:
    if PYTHON.exists():
        return True
    steps = (
        [sys.executable, "-m", "venv", str(PLACE)],
        [str(PYTHON), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(ROOT / "requirements" / "peers.txt")],
    )
    return all(subprocess.run(step, capture_output=True, check=False).returncode == 0 for step in steps)
