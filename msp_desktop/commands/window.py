"""Opens the window, which is loaded for those alone who want it."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from db import core_dumps
from msp_desktop.errors import BadInput
from msp_desktop.translation import tr

_SHOWN_BY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(folder: Path | None) -> None:
    """The window on a vault, or at the door where none is named, until it is closed.

    Raises BadInput where there is no screen.
    """
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SHOWN_BY):
        raise BadInput(tr("No screen was found for a window. Nothing was changed. `--help` says what works without."))
    core_dumps.turn_off()
    gc.disable()  # all that is made on the way to the door stays; `run` lets it collect from there on
    from ui.app import run

    run(folder)
