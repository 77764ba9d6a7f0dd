"""Hears that everything is to be hidden: by a key in any of our windows, or a press into the corner of the main one.

Shortcuts would be silent while a question stands in the way, so it watches raw input, as `idle` does, and nothing else.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ui.keys import KEYS
from ui.tokens import CORNER


class Hiding(QObject):
    """`wanted` asks to hide everything; the key or press goes nowhere else."""

    wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.winId()
        self._main = window.windowHandle()
        self._watch(self._main)
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]  # there is one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key and the press that are ours."""
        kind = event.type()
        is_ours = (
            isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and KEYS["hide"].is_pressed(event)
        ) or (watched is self._main and self._is_in_corner(event))
        if is_ours:
            self.wanted.emit()
        return is_ours

    def _is_in_corner(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return self._is_corner(event.position())
        if event.type() == QEvent.Type.TouchBegin and isinstance(event, QTouchEvent):
            return any(self._is_corner(point.position()) for point in event.points())
        return False

    def _is_corner(self, place: QPointF) -> bool:
        return place.x() >= self._main.width() - CORNER and place.y() >= self._main.height() - CORNER

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


def close_what_floats(main: QWidget) -> None:
    """Close every window of ours over the main one: questions, dialogs, menus, hints."""
    for each in QApplication.topLevelWidgets():
        if each is not main and each.isVisible():
            each.close()
