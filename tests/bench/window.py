"""What the window costs: starting, Today after unlocking, memory, one keystroke; each in its own process."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figure import Figure
from tests.bench.large_vault import PASSPHRASE

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
import os
os._exit(0)
"""
UNLOCK = """
import os
import sys

def end_when_painted(event, given):
    if event == "import" and given[0] == "ui.main_window":
        from PySide6.QtWidgets import QApplication
        paint = QApplication.processEvents
        QApplication.processEvents = staticmethod(lambda *how: (paint(*how), os._exit(0)))

sys.addaudithook(end_when_painted)
sys.argv[1:] = ["--vault", sys.argv[1]]
from msp_desktop.__main__ import main
main()
sys.exit("it was not painted")
"""
"""The program itself, by its one way in, until the door has been painted."""


def figures(vault: Path) -> Iterator[Figure]:
    """Start, list, memory, typing, every screen and the long tools."""
    empty, ours = _seconds(EMPTY, UNLOCK, vault=vault)
    yield Figure("start to the unlock screen", ours * 1000, "ms", "an empty PySide6 window", empty * 1000, 1.6)
    told = json.loads(_run([sys.executable, "-m", "tests.bench.typing_person", str(vault), PASSPHRASE]))
    yield Figure("Today after unlocking", told["list_ms"], "ms", "limit", 250)
    yield Figure("resident after unlocking", told["resident_mb"], "MB", "limit", 180)
    yield Figure(
        "peak while unlocking, with the key derivation", told["peak_mb"], "MB", "resident", told["resident_mb"], 3
    )
    yield Figure("the slowest keystroke on the GUI thread", told["keystroke_ms"], "ms", "limit", 16)
    found = json.loads(_run([sys.executable, "-m", "tests.bench.searching", str(vault), PASSPHRASE]))
    yield Figure("search: results after the last letter", found["results_ms"], "ms", "limit", 250)
    yield Figure("search: the longest turn of the window", found["turn_ms"], "ms", "limit", 16)
    yield from _screens(vault)
    told = json.loads(_run([sys.executable, "-m", "tests.bench.filling_tools", str(vault), PASSPHRASE]))
    yield Figure("opening the largest tool", told["largest_ms"], "ms", "limit", 150)
    yield Figure("one keystroke among 250 questions", told["keystroke_ms"], "ms", "limit", 3)


def _screens(vault: Path) -> Iterator[Figure]:
    """The first paint of every screen, and memory over many openings of each."""
    opening = [sys.executable, "-m", "tests.bench.opening_screens", str(vault), PASSPHRASE]
    for name, taken in json.loads(_run([*opening, "paint"])).items():
        yield Figure(f"paint: {name}", taken, "ms", "limit", _limit(name))
    for name, grown in json.loads(_run([*opening, "memory"])).items():
        yield Figure(f"memory after 500 openings: {name}", grown, "x", "after 200 of them", 1, 1.05)


def _limit(name: str) -> int:
    """Milliseconds: a long form has more to lay out, and what waits is counted in all that was ever saved."""
    return 180 if "form" in name else 400 if "what waits" in name else 100


def _seconds(*programs: str, vault: Path) -> list[float]:
    """The middle of fifteen starts of each, in turn, by the wall clock, the process's own end included."""
    taken: list[list[float]] = [[] for _ in programs]
    for turn in range(16):
        for program, seconds in zip(programs, taken, strict=True):
            began = time.perf_counter()
            _run([sys.executable, "-c", program, str(vault)], home=vault.parent)
            if turn:  # in the first, what has changed is compiled
                seconds.append(time.perf_counter() - began)
    return [statistics.median(seconds) for seconds in taken]


def _run(command: list[str], *, home: Path | None = None) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if home is not None:  # nobody's settings
        environment |= {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
        environment["QT_LOGGING_RULES"] = "default.warning=false"  # this screen, which is none, complains of itself
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
