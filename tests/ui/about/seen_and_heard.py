"""Every word that a window gives away: to the eye, to a screen reader, and to whoever asks its widgets."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QAccessible, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from tests.ui.guard.reading import spoken

PROPERTIES = (
    "text", "plainText", "placeholderText", "toolTip", "whatsThis", "statusTip", "accessibleName",
    "accessibleDescription", "windowTitle", "title", "currentText", "objectName",
)  # fmt: skip


def everything(window: QWidget) -> str:
    """All of it in one text, hidden widgets included."""
    tree = spoken(QAccessible.queryAccessibleInterface(window))
    return "\n".join((*_of_widgets(window), *tree, drawn(window)))


def drawn(window: QWidget) -> str:
    """The words that are painted, as a picture made of text has them."""
    buffer, picture = QBuffer(), QSvgGenerator()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.setOutputDevice(buffer)
    picture.setSize(window.size())
    painter = QPainter(picture)
    alone = QWidget.RenderFlag.IgnoreMask  # each by itself in one corner: only the words matter
    for part in (window, *(each for each in window.findChildren(QWidget) if each.isVisibleTo(window))):
        part.render(painter, QPoint(), QRegion(), alone)
    painter.end()
    return bytes(buffer.data().data()).decode()


def _of_widgets(window: QWidget) -> Iterator[str]:
    for each in (window, *window.findChildren(QWidget)):
        yield from (str(each.property(name) or "") for name in PROPERTIES)
