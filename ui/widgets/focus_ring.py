"""The ring around whatever has the keyboard: two tones, so that it shows on every background. Takes no part itself.

It watches the window's raw input and the focused widget with its ancestors, never the whole program: a filter on
the program sees every paint and layout and doubles the time a page takes to build.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.theme import colours_now

_KEYS = frozenset({
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_F6,
})  # fmt: skip
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show})
_GAP = 4


class FocusRing(QWidget):
    """One over each window. It shows for people who use keys, from the first such key on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._watched: list[QWidget] = []
        self._by_keys = False
        QApplication.instance().focusChanged.connect(self._watch)  # type: ignore[union-attr]  # there is a program
        window.winId()
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See keys and presses of the window, and moves of what has the focus; nothing is kept from anybody."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            self._by_keys = True
            self._watch()
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self.rest()
        elif kind in _MOVES:
            self._place()
        return False

    def rest(self) -> None:
        """No ring until a key moves the focus again."""
        self._by_keys = False
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the light tone outside and the dark one inside."""
        painter, colours, ring = QPainter(self), colours_now(), self.rect().toRectF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for inset, width, colour in ((1.5, 3.0, colours.focus), (3.5, 1.5, colours.focus_dark)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRoundedRect(ring.adjusted(inset, inset, -inset, -inset), 8, 8)
        painter.end()

    def _watch(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        # The first question for an ancestor that Qt made itself takes 40 ms, so a start without keys does not ask it.
        inner: QWidget | None = QApplication.focusWidget() if self._by_keys else None
        while inner is not None and inner is not self.window() and inner.window() is self.window():
            inner.installEventFilter(self)
            self._watched.append(inner)
            inner = inner.parentWidget()
        self._place()

    def _place(self) -> None:
        focused = self._watched[0] if self._watched and isValid(self._watched[0]) else None
        # What takes no focus by itself holds it only until a page has read what it shows.
        is_seen = focused is not None and focused.focusPolicy() != Qt.FocusPolicy.NoFocus and focused.isVisible()
        if focused is None or not self._by_keys or not is_seen:
            self.hide()
            return
        corner = focused.mapTo(self.window(), QPoint(0, 0))
        self.setGeometry(focused.rect().translated(corner).adjusted(-_GAP, -_GAP, _GAP, _GAP))
        self.raise_()
        self.show()
