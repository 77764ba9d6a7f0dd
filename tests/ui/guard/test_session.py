"""The records lock with the laptop: the real message over a real bus, and what the window does about it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import cannot_run
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
name, place = sys.argv[2:]
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
@pytest.mark.parametrize("desktop", ["org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver"])
@pytest.mark.parametrize(("is_locked", "code"), [("true", 42), ("false", 7)])
def test_a_locked_screen_is_heard_and_an_unlocked_one_is_not(is_locked: str, code: int, desktop: str) -> None:
    where = {**os.environ, "PYTHONPATH": str(ROOT)}
    place = "/ScreenSaver" if "freedesktop" in desktop else "/org/gnome/ScreenSaver"
    words = ["dbus-run-session", "--", sys.executable, "-c", LISTENER, is_locked, desktop, place]
    assert subprocess.run(words, env=where, check=False, timeout=60).returncode == code


@pytest.mark.skipif(sys.platform != "linux", reason="a bus of this kind is Linux's")
@pytest.mark.needs("dbus-run-session", "dbus-send")
@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("sleep", "locked: True, keeps awake: False"),
        ("lock", "locked: True, keeps awake: False"),
        ("wake", "locked: False, keeps awake: True"),
    ],
)
def test_the_records_are_locked_before_the_laptop_sleeps_and_when_its_session_is_locked(
    what: str, told: str, vault: Path
) -> None:
    asked = subprocess.run(["/usr/bin/python3", "-c", "import dbusmock"], capture_output=True, check=False)
    if asked.returncode:
        cannot_run("missing here: python3-dbusmock, the stand-in for the system's login service")
    where = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.guard.on_a_bus", str(vault), what]
    done = subprocess.run(words, env=where, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == told


def test_the_records_lock_with_the_session(window: MainWindow, inside: Inside) -> None:
    assert window.inside is inside
    window.outside.session.left.emit()
    assert window.inside is None
