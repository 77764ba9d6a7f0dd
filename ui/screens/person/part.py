"""What the person's page knows of each of its parts: a widget, and what to do when a person is opened or left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from msp_desktop.record.ids import RecordId


@dataclass(frozen=True, slots=True)
class Part:
    """One part put together. `open` reads and shows one person, `leave` saves what is not saved yet."""

    view: QWidget
    open: Callable[[RecordId], None]
    leave: Callable[[], None]
