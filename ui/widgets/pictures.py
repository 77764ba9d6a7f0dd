"""The bundled pictures, at the size of the text. Which there are and what they show: resources/pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

import resources
from ui.theme import colours_now, px
from ui.tokens import LIGHT

_FOLDER = Path(resources.__file__ or "").parent / "pictures"


def drawn(name: str, *, size: int) -> QPixmap:
    """The picture of a name from pictures.yaml; `size` is pixels at 100 %.

    Its lines are dark, so on a dark page it stands on a light plate.
    """
    whole, plain = px(size), QIcon(str(_FOLDER / f"{name}.svg"))
    if QColor(colours_now().card).lightness() > 127:
        return plain.pixmap(whole, whole)
    plate, edge = QPixmap(whole, whole), max(2, whole // 12)
    plate.fill(Qt.GlobalColor.transparent)
    painter = QPainter(plate)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.page))
    painter.drawRoundedRect(plate.rect(), 2 * edge, 2 * edge)
    inner = whole - 2 * edge
    painter.drawPixmap(edge, edge, plain.pixmap(inner, inner))
    painter.end()
    return plate


def picture(name: str, *, size: int = 28) -> QLabel:
    """A picture beside words that say the same, so a screen reader passes it over."""
    shown = QLabel()
    shown.setPixmap(drawn(name, size=size))
    shown.setFixedSize(px(size), px(size))
    return shown
