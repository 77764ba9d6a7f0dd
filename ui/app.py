"""Starts the window: the door first, then what nobody needs before it is seen.

The database library is loaded behind it, in the storage thread, while the passphrase is typed.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop.doorway import Doorway
from msp_desktop.last_end import CLOSED, take_end
from msp_desktop.paths import settings_folder, state_folder, vaults_folder
from msp_desktop.policy import machine_policy
from msp_desktop.translation import tr
from ui import theme
from ui.crash_door import CrashDoor
from ui.look import Look
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


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
    if look.settings.screen_pictures == "blocked":
        from ui.capture import keep_out_of_pictures

        keep_out_of_pictures(app)
    window.show()
    _paint(app)
    _stand_by(window, crash_door)
    return app.exec()


def _paint(app: QApplication) -> None:
    """The door and nothing else: what is pressed meanwhile waits for those who hear it."""
    from PySide6.QtCore import QEventLoop  # at the top it would stand before our own modules, and slow each of them

    app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _stand_by(window: MainWindow, crash_door: CrashDoor) -> None:
    """What hears from the system and from our own faults; loaded when the door has been painted."""
    from ui.ending import Ending
    from ui.system_end import SystemEnd

    ending = Ending(window, state_folder())
    crash_door.met.connect(ending.at_fault)
    window.locked.connect(ending.start_anew)
    SystemEnd(window)
    window.outside.idle.start()
    gc.freeze()  # what stands now stays, so it need not be looked through again and again
    gc.enable()


def window_on(folder: Path | None, *, told: str = "", look: Look | None = None) -> MainWindow:
    """The window at the door of one vault, or of all that are on this laptop; `told` is shown there."""
    return MainWindow(Doorway(vaults_folder()), folder, told=told, look=look)
