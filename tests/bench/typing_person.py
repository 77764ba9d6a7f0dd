"""A child process of the bench: unlocks the large vault in the real window, starts a visit and types. Prints JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from msp_desktop.record.record import Record
from msp_desktop.record.visit import Visit
from tests.ui.standing import window_on
from ui import safekeeping, theme
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.today.view import TodayView
from ui.tokens import LIGHT

W = TypeVar("W", bound=QWidget)

PATIENCE = 30
"""Seconds to wait for anything."""

LINE = "She told me that the card was taken in March, and nobody asked her. "


def main(vault: Path, passphrase: str) -> dict[str, float]:
    """Every figure of the window, in the order a person meets them."""
    app = theme.application()
    theme.apply(app, LIGHT)
    window = window_on(vault)
    window.show()
    wait(app, lambda: bool(shown(window, QLineEdit)))
    list_ms = unlock(app, window, passphrase)
    settle(app)
    resident, peak = resident_mb(), peak_mb()
    keystroke = type_lines(app, window)
    window.close()
    return {"list_ms": list_ms, "resident_mb": resident, "peak_mb": peak, "keystroke_ms": keystroke}


def unlocked(vault: Path, passphrase: str) -> tuple[QApplication, MainWindow, Inside]:
    """A program with its window, opened on a vault."""
    app = QApplication([])
    theme.apply(app, LIGHT)
    window = window_on(vault)
    window.show()
    wait(app, window.unlock.passphrase.isVisible)
    unlock(app, window, passphrase)
    assert window.inside is not None
    return app, window, window.inside


def unlock(app: QApplication, window: MainWindow, passphrase: str) -> float:
    """Unlock; the milliseconds from the open vault to Today on the screen. No backup begins while it is measured."""
    safekeeping.SOON = safekeeping.AGAIN
    field = shown(window, QLineEdit)[0]
    field.setText(passphrase)
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait(app, lambda: window.inside is not None)
    began = time.perf_counter()
    wait(app, lambda: any(each.shown is not None for each in shown(window, TodayView)))
    window.grab()
    return (time.perf_counter() - began) * 1000


def type_lines(app: QApplication, window: MainWindow) -> float:
    """Start a visit to somebody new and type; the slowest key, autosave going on beside it, in milliseconds."""
    assert window.inside is not None
    visits, people = window.inside.shell.workspace.visits, window.inside.shell.workspace.people
    storage = window.inside.shell.background
    made: list[Record[Visit]] = []
    ended: list[Record[Visit]] = []
    storage.run(lambda: visits.start_unplanned(people.new("Ivy").id), done=made.append, failed=raise_failure)
    wait(app, lambda: bool(made))
    window.inside.open_visit(made[0].id)
    wait(app, lambda: bool(shown(window, QPlainTextEdit)))
    settle(app)
    field = shown(window, QPlainTextEdit)[0]
    slowest = max(_keystroke(app, field, letter) for letter in LINE * 6)
    settle(app)
    storage.run(lambda: visits.finish(visits.get(made[0].id)), done=ended.append, failed=raise_failure)
    wait(app, lambda: bool(ended))  # the next start opens on the list again
    return slowest


def _keystroke(app: QApplication, field: QWidget, letter: str) -> float:
    began = time.perf_counter()
    QTest.keyClicks(field, letter)
    app.processEvents()
    taken = (time.perf_counter() - began) * 1000
    pause = time.perf_counter() + 0.02
    while time.perf_counter() < pause:
        app.processEvents()
    return taken


def shown(window: QWidget, kind: type[W]) -> list[W]:
    """The visible widgets of a kind."""
    return [each for each in window.findChildren(kind) if each.isVisible() and each.isEnabled()]


def wait(app: QApplication, until: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    end = time.monotonic() + PATIENCE
    while not until():
        app.processEvents()
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.001)


def settle(app: QApplication) -> None:
    """Let what was begun come to its end."""
    end = time.monotonic() + 1
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


def resident_mb() -> float:
    """What this process holds in memory now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def peak_mb() -> float:
    """The most that it ever held. The kernel's other figure, `ru_maxrss`, knows what the bench itself held before."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM:")).split()[1]) * 1024 / 1e6


def raise_failure(failure: Exception) -> None:
    """Nothing may fail here."""
    raise failure


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2])))
