"""A wheel of areas with two marks on each spoke: a painted canvas with a real button at the end of each spoke.

Where everything stands is known in msp_desktop/tools/wheel.py; a list of the same areas stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from msp_desktop.tools.wheel import Spoke, drawn, nearest, number_at
from ui.theme import colours_now, px
from ui.widgets.strokes import paint_strokes

_WIDEST, _TARGET = 560, 28


class SpokeButton(QPushButton):
    """The number of a spoke. Up and Down move its mark; pressing it opens its row."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up is one more, Down one less."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if by is not None:
            self.stepped.emit(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class WheelCanvas(QWidget):
    """`pressed` tells a spoke and how far out on it, `stepped` a spoke and by how much, `opened` a spoke."""

    pressed = Signal(int, float)
    stepped = Signal(int, int)
    opened = Signal(int)

    def __init__(self, count: int) -> None:
        super().__init__()
        self.spokes: tuple[Spoke, ...] = (Spoke(),) * count
        self.buttons = [self._button(at) for at in range(count)]
        self._is_pressed = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_spokes(self, spokes: Sequence[Spoke], told: Sequence[str]) -> None:
        """The marks on each spoke, and each in words."""
        self.spokes = tuple(spokes)
        for each, words in zip(self.buttons, told, strict=True):
            each.setAccessibleName(words)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It is as high as it is wide."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A square, no larger than is easy to look over."""
        return min(width, px(_WIDEST))

    def sizeHint(self) -> QSize:
        """As large as it gets."""
        return QSize(px(_WIDEST), px(_WIDEST))

    def minimumSizeHint(self) -> QSize:
        """It shrinks with the page."""
        return QSize(px(240), px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers stand at the ends of their spokes."""
        super().resizeEvent(event)
        for at, each in enumerate(self.buttons):
            needed, middle = each.sizeHint(), self._point(*number_at(len(self.buttons), at)).toPoint()
            size = QSize(max(px(_TARGET), needed.width()), max(px(_TARGET), needed.height()))
            x = min(max(0, middle.x() - size.width() // 2), max(0, self.width() - size.width()))
            y = min(max(0, middle.y() - size.height() // 2), max(0, self.height() - size.height()))
            each.setGeometry(x, y, size.width(), size.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press begins on the wheel."""
        self._is_pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """And ends on it."""
        if self._is_pressed and self.rect().contains(event.position().toPoint()):
            away = (event.position() - self._point(0, 0)) / self._side()
            self.pressed.emit(*nearest(len(self.buttons), away.x(), away.y()))
        self._is_pressed = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rings, spokes and marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, colour = self._point(0, 0), colours_now().text
        paint_strokes(painter, drawn(self.spokes), middle=middle, width=self._side(), colour=colour)
        painter.end()

    def _button(self, at: int) -> SpokeButton:
        made = SpokeButton(str(at + 1), self)
        made.setAutoDefault(True)
        made.setStyleSheet(f"padding: {px(1)}px {px(5)}px; min-height: 0;")
        made.setAccessibleDescription(self.tr("Up and Down move its mark. Enter opens it."))
        made.stepped.connect(lambda by: self.stepped.emit(at, by))
        made.clicked.connect(lambda: self.opened.emit(at))
        return made

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2) + QPointF(x, y) * self._side()

    def _side(self) -> float:
        return float(max(1, min(self.width(), self.height()) - 4))
