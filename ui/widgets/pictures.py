"""The bundled pictures, at the size of the text. Which there are and what they show: resources/pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel

import resources
from ui.theme import px

_FOLDER = Path(resources.__file__ or "").parent / "pictures"


def icon(name: str) -> QIcon:
    """The picture of a name from pictures.yaml."""
    return QIcon(str(_FOLDER / f"{name}.svg"))


def picture(name: str, *, size: int = 28) -> QLabel:
    """A picture beside words that say the same, so a screen reader passes it over. `size` is pixels at 100 %."""
    shown = QLabel()
    shown.setPixmap(icon(name).pixmap(px(size), px(size)))
    shown.setFixedSize(px(size), px(size))
    return shown
