"""One scale over time: a small painted line, and beside it the same numbers in words. To look at only.

How the line runs is known in msp_desktop/tools/over_time.py. Nothing here says whether up is good.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from msp_desktop.tools.over_time import Line, Point
from ui.theme import colours_now, px
from ui.widgets.text import label, shortened

_WIDE, _HIGH, _DOT = 170, 56, 4


class SmallLine(QWidget):
    """The painted line, with both ends of the scale as numbers where reading begins."""

    def __init__(self, line: Line, told: str) -> None:
        super().__init__()
        self._line = line
        self.setAccessibleName(told)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """It grows with the text."""
        return QSize(px(_WIDE), px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Both ends, then each run with a dot for every number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ends(painter)
        painter.setPen(QPen(QColor(colours_now().text), px(2)))
        painter.setBrush(QColor(colours_now().text))
        for run in self._line.runs():
            places = [self._place(point) for point in run]
            painter.drawPolyline(places)
            for place in places:
                painter.drawEllipse(place, px(_DOT), px(_DOT))
        painter.end()

    def _paint_ends(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colours_now().muted), 1))
        for number, height in ((self._line.last, 0.0), (self._line.first, 1.0)):
            start, end = self._place((0, height)), self._place((1, height))
            painter.drawLine(start, end)
            box = QRectF(0, 0, self._margin() - px(12), self.fontMetrics().height())
            box.moveCenter(QPointF(self._mirrored(box.width() / 2), start.y()))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    def _place(self, point: Point) -> QPointF:
        """Oldest where reading begins, on the left or on the right."""
        half = QFontMetricsF(self.font()).height() / 2
        start, room = self._margin(), self.width() - self._margin() - px(_DOT) - 2
        return QPointF(self._mirrored(start + point[0] * room), half + point[1] * (self.height() - 2 * half))

    def _margin(self) -> float:
        widest = max(self.fontMetrics().horizontalAdvance(str(end)) for end in (self._line.first, self._line.last))
        return float(widest + px(14))

    def _mirrored(self, x: float) -> float:
        return self.width() - x if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else x


class ScaleOverTime(QWidget):
    """The question, its line, and the numbers beside it."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        numbers = line.numbers(self.tr("no answer"))
        told = self.tr("{question} From {first} to {last}. {numbers}").format(
            question=shortened(line.title), first=line.first, last=line.last, numbers=numbers
        )
        self.drawn, self.numbers = SmallLine(line, told), label(numbers)
        beside = QHBoxLayout()
        beside.setSpacing(px(16))
        beside.addWidget(self.drawn)
        beside.addWidget(self.numbers, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, px(4), 0, px(4))
        stack.addWidget(label(shortened(line.title), "label"))
        stack.addLayout(beside)
