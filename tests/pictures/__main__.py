"""`python -m tests.pictures FOLDER`: what the README shows, taken from the real window on the demo vault."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from msp_desktop import demo
from ui import theme
from ui.app import window_on
from ui.main_window import MainWindow
from ui.screens.visit.screen import VisitPage
from ui.screens.visit.view import VisitView
from ui.tokens import LIGHT

SIZE = QSize(1180, 760)
LINES = (
    ("said", "Ivy took me to the bank. I have a card of my own now."),
    ("observed", "Walking frame beside her chair, within reach."),
    ("said", "Daniel was cross, and then he came with us."),
)


def main(folder: Path) -> int:
    """Write the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = theme.application()
    theme.apply(app, LIGHT)
    with tempfile.TemporaryDirectory() as place:
        list(demo.make(Path(place)))
        window = window_on(Path(place) / "vault")
        window.resize(SIZE)
        window.show()
        take(app, window, folder / "visit.png")
        window.close()
    return 0


def take(app: QApplication, window: MainWindow, file: Path) -> None:
    """The visit that is going on, with what was said so far."""
    window.unlock.passphrase.setText(demo.PASSPHRASE)
    window.unlock.button.click()
    wait(app, lambda: window.inside is not None and "today" in window.inside.screens)
    inside = window.inside
    assert inside is not None
    (planned,) = inside.shell.workspace.visits.list({"state": "planned"})
    inside.open_visit(planned.id)
    page = inside.screens["visit"].view
    assert isinstance(page, VisitPage)
    wait(app, lambda: page.view is not None)
    assert page.view is not None
    live(app, page.view)
    window.grab().save(str(file))


def live(app: QApplication, view: VisitView) -> None:
    """Go in, be alone together, write three lines."""
    wait(app, view.top.start.isVisible)
    view.top.start.click()
    wait(app, view.here.lines.isVisible)
    view.top.us.click()
    wait(app, lambda: "Only you" in view.top.who.text())
    for kept, (kind, words) in enumerate(LINES, start=1):
        view.here.lines.choose_kind(kind)
        view.here.lines.words.setPlainText(words)
        view.here.lines.keep.click()
        wait(app, lambda kept=kept: len(view.here.lines.shown) == kept)  # type: ignore[misc]
    settle(app)


def wait(app: QApplication, until: Callable[[], bool]) -> None:
    """Let the window work until something holds; at most twenty seconds."""
    end = time.monotonic() + 20
    while not until():
        app.processEvents()
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.005)


def settle(app: QApplication) -> None:
    """Let what was begun come to its end."""
    end = time.monotonic() + 1
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
