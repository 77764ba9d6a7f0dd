"""What becomes of the window when the program is at fault: what was typed is kept, and it starts anew at the door."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from msp_desktop.errors import ExitCode
from msp_desktop.last_end import write_end
from msp_desktop.translation import tr
from ui.autosave import LONGEST_MS
from ui.main_window import MainWindow
from ui.restart import restart

AT_DOOR = tr("The program made a mistake. Nothing is lost. Try again; if you see this again, start the program anew.")


class Ending(QObject):
    """Restarts only from behind the door, so that a fault at the door itself cannot go round for ever."""

    def __init__(self, window: MainWindow, state: Path) -> None:
        super().__init__(window)
        self._window, self._state, self._is_ending = window, state, False

    def at_fault(self) -> None:
        """Clear the way for the next start; nothing can be done in the window any more."""
        if self._is_ending:
            return
        if self._window.vault is None:
            self._window.tell_at_door(AT_DOOR)
            return
        self._is_ending = True
        self._window.setDisabled(True)
        QTimer.singleShot(LONGEST_MS + 100, self._leave)  # by then whatever was typed is on its way to the disk

    def start_anew(self, folder: Path) -> None:
        """At the door of a vault, in a fresh process; where none can be started, this one goes on."""
        try:
            restart(folder)
        except OSError:
            return

    def _leave(self) -> None:
        self._window.background.stop()
        folder = self._window.vault
        write_end(self._state, saved_until=self._window.saved_until)
        if folder is not None:
            self.start_anew(folder)
        QApplication.exit(ExitCode.BUG)
