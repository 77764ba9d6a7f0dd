"""Keeps the windows out of pictures of the screen and out of shared screens, where the council's policy says so.

Windows alone lets a program ask for that. Screen sharing in supervision, remote support and some magnifiers then see
nothing either, which is why it is a policy and not the rule.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXCLUDED = 0x11
    """WDA_EXCLUDEFROMCAPTURE: as if the window were not there; Windows 10 of 2020 and later."""

    def keep_out_of_pictures(app: QApplication) -> None:
        """Every window from now on, with its lists and questions: each gets the keyboard when it is shown."""
        app.focusWindowChanged.connect(_exclude)
        app.focusChanged.connect(_exclude_around)
        for window in app.topLevelWindows():
            _exclude(window)

    def _exclude_around(_old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            _exclude(new.window().windowHandle())

    def _exclude(window: QWindow | None) -> None:
        if window is not None:
            ctypes.windll.user32.SetWindowDisplayAffinity(wintypes.HWND(int(window.winId())), _EXCLUDED)

else:

    def keep_out_of_pictures(_app: QApplication) -> None:
        """No other system has a way to ask."""
