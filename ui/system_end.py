"""The system wants the program to end: what was typed is saved, the vault closed, and nothing asked. No screen.

Windows and session managers say so through Qt, a Unix system and `kill` by a signal. A signal is heard by Python only
when it has something to do, so a pipe wakes Qt up.
"""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow


class SystemEnd(QObject):
    """Ends the window in an orderly way. There is one in a program, since it takes the program's signals."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            # At once, in the system's own call: afterwards it may end the program at any time.
            app.commitDataRequest.connect(self.commit, Qt.ConnectionType.DirectConnection)
            app.saveStateRequest.connect(self.keep, Qt.ConnectionType.DirectConnection)
        self._hear_signals()

    def commit(self, manager: QSessionManager) -> None:
        """The session ends: nothing may be left that is not saved, and nothing starts the program again by itself."""
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self.end()

    def keep(self, manager: QSessionManager) -> None:
        """The session is only written down: drafts are kept, and the work goes on."""
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self._window.save()

    def end(self) -> None:
        """Save, close the vault, and leave the program."""
        self._window.close()
        QApplication.exit(0)

    def _hear_signals(self) -> None:
        if sys.platform != "win32":
            reader, writer = os.pipe()
            os.set_blocking(reader, False)
            os.set_blocking(writer, False)
            signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
            for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                signal.signal(each, lambda _number, _frame: None)
            self._notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self.end)
