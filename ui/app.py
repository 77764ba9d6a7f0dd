"""Starts the window. The database library is loaded behind it, in the storage thread, while the passphrase is typed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from msp_desktop.errors import BadInput
from msp_desktop.translation import tr
from ui import theme
from ui.main_window import MainWindow
from ui.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from msp_desktop.workspace import Workspace


def run(folder: Path | None) -> int:
    """Open the window on a vault and stay until it is closed. Raises BadInput without a vault."""
    if folder is None:
        raise BadInput(tr("Say which vault to open: msp-desktop --vault FOLDER. Make one with: vault create."))
    app = QApplication(sys.argv[:1])
    is_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    theme.apply(app, DARK if is_dark else LIGHT)
    window = window_on(folder)
    window.show()
    return app.exec()


def window_on(folder: Path) -> MainWindow:
    """The window at the door of one vault."""
    return MainWindow(str(folder), lambda passphrase: _opened(folder, passphrase))


def _opened(folder: Path, passphrase: str) -> Workspace:
    from msp_desktop.opening import open_vault  # in the storage thread: this import takes a quarter of a second

    return open_vault(folder, passphrase)
