"""The records lock with the laptop: the real message over a real bus, and what the window does about it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.inside import Inside
from ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[3]

LISTENER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QWidget
from ui.session import Session

app = QApplication([])
name, place = "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"
bus = QDBusConnection.sessionBus()
assert bus.registerService(name)
window = QWidget()
session = Session(window)
session.left.connect(lambda: app.exit(42))
told = QDBusMessage.createSignal(place, name, "ActiveChanged")
told.setArguments([sys.argv[1] == "true"])
QTimer.singleShot(0, lambda: bus.send(told))
QTimer.singleShot(1000, lambda: app.exit(7))
raise SystemExit(app.exec())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a bus of this kind is Linux's")
@pytest.mark.needs("dbus-run-session")
@pytest.mark.parametrize(("is_locked", "code"), [("true", 42), ("false", 7)])
def test_a_locked_screen_is_heard_and_an_unlocked_one_is_not(is_locked: str, code: int) -> None:
    where = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = ["dbus-run-session", "--", sys.executable, "-c", LISTENER, is_locked]
    assert subprocess.run(words, env=where, check=False, timeout=60).returncode == code


def test_the_records_lock_with_the_session(window: MainWindow, inside: Inside) -> None:
    assert window.inside is inside
    window.session.left.emit()
    assert window.inside is None
