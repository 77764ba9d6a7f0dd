"""What the window knows of every screen: its widget, and what to do on the way in and out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen put together. `enter` runs each time it is shown; `leave` saves what is not saved yet.

    `back` goes one step back inside it and tells whether there was one. `spot` names the place in it that is open and
    `show_spot` opens it again, for a screen that is made anew.
    """

    view: QWidget
    enter: Callable[[], None]
    leave: Callable[[], None]
    back: Callable[[], bool] = lambda: False
    spot: Callable[[], str] = lambda: ""
    show_spot: Callable[[str], None] = lambda _: None
