"""The outermost door of the window: errors of our own end here, are written down without words, and end the program.

Qt, threads and the window's own code all lead here; whatever is done about it is done in the window's thread.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from msp_desktop.crash_log import NATIVE, CrashLog


class CrashDoor(QObject):
    """`met` tells in the window's thread that the program is at fault and must not go on as if nothing were."""

    met = Signal()
    _seen = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.log = CrashLog(folder)
        self._qt_lines: set[str] = set()
        self._seen.connect(self.met, Qt.ConnectionType.QueuedConnection)  # never in the middle of what went wrong
        self.ended_natively = _set_aside(folder / NATIVE)
        self._native: TextIO | None = None
        with suppress(OSError):
            self._native = (folder / NATIVE).open("w", encoding="utf-8")

    def stand(self) -> None:
        """Take every error from now on. Nothing reaches the terminal, where other programs can read it."""
        sys.excepthook = self._error
        sys.unraisablehook = lambda told: self.log.error(told.exc_type, told.exc_traceback)
        threading.excepthook = lambda told: self._error(told.exc_type, None, told.exc_traceback)
        if self._native is not None:
            faulthandler.enable(self._native)
        qInstallMessageHandler(self._qt_said)

    def _error(self, kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self.log.error(kind, trace)
        self._seen.emit()

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, _words: str | None) -> None:
        """Qt quotes texts and names in its messages, so only the kind and the place are kept, each once."""
        line = f"{kind.name} {context.category} {context.file}:{context.line}"
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and line not in self._qt_lines:
            self._qt_lines.add(line)
            self.log.line(line)


def _set_aside(file: Path) -> bool:
    """Keep what a crash below Python left the last time; whether there was something."""
    with suppress(OSError):
        if file.stat().st_size:
            file.replace(file.with_suffix(".last.log"))
            return True
    return False
