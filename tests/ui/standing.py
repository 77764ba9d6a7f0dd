"""The program's window as it stands a moment after the start, when everything around it is at work."""

from __future__ import annotations

from pathlib import Path

from ui import app
from ui.look import Look
from ui.main_window import MainWindow


def window_on(folder: Path | None, *, look: Look | None = None) -> MainWindow:
    """The window at a door."""
    window = app.window_on(folder, look=look)
    window.outside.idle.start()
    return window
