"""The real window on a copy of the demo, driven by what its buttons say, with the clock standing still."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QPoint, QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from time_machine import Traveller

from msp_desktop import demo
from tests.pictures.paper import in_few_colours
from tests.ui.standing import window_on
from ui import theme
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.tokens import Colours
from ui.widgets.card import Card
from ui.widgets.column import Column

PATIENCE = 20
"""Seconds to wait for anything, by a clock that goes on."""


@dataclass(frozen=True, slots=True)
class LookOf:
    """How the window is dressed for a picture: its name in the file's name, colours, text size, size in pixels."""

    name: str
    colours: Colours
    scale: float
    size: QSize


@dataclass
class Stage:
    """A window behind its door, hands, and a clock that goes only when somebody says so."""

    app: QApplication
    window: MainWindow
    clock: Traveller

    @property
    def inside(self) -> Inside:
        """What is behind the door."""
        assert self.window.inside is not None
        return self.window.inside

    def go(self, page: str) -> QWidget:
        """Open a page of the rail."""
        view = self.inside.go(page).view
        self.settle()
        return view

    def press(self, name: str, within: QWidget | None = None) -> None:
        """Press the first visible button whose name for a screen reader begins so."""
        found = [
            each
            for each in (within or self.window).findChildren(QPushButton)
            if each.isVisible() and each.isEnabled() and (each.accessibleName() or each.text()).startswith(name)
        ]
        if not found:
            raise LookupError(f"no button begins with {name!r}")
        found[0].click()
        self.settle()

    def card(self, heading: str) -> Card:
        """The visible card under a heading."""
        for each in self.window.findChildren(Card):
            if each.isVisible() and any(label.text() == heading for label in each.findChildren(QLabel)):
                return each
        raise LookupError(f"no card is called {heading!r}")

    def pass_time(self, *, minutes: int) -> None:
        """It is later, and somebody has used the window meanwhile."""
        self.clock.shift(timedelta(minutes=minutes))
        self.window.outside.idle.start()

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window work until something holds."""
        end = time.perf_counter() + PATIENCE
        while not until():
            self.app.processEvents()
            if time.perf_counter() > end:
                raise TimeoutError
        self.app.processEvents()

    def settle(self) -> None:
        """Whatever was asked of the storage thread has been answered, and everything is laid out."""
        for _ in range(4):
            answered: list[None] = []
            if self.window.inside is not None:
                self.inside.shell.background.run(lambda: None, done=answered.append, failed=lambda _: None)
                self.wait(lambda answered=answered: bool(answered))  # type: ignore[misc]
            for _ in range(4):
                self.app.processEvents()
                self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def scroll_to(self, part: QWidget) -> None:
        """Put a part at the top of its page."""
        around: QWidget | None = part
        while around is not None and not isinstance(around, Column):
            around = around.parentWidget()
        inside = around.widget() if isinstance(around, Column) else None
        if isinstance(around, Column) and inside is not None:
            place = part.mapTo(inside, QPoint(0, 0)).y()
            around.verticalScrollBar().setValue(max(0, place - 16))
        self.settle()

    def grab(self, file: Path) -> None:
        """Write what a person would see; no cursor blinks and nothing is under a mouse."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.settle()
        write(self.window, file)


def write(widget: QWidget, file: Path) -> None:
    """A picture of a widget as it stands."""
    data = QBuffer()
    widget.grab().save(data, "PNG")
    in_few_colours(bytes(data.data().data())).save(file, optimize=True)


@contextmanager
def stage(app: QApplication, vault: Path, look: LookOf, clock: Traveller) -> Iterator[Stage]:
    """The window unlocked on a vault, dressed for a look."""
    app.setCursorFlashTime(0)
    theme.apply(app, look.colours, scale=look.scale)
    window = window_on(vault)
    window.resize(look.size)
    window.show()
    on = Stage(app, window, clock)
    try:
        window.unlock.passphrase.setText(demo.PASSPHRASE)
        window.unlock.button.click()
        on.wait(lambda: window.inside is not None and window.inside.now != "")
        on.settle()
        yield on
    finally:
        window.close()
        window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
