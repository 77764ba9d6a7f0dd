"""Starts the window. The database library is loaded behind it, in the storage thread, while the passphrase is typed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from msp_desktop.doorway import Doorway
from msp_desktop.last_end import CLOSED, take_end
from msp_desktop.paths import state_folder, vaults_folder
from ui import theme
from ui.crash_door import CrashDoor
from ui.ending import Ending
from ui.main_window import MainWindow
from ui.tokens import DARK, LIGHT


def run(folder: Path | None) -> int:
    """Open the window on a vault, or at the door where none is named, and stay until it is closed."""
    app = QApplication(sys.argv[:1])
    is_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    theme.apply(app, DARK if is_dark else LIGHT)
    crash_door = CrashDoor(state_folder())
    crash_door.stand()
    told = take_end(state_folder()) or (CLOSED if crash_door.ended_natively else "")
    window = window_on(folder, told=told)
    ending = Ending(window, state_folder())
    crash_door.met.connect(ending.at_fault)
    window.locked.connect(ending.start_anew)
    window.show()
    return app.exec()


def window_on(folder: Path | None, *, told: str = "") -> MainWindow:
    """The window at the door of one vault, or of all that are on this laptop; `told` is shown there."""
    return MainWindow(Doorway(vaults_folder()), folder, told=told)
