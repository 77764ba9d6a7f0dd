"""A place to draw on by hand, with a mouse, a pen or a finger. Knows strokes, and nothing of what they show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from msp_desktop.tools.by_hand import WHOLE
from ui.theme import colours_now, px

STEP = 4
"""Thousandths of the width that a hand must move before another point is kept: finer is not seen."""

Strokes = list[list[int]]


class Pad(QWidget):
    """`drawn` tells that a stroke was ended. It has no place for the keyboard: whatever is drawn is also said."""

    drawn = Signal()

    def __init__(self, *, height: float, widest: int) -> None:
        super().__init__()
        self.strokes: Strokes = []
        self._ratio, self._widest, self._is_down = height, widest, False
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(px(widest))

    def show_strokes(self, strokes: Sequence[Sequence[int]]) -> None:
        """Put strokes in; the program does it, so nothing is told."""
        self.strokes = [list(each) for each in strokes]
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its shape stays, so that what is drawn does not bend."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its shape says."""
        return round(min(width, px(self._widest)) * self._ratio)

    def sizeHint(self) -> QSize:
        """As wide as it gets."""
        return QSize(px(self._widest), self.heightForWidth(px(self._widest)))

    def minimumSizeHint(self) -> QSize:
        """It shrinks with the page."""
        return QSize(px(160), self.heightForWidth(px(160)))

    def event(self, event: QEvent) -> bool:
        """A finger draws, and does not scroll the page."""
        if isinstance(event, QTouchEvent) and event.points():
            self._follow(event.points()[0].position(), event.type(), _BY_TOUCH)
            event.accept()
            return True
        return super().event(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen draws."""
        self._follow(event.position(), event.type(), _BY_PEN)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._follow(event.position(), event.type(), _BY_MOUSE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        self._follow(event.position(), event.type(), _BY_MOUSE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        self._follow(event.position(), event.type(), _BY_MOUSE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The paper and what is drawn on it."""
        colours, painter = colours_now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.edge), colours.hairline))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(6), px(6))
        pen = QPen(QColor(colours.text), max(2, px(3)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self.strokes:
            painter.drawPath(self._path(stroke))
        painter.end()

    def _follow(self, at: QPointF, kind: QEvent.Type, ways: tuple[QEvent.Type, QEvent.Type, QEvent.Type]) -> None:
        begins, moves, _ = ways
        if kind == begins:
            self._is_down = True
            self.strokes.append(self._place(at))
        elif self._is_down and kind == moves:
            self._draw_to(at)
        elif self._is_down:
            self._is_down = False
            self.drawn.emit()
        self.update()

    def _draw_to(self, at: QPointF) -> None:
        x, y = self._place(at)
        stroke = self.strokes[-1]
        if abs(x - stroke[-2]) + abs(y - stroke[-1]) >= STEP:
            stroke += [x, y]

    def _place(self, at: QPointF) -> list[int]:
        high = round(WHOLE * self._ratio)
        x, y = (round(each / max(1, self.width()) * WHOLE) for each in (at.x(), at.y()))
        return [min(WHOLE, max(0, x)), min(high, max(0, y))]

    def _path(self, stroke: Sequence[int]) -> QPainterPath:
        places = [QPointF(x, y) * self.width() / WHOLE for x, y in _pairs(stroke)]
        path = QPainterPath(places[0])
        for each in places[1:] or [places[0] + QPointF(0.1, 0)]:  # a dot is a stroke of no length
            path.lineTo(each)
        return path


_BY_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)
_BY_PEN = (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease)
_BY_TOUCH = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)


def _pairs(stroke: Sequence[int]) -> Iterable[tuple[int, int]]:
    return zip(stroke[::2], stroke[1::2], strict=True)
