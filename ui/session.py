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

        def let_sleep(self) -> None:
            """Windows waits for nobody; what it interrupts is locked when it wakes up (`idle`)."""

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
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusUnixFileDescriptor

    from msp_desktop.translation import tr

    _LOGIN, _SCREEN_SAVERS = "org.freedesktop.login1", ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
    _MANAGER = "/org/freedesktop/login1"

    _BEGINS, _LOCKS = SLOT("begins(bool)"), SLOT("locks()")

    class Session(QObject):
        """`left` tells that the person has left the laptop, or that it goes to sleep."""

        left = Signal()

        def __init__(self, window: QWidget) -> None:
            super().__init__(window)
            self._whole, own = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
            self._held: QDBusUnixFileDescriptor | None = None
            whole = self._whole
            if whole.isConnected():
                self._hold_sleep()
                whole.connect(_LOGIN, _MANAGER, f"{_LOGIN}.Manager", "PrepareForSleep", self, _BEGINS)  # type: ignore[call-overload]  # the stub wants bytes, which are refused
                whole.connect(_LOGIN, "", f"{_LOGIN}.Session", "Lock", self, _LOCKS)  # type: ignore[call-overload]  # as above
            for name in _SCREEN_SAVERS if own.isConnected() else ():
                own.connect(name, "", name, "ActiveChanged", self, _BEGINS)  # type: ignore[call-overload]  # the stub wants bytes, which are refused

        def let_sleep(self) -> None:
            """The records are locked: the laptop need not wait any longer."""
            self._held = None

        def _hold_sleep(self) -> None:
            """Ask for the few seconds that locking takes before the laptop sleeps; else it would lock on waking up."""
            ask = QDBusMessage.createMethodCall(_LOGIN, _MANAGER, f"{_LOGIN}.Manager", "Inhibit")
            ask.setArguments(["sleep", tr("MSP Desktop"), tr("The records are saved and locked first."), "delay"])
            QDBusPendingCallWatcher(self._whole.asyncCall(ask), self).finished.connect(self._answered)

        def _answered(self, asked: QDBusPendingCallWatcher) -> None:
            given = asked.reply().arguments()
            self._held = given[0] if given and isinstance(given[0], QDBusUnixFileDescriptor) else None
            asked.deleteLater()  # it holds on as well

        @Slot(bool)
        def begins(self, is_beginning: bool) -> None:
            """Sleep, or a locked screen, begins or ends."""
            if is_beginning:
                self.left.emit()
            elif self._held is None:
                self._hold_sleep()

        @Slot()
        def locks(self) -> None:
            """The session is being locked."""
            self.left.emit()
