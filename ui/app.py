"""Starts the window. The database library is loaded behind it, in the storage thread, while the passphrase is typed."""

from __future__ import annotations

import sys
from pathlib import Path

from msp_desktop.doorway import Doorway
from msp_desktop.last_end import CLOSED, take_end
from msp_desktop.paths import settings_folder, state_folder, vaults_folder
from msp_desktop.policy import machine_policy
from msp_desktop.translation import tr
from ui import theme
from ui.capture import keep_out_of_pictures
from ui.crash_door import CrashDoor
from ui.ending import Ending
from ui.look import Look
from ui.main_window import MainWindow
from ui.system_end import SystemEnd


def run(folder: Path | None) -> int:
    """Open the window on a vault, or at the door where none is named, and stay until it is closed."""
    app = theme.application(*sys.argv[:1])
    app.setApplicationName(tr("MSP Desktop"))  # what a screen reader calls it
    look = Look(settings_folder(), app, policy=machine_policy())
    look.put_on()
    crash_door = CrashDoor(state_folder())
    crash_door.stand()
    told = take_end(state_folder()) or (CLOSED if crash_door.ended_natively else "")
    window = window_on(folder, told=told, look=look)
    ending = Ending(window, state_folder())
    crash_door.met.connect(ending.at_fault)
    window.locked.connect(ending.start_anew)
    SystemEnd(window)
    if look.settings.screen_pictures == "blocked":
        keep_out_of_pictures(app)
    window.show()
    return app.exec()


def window_on(folder: Path | None, *, told: str = "", look: Look | None = None) -> MainWindow:
    """The window at the door of one vault, or of all that are on this laptop; `told` is shown there."""
    return MainWindow(Doorway(vaults_folder()), folder, told=told, look=look)
