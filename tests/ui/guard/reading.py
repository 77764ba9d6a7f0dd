"""Everything that can be read of the program: by eyes, by a screen reader, from the clipboard, by other programs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextInterface,
    QClipboard,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from ui.main_window import MainWindow

_TEXTS = (
    QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description, QAccessible.Text.Help,
    QAccessible.Text.Accelerator,
)  # fmt: skip


def everything(window: MainWindow) -> str:
    """All words in one text: titles, the accessible tree of the whole program, every widget, hints, the clipboard."""
    tops = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    words = [each.windowTitle() for each in tops]
    for root in (QApplication.instance(), window):
        assert root is not None
        words += spoken(QAccessible.queryAccessibleInterface(root))
    for top in tops:
        for part in (top, *top.findChildren(QWidget)):
            words += [part.toolTip(), part.accessibleName(), part.accessibleDescription(), _text(part)]
    clipboard = QGuiApplication.clipboard()
    words += [clipboard.text(), clipboard.text(QClipboard.Mode.Selection)]
    return "\n".join(filter(None, words))


def in_sight(window: MainWindow) -> str:
    """What is on the screen, or scrolled away, and what a screen reader reads of it."""
    words = [each.windowTitle() for each in QApplication.topLevelWidgets() if each.isVisible()]
    words += spoken(QAccessible.queryAccessibleInterface(window), also_invisible=False)
    for part in window.findChildren(QWidget):
        words += [part.toolTip(), _text(part)] if part.isVisible() else []
    return "\n".join(filter(None, words))


def spoken(face: QAccessibleInterface, *, also_invisible: bool = True) -> list[str]:
    """What a screen reader can reach from here, also what is marked as not to be seen."""
    return [word for part in _tree(face, also_invisible=also_invisible) for word in _told(part)]


def picture(window: QWidget) -> bytes:
    """The pixels of the window."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits())


def _tree(face: QAccessibleInterface, *, also_invisible: bool) -> Iterator[QAccessibleInterface]:
    yield face
    for place in range(face.childCount()):
        child = face.child(place)
        if child.isValid() and (also_invisible or not child.state().invisible):
            yield from _tree(child, also_invisible=also_invisible)


def _told(face: QAccessibleInterface) -> list[str]:
    words = [face.text(each) for each in _TEXTS]
    return [*words, *_inside(face.textInterface())]


def _inside(text: QAccessibleTextInterface | None) -> list[str]:  # Qt's own types say that there always is one
    return [text.text(0, text.characterCount())] if text is not None else []


def _text(part: QWidget) -> str:
    if isinstance(part, QPlainTextEdit):
        return part.toPlainText()
    return part.text() if isinstance(part, (QLabel, QLineEdit)) else str(part.property("text") or "")
