"""A program that goes wrong on purpose: run with a vault, it unlocks it, types, and raises; restarted, it tells.

Its words on stdout are what a person would see. Started by `test_crash_door.py` in a home of its own.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from msp_desktop import demo
from ui import app as program
from ui.main_window import MainWindow
from ui.writing import Writing

MARKER, TYPED = "Mrs Aldous hid the pills", "I want my card back, said quietly"

_LOCKED = Path.home() / "locked"
_LONGEST = 20
"""Seconds after which a life that neither ends nor goes wrong is ended by force."""


class Wrong(QWidget):
    """Fails while it is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        raise LookupError(MARKER)


def in_a_slot(_: MainWindow) -> None:
    qWarning(MARKER)
    QTimer.singleShot(0, lambda: int(MARKER))


def in_the_storage_thread(window: MainWindow) -> None:
    window.background.run(lambda: int(MARKER), done=lambda _: None, failed=lambda _: None)


def in_a_thread(_: MainWindow) -> None:
    threading.Thread(target=lambda: int(MARKER)).start()


def while_painting(window: MainWindow) -> None:
    window.setCentralWidget(Wrong())


def on_the_plain_page(window: MainWindow) -> None:
    window.disappear()
    assert window.hidden is not None
    window.hidden.digit_typed.connect(lambda: int(MARKER))
    window.hidden.digit_typed.emit()


def below_python(_: MainWindow) -> None:
    os.abort()


def at_the_lock(window: MainWindow) -> None:
    _LOCKED.touch()
    window.lock()


FAULTS: dict[str, Callable[[MainWindow], None]] = {
    each.__name__: each
    for each in (
        in_a_slot,
        in_the_storage_thread,
        in_a_thread,
        while_painting,
        on_the_plain_page,
        below_python,
        at_the_lock,
    )
}


def main(fault: str, folder: Path) -> int:
    """One life: it goes wrong, unless the door has something to tell; then what was typed is looked for."""
    threading.Thread(target=_give_up, daemon=True).start()
    QTimer.singleShot(0, lambda: _live(FAULTS[fault]))
    return program.run(folder)


def _give_up() -> None:
    time.sleep(_LONGEST)
    os._exit(99)


def _live(fault: Callable[[MainWindow], None]) -> None:
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    told = window.unlock.told.words.text()
    timer = QTimer(window, interval=20)

    def opened() -> None:
        if window.inside is None:
            return
        timer.stop()
        _tell(window, told) if told or _LOCKED.exists() else _type(window, fault)

    timer.timeout.connect(opened)
    timer.start()
    window.unlock.passphrase.setText(demo.PASSPHRASE)
    window.unlock.button.click()


def _type(window: MainWindow, fault: Callable[[MainWindow], None]) -> None:
    workspace = window.inside.shell.workspace  # type: ignore[union-attr]
    visits = workspace.visits
    planned = visits.list({"state": "planned"})[0]
    writing = Writing(visits, planned, window.background, window)
    writing.change("purpose", lambda body: replace(body, purpose=TYPED))
    fault(window)


def _tell(window: MainWindow, told: str) -> None:
    drafts = window.inside.shell.workspace.visits.drafts()  # type: ignore[union-attr]
    sys.stdout.write(f"{told}\n{[draft.body.purpose == TYPED for draft in drafts]}\n")
    window.close()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], Path(sys.argv[sys.argv.index("--vault") + 1])))
