"""A child process of the bench: types words into the search page of the large vault. Prints JSON."""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.large_vault import COMMON, RARE
from tests.bench.typing_person import settle, unlocked
from ui.screens.search.view import SearchView

WORDS = (RARE, COMMON, "card bank", "daniel", "ma", "margaret")
"""In two visits, in a third of them, two words that are in nearly all, in all; names of many people."""

BETWEEN_LETTERS = 0.12
"""Seconds: a quick hand, so that most letters come before the search for the one before has begun."""


def main(vault: Path, passphrase: str) -> dict[str, float]:
    """The slowest word from its last letter to its painted results, and the longest turn of the window meanwhile."""
    app, window, inside = unlocked(vault, passphrase)
    view = inside.go("search").view
    assert isinstance(view, SearchView)
    settle(app)
    taken, turns = zip(*(_typed(app, view, word) for word in WORDS * 3), strict=True)
    window.close()
    return {"results_ms": max(statistics.median(taken[at :: len(WORDS)]) for at in range(len(WORDS))),
            "turn_ms": statistics.median(turns)}  # fmt: skip


def _typed(app: QApplication, view: SearchView, word: str) -> tuple[float, float]:
    view.field.edit.selectAll()
    for letter in word:
        QTest.keyClicks(view.field.edit, letter)
        pause = time.perf_counter() + BETWEEN_LETTERS
        while time.perf_counter() < pause and letter != word[-1]:
            app.processEvents()
    shown: list[None] = []
    view.results.rows.modelReset.connect(lambda: shown.append(None))
    began, longest = time.perf_counter(), 0.0
    while not shown:
        turn = time.perf_counter()
        app.processEvents()
        longest = max(longest, time.perf_counter() - turn)
    view.grab()
    return (time.perf_counter() - began) * 1000, longest * 1000


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2])))
