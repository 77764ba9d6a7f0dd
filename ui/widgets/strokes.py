"""Follows the strokes of a drawing with a pen of the screen. Where they run, msp_desktop/tools knows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from msp_desktop.tools.strokes import Stroke

_DASH, _SPACE = 7.0, 5.0


def paint_strokes(painter: QPainter, strokes: Iterable[Stroke], *, middle: QPointF, width: float, colour: str) -> None:
    """Each stroke; `width` pixels are one width of the drawing, whose (0, 0) lies at `middle`."""
    for each in strokes:
        points = QPolygonF([middle + QPointF(x, y) * width for x, y in each.points])
        if each.is_filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawPolygon(points)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(_pen(each, width, colour))
            painter.drawPolyline(points)


def _pen(stroke: Stroke, width: float, colour: str) -> QPen:
    pen = QPen(QColor(colour), max(1.2, stroke.weight * width))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.is_dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([_DASH / pen.widthF(), _SPACE / pen.widthF()])
    return pen
