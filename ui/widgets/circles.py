"""Names on rings around a person: a painted canvas with a real button for each name. Its geometry is tools/circles.py.

A list of the same names stands beside it (ui/widgets/fields/drawn_rows.py); both change the same rows.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from msp_desktop.tools.circles import CENTRE, OnRing, Place, box, placed, radii, ring_and_quarter
from ui.theme import colours_now, px
from ui.widgets.text import announce

_WIDEST_LETTERS, _MOST_LINES, _DRAG_PX = 15, 3, 8
_CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))
"""Where the words of each quarter stand, clockwise from the top left."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its place: the row it comes from, the ring from the middle, the quarter clockwise from top left."""

    row: int
    words: str
    ring: int
    quarter: int


class NameButton(QPushButton):
    """One name. Arrow keys and dragging move it; pressing it opens its row."""

    moved = Signal(int, int)
    dropped = Signal(QPoint)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._grip: QPoint | None = None
        self._is_dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up is further out, down is closer, left and right go to the next quarter."""
        steps = {
            Qt.Key.Key_Up: (1, 0), Qt.Key.Key_Down: (-1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(*step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._grip, self._is_dragged = event.position().toPoint(), False
        self.raise_()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse or finger."""
        if self._grip is None:
            return
        away = event.position().toPoint() - self._grip
        self._is_dragged = self._is_dragged or away.manhattanLength() > px(_DRAG_PX)
        if self._is_dragged:
            self.move(self.pos() + away)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: where its middle lies is its new place."""
        was_dragged, self._grip = self._is_dragged, None
        if was_dragged:
            self.setDown(False)
            self.dropped.emit(self.geometry().center())
        else:
            super().mouseReleaseEvent(event)


class Circles(QWidget):
    """`moved` tells row, ring and quarter; `opened` tells the row that was pressed."""

    moved = Signal(int, int, int)
    opened = Signal(int)

    def __init__(self, rings: Sequence[str], quarters: Sequence[str], *, centre: str) -> None:
        super().__init__()
        self.rings, self.quarters, self._centre = tuple(rings), tuple(quarters), centre
        self.names: tuple[Name, ...] = ()
        self.buttons: list[NameButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()

    def show_names(self, names: Sequence[Name]) -> None:
        """Put each name in its place; the button of a name keeps the keyboard while it moves."""
        self.names = tuple(names)
        while len(self.buttons) > len(self.names):
            gone = self.buttons.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.buttons) < len(self.names):
            self._add()
        for button, name in zip(self.buttons, self.names, strict=True):
            lines = textwrap.wrap(name.words, _WIDEST_LETTERS)[:_MOST_LINES]
            button.setText("\n".join(lines).replace("&", "&&"))
            button.setAccessibleName(self._told(name))
        self.setAccessibleName(self.tr("Circles around {who}. Names: {count}.").format(
            who=self._centre, count=len(self.names)))  # fmt: skip
        self._place()

    def hasHeightForWidth(self) -> bool:
        """It is as high as it is wide."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A square, no larger than is easy to look over."""
        return min(width, px(680))

    def sizeHint(self) -> QSize:
        """As large as it gets."""
        return QSize(px(680), px(680))

    def minimumSizeHint(self) -> QSize:
        """It shrinks with the page."""
        return QSize(px(240), px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names keep their places on the rings."""
        super().resizeEvent(event)
        self._dress()
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rings from the outside in, the lines between the quarters, their words, and the person in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_rings(painter)
        self._paint_words(painter)
        self._paint_centre(painter)
        painter.end()

    def _paint_rings(self, painter: QPainter) -> None:
        colours, side, middle = colours_now(), self._side(), self._middle()
        for at, radius in reversed(list(enumerate(radii(len(self.rings))))):
            painter.setBrush(QColor(colours.chosen if at % 2 == 0 else colours.card))
            painter.setPen(QPen(QColor(colours.edge), colours.hairline))
            painter.drawEllipse(middle, radius * side, radius * side)
        painter.setPen(QPen(QColor(colours.edge), colours.hairline, Qt.PenStyle.DashLine))
        half = side / 2
        painter.drawLine(QPointF(middle.x() - half, middle.y()), QPointF(middle.x() + half, middle.y()))
        painter.drawLine(QPointF(middle.x(), middle.y() - half), QPointF(middle.x(), middle.y() + half))

    def _paint_words(self, painter: QPainter) -> None:
        colours, side, corner = colours_now(), self._side(), self._corner()
        painter.setFont(self._font())
        metrics = QFontMetrics(self._font())
        for at, radius in enumerate(radii(len(self.rings))):
            words = metrics.elidedText(self.rings[at], Qt.TextElideMode.ElideRight, round(side * 0.36))
            width, height = metrics.horizontalAdvance(words) + px(8), metrics.height()
            top = QRectF(self._middle().x() - width / 2, self._middle().y() - radius * side + 2, width, height)
            painter.fillRect(top, QColor(colours.chosen if at % 2 == 0 else colours.card))
            painter.setPen(QColor(colours.text))
            painter.drawText(top, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QColor(colours.text))
        for words, (x, y) in zip(self.quarters, _CORNERS, strict=False):
            wide, high = side * 0.26, max(side * 0.06, 2.1 * metrics.height())
            place = QRectF(corner.x() + x * (side - wide), corner.y() + y * (side - high), wide, high)
            across = Qt.AlignmentFlag.AlignRight if x else Qt.AlignmentFlag.AlignLeft
            down = Qt.AlignmentFlag.AlignBottom if y else Qt.AlignmentFlag.AlignTop
            painter.drawText(place, across | down | Qt.TextFlag.TextWordWrap, words)

    def _paint_centre(self, painter: QPainter) -> None:
        colours, reach = colours_now(), CENTRE * self._side()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.primary))
        painter.drawEllipse(self._middle(), reach, reach)
        font = self._font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.on_primary))
        middle = self._middle()
        whole = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._centre)

    def _add(self) -> None:
        button, at = NameButton(self), len(self.buttons)
        button.setAccessibleDescription(
            self.tr("Arrow keys move it: up is further out, down is closer, left and right go to the next quarter.")
        )
        button.moved.connect(lambda ring, quarter: self._step(at, ring, quarter))
        button.dropped.connect(lambda point: self._drop(at, point))
        button.clicked.connect(lambda: self.opened.emit(self.names[at].row))
        button.show()
        self.buttons.append(button)

    def _step(self, at: int, ring: int, quarter: int) -> None:
        name = self.names[at]
        to = min(len(self.rings) - 1, max(0, name.ring + ring))
        self._move(at, to, (name.quarter + quarter) % len(self.quarters))

    def _drop(self, at: int, point: QPoint) -> None:
        away = (QPointF(point) - self._middle()) / self._side()
        ring, quarter = ring_and_quarter(
            away.x(), away.y(), rings=len(self.rings), quarters=len(self.quarters)
        )  # fmt: skip
        self._move(at, ring, quarter)

    def _move(self, at: int, ring: int, quarter: int) -> None:
        name = self.names[at]
        moved = Name(name.row, name.words, ring, quarter)
        self.show_names([moved if each is name else each for each in self.names])
        announce(self.buttons[at], self._told(moved))
        self.moved.emit(name.row, ring, quarter)

    def _told(self, name: Name) -> str:
        told = self.tr("{name}, {ring}, {quarter}")
        return told.format(name=name.words, ring=self.rings[name.ring], quarter=self.quarters[name.quarter])

    def _place(self) -> None:
        wanted = [OnRing(name.words, name.ring, name.quarter) for name in self.names]
        places = placed(wanted, rings=len(self.rings), quarters=len(self.quarters))
        for button, name, place in zip(self.buttons, self.names, places, strict=True):
            self._put(button, name, place)

    def _put(self, button: NameButton, name: Name, place: Place) -> None:
        side, (width, height) = self._side(), box(name.words)
        needed = button.sizeHint()
        size = QSize(max(round(width * side), needed.width()), max(round(height * side), needed.height(), px(28)))
        middle = self._middle() + QPointF(place.x, place.y) * side
        x = min(max(0, round(middle.x() - size.width() / 2)), max(0, self.width() - size.width()))
        y = min(max(0, round(middle.y() - size.height() / 2)), max(0, self.height() - size.height()))
        button.setGeometry(x, y, size.width(), size.height())

    def _side(self) -> float:
        return float(max(1, min(self.width(), self.height()) - 4))

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _corner(self) -> QPointF:
        half = self._side() / 2
        return self._middle() - QPointF(half, half)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(px(11), round(self._side() * 0.02)))
        return font

    def _dress(self) -> None:
        c, size = colours_now(), self._font().pixelSize()
        self.setStyleSheet(
            f"QPushButton {{ background: {c.card}; color: {c.text}; border: 2px solid {c.primary};"
            f" border-radius: {px(10)}px; padding: {px(2)}px {px(6)}px; font-size: {size}px; font-weight: 600; }}"
            f"QPushButton:focus {{ background: {c.primary}; color: {c.on_primary}; }}"
        )
