"""What the window knows of every screen: its widget, and what to do on the way in and out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen put together. `enter` runs each time it is shown; `leave` saves what is not saved yet."""

    view: QWidget
    enter: Callable[[], None]
    leave: Callable[[], None]
