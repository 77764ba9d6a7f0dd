"""A small line through the numbers of one scale over time. To look at only: the numbers stand beside it in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from msp_desktop.tools.over_time import Course
from ui.theme import colours_now, px

_WIDE, _HIGH, _DOT = 220, 64, 5


class CourseLine(QWidget):
    """Oldest first, from the side where reading starts; the two thin lines are the ends of the scale."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("{question}: {numbers}").format(question=course.label, numbers=_told(course)))

    def sizeHint(self) -> QSize:
        """As large as a line of a few numbers needs."""
        return QSize(px(_WIDE), px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ends, the line, and a dot for each number."""
        painter, colours, box = QPainter(self), colours_now(), self._box()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line), 1))
        for y in (box.top(), box.bottom()):
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        points = [self._place(box, x, y) for x, y in self._course.places]
        painter.setPen(QPen(QColor(colours.text), px(2)))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(QColor(colours.text))
        for point in points:
            painter.drawEllipse(point, px(_DOT), px(_DOT))
        painter.end()

    def _box(self) -> QRectF:
        edge = px(_DOT) + 2
        return QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)

    def _place(self, box: QRectF, x: float, y: float) -> QPointF:
        across = 1 - x if self.isRightToLeft() else x
        return QPointF(box.left() + across * box.width(), box.top() + y * box.height())


def _told(course: Course) -> str:
    return "; ".join(course.told())
