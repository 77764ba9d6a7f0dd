"""Hears from the operating system that the session is locked, switched or put to sleep. Decides nothing about it.

Linux tells it over D-Bus, Windows by messages to the window. Elsewhere, and where nobody answers, the clock's leap
after sleep (`idle`) still locks.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

    _SESSION_CHANGE, _CONSOLE_DISCONNECT, _REMOTE_DISCONNECT, _LOCKED = 0x02B1, 0x2, 0x4, 0x7
    _POWER, _SUSPENDING = 0x0218, 0x4

    class Session(QObject):
        """`left` tells that the person has left the laptop, or that it goes to sleep."""

        left = Signal()

        def __init__(self, window: QWidget) -> None:
            super().__init__(window)
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window.winId()), 0)
            self._filter = _Filter(self)
            app = QCoreApplication.instance()
            if app is not None:
                app.installNativeEventFilter(self._filter)

    class _Filter(QAbstractNativeEventFilter):
        def __init__(self, session: Session) -> None:
            super().__init__()
            self._session = session

        def nativeEventFilter(
            self, kind: QByteArray | bytes | bytearray | memoryview[int], message: int
        ) -> tuple[bool, int]:
            """Windows sends a message to the window."""
            if bytes(kind.data() if isinstance(kind, QByteArray) else kind) == b"windows_generic_MSG":
                told = wintypes.MSG.from_address(int(message))
                leaves = told.wParam in (_CONSOLE_DISCONNECT, _REMOTE_DISCONNECT, _LOCKED)
                sleeps = told.message == _POWER and told.wParam == _SUSPENDING
                if sleeps or (told.message == _SESSION_CHANGE and leaves):
                    self._session.left.emit()
            return False, 0

else:
    from PySide6.QtDBus import QDBusConnection

    _LOGIN, _SCREEN_SAVERS = "org.freedesktop.login1", ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")

    _BEGINS, _LOCKS = SLOT("begins(bool)"), SLOT("locks()")

    class Session(QObject):
        """`left` tells that the person has left the laptop, or that it goes to sleep."""

        left = Signal()

        def __init__(self, window: QWidget) -> None:
            super().__init__(window)
            whole, own = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
            if whole.isConnected():
                manager = "/org/freedesktop/login1"
                whole.connect(_LOGIN, manager, f"{_LOGIN}.Manager", "PrepareForSleep", self, _BEGINS)  # type: ignore[call-overload]  # the stub wants bytes, which are refused
                whole.connect(_LOGIN, "", f"{_LOGIN}.Session", "Lock", self, _LOCKS)  # type: ignore[call-overload]  # as above
            for name in _SCREEN_SAVERS if own.isConnected() else ():
                place = "/" + name.replace(".", "/")
                own.connect(name, place, name, "ActiveChanged", self, _BEGINS)  # type: ignore[call-overload]  # the stub wants bytes, which are refused

        @Slot(bool)
        def begins(self, is_beginning: bool) -> None:
            """Sleep, or a locked screen, begins or ends."""
            if is_beginning:
                self.left.emit()

        @Slot()
        def locks(self) -> None:
            """The session is being locked."""
            self.left.emit()
