"""Circles last time and now, side by side where there is room. To look at only: numbers stand for the names."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from msp_desktop.tools.circles_compared import CirclesThenNow
from msp_desktop.tools.comparing import Difference
from ui.theme import colours_now, px
from ui.widgets.circles import Circles
from ui.widgets.text import label

_NARROWEST = 300
_NUMBER = 13


class StillCircles(Circles):
    """One of the two. Whoever is gone has a dashed edge, whoever is new a thick one; a list says it in words."""

    def __init__(self, both: CirclesThenNow, *, is_now: bool) -> None:
        super().__init__(
            [ring.label for ring in both.rings], [quarter.label for quarter in both.quarters],
            centre=both.drawing.centre,
        )  # fmt: skip
        self._drawn = both.on_rings(is_now=is_now)
        self.setAccessibleName(both.told(is_now=is_now))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rings, and on them the numbers."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._font()
        font.setBold(True)
        painter.setFont(font)
        for each, _, place in self._drawn:
            edge = self._side() / 2 - px(_NUMBER) - 2
            x, y = (min(max(-edge, part * self._side()), edge) for part in (place.x, place.y))
            middle = self._middle() + QPointF(x, y)
            self._paint_number(painter, str(each.number), middle, each.difference)
        painter.end()

    def _paint_number(self, painter: QPainter, words: str, middle: QPointF, difference: Difference) -> None:
        colours, reach = colours_now(), px(_NUMBER)
        pen = QPen(QColor(colours.text), px(4) if difference is Difference.NEW else 1.5)
        if difference is Difference.GONE:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.card))
        painter.drawEllipse(middle, reach, reach)
        painter.setPen(QColor(colours.text))
        where = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, words)


class CirclesBeside(QWidget):
    """Both drawings under their headings, and under them whose numbers they are."""

    def __init__(self, both: CirclesThenNow) -> None:
        super().__init__()
        self.then, self.now = StillCircles(both, is_now=False), StillCircles(both, is_now=True)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(px(16))
        for heading, circles in ((self.tr("Last time"), self.then), (self.tr("Now"), self.now)):
            self._pair.addWidget(_titled(heading, circles), 1)
        names = "   ".join(
            self.tr("{number}. {name}").format(number=each.number, name=each.name) for each in both.people
        )
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addLayout(self._pair)
        stack.addWidget(label(names, "hint"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One under the other where it is narrow."""
        super().resizeEvent(event)
        has_room = self.width() >= 2 * px(_NARROWEST)
        way = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        if way is not self._pair.direction():
            self._pair.setDirection(way)


def _titled(heading: str, circles: StillCircles) -> QWidget:
    made = QWidget()
    stack = QVBoxLayout(made)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.addWidget(label(heading, "label"))
    stack.addWidget(circles)
    stack.addStretch(1)
    return made
