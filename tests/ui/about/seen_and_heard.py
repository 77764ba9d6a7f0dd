"""Every word that a window gives away: to the eye, to a screen reader, and to whoever asks its widgets."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

TEXTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
    QAccessible.Text.Accelerator,
)
PROPERTIES = (
    "text", "plainText", "placeholderText", "toolTip", "whatsThis", "statusTip", "accessibleName",
    "accessibleDescription", "windowTitle", "title", "currentText", "objectName",
)  # fmt: skip


def everything(window: QWidget) -> str:
    """All of it in one text, hidden widgets included."""
    return "\n".join((*_of_widgets(window), *_of_the_tree(QAccessible.queryAccessibleInterface(window)), drawn(window)))


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


def _of_the_tree(face: QAccessibleInterface | None) -> Iterator[str]:
    if face is None or not face.isValid():
        return
    yield from (face.text(each) for each in TEXTS)
    words = face.textInterface()
    if words is not None:
        yield words.text(0, words.characterCount())
    for place in range(face.childCount()):
        yield from _of_the_tree(face.child(place))
