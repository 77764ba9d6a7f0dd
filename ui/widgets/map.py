"""Names and the lines between them: a painted canvas with a real button for each name, and its key in words.

Where everything stands is known in msp_desktop/tools/map.py; a list of the same rows stands beside it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from msp_desktop.tools.circles import CENTRE, Place
from msp_desktop.tools.map import LETTER, SAMPLE, Map, Node, Sample
from ui.theme import colours_now, px
from ui.widgets.circles import NameButton
from ui.widgets.row import Row
from ui.widgets.strokes import paint_strokes
from ui.widgets.text import dress_again, label

MakeMap = Callable[[bool], Map]
"""Makes the map, with numbers for names where there is no room for them."""

_WIDEST, _LETTER_WIDE, _EDGE, _MOST_LINES, _SMALLEST, _SMALL = 680, 0.0118, 0.02, 3, 11, 0.017


_TARGET = 24
"""Pixels that a finger needs at the least, at any text size."""


class MapCanvas(QWidget):
    """`opened` tells the row that was pressed, `stepped` one that arrow keys move, `dropped` one that was dragged.

    A step goes across and down; the place of a drop is in parts of the map's width, from its middle. `laid_out` tells
    that another map is shown.
    """

    opened = Signal(int)
    stepped = Signal(int, int, int)
    dropped = Signal(int, float, float)
    laid_out = Signal()

    def __init__(self, how: str) -> None:
        super().__init__()
        self.map, self._how = Map(0.5), how
        self.buttons: list[NameButton] = []
        self._make: MakeMap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()

    def show_map(self, make: MakeMap) -> None:
        """Put every name in its place; the button of a name keeps the keyboard while it moves."""
        self._make = make
        self._lay_out()

    def focus_row(self, row: int) -> None:
        """Go to the button of a row."""
        for button, node in zip(self.buttons, self.map.nodes, strict=True):
            if node.row == row:
                button.setFocus()

    def button_of(self, row: int) -> NameButton:
        """The button of a row; raises StopIteration where it is not drawn."""
        return next(button for button, node in zip(self.buttons, self.map.nodes, strict=True) if node.row == row)

    @property
    def has_side_words(self) -> bool:
        """Whether there is room for the words beside the rows of the map."""
        metrics = QFontMetricsF(self._small_font())
        words = ((word, each.place) for each in self.map.labels if not each.is_tag for word in each.words.split())
        return all(metrics.horizontalAdvance(word) <= place.width * self._width() for word, place in words)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the map is, no wider than is easy to look over."""
        return round(min(width, px(_WIDEST)) * self.map.height) + 4

    def sizeHint(self) -> QSize:
        """As large as it gets."""
        return QSize(px(_WIDEST), self.heightForWidth(px(_WIDEST)))

    def minimumSizeHint(self) -> QSize:
        """It shrinks with the page."""
        return QSize(px(240), self.heightForWidth(px(240)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names keep their places."""
        super().resizeEvent(event)
        self._dress()
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines, who stands in the middle, and small words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_now()
        paint_strokes(painter, self.map.strokes, middle=self._middle(), width=self._width(), colour=colours.text)
        if self.map.centre:
            self._paint_centre(painter)
        for each in self.map.labels:
            if each.is_tag or self.has_side_words:
                self._paint_label(painter, each.words, each.place, is_tag=each.is_tag)
        painter.end()

    def _paint_centre(self, painter: QPainter) -> None:
        colours, reach, middle = colours_now(), CENTRE * self._width(), self._middle()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.primary))
        painter.drawEllipse(middle, reach, reach)
        font = self._font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.on_primary))
        whole = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.map.centre)

    def _paint_label(self, painter: QPainter, words: str, place: Place, *, is_tag: bool) -> None:
        colours = colours_now()
        font = self._small_font()
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        where = self._rect(place)
        if is_tag:
            metrics = QFontMetricsF(font)
            size = QPointF(metrics.horizontalAdvance(words) + px(6), metrics.height())
            where = QRectF(where.center() - size / 2, where.center() + size / 2)
            painter.fillRect(where, QColor(colours.card))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _lay_out(self) -> None:
        if self._make is None:
            return
        before = self.map.height
        self.map = self._make(False)  # noqa: FBT003 - as the signature has it
        if not self.map.is_numbered and px(_SMALLEST) > self.map.letter * self._width() * 1.02:
            self.map = self._make(True)  # noqa: FBT003
        self.setAccessibleName(self.map.told)
        self._show_buttons()
        if self.map.height != before:
            self.updateGeometry()
        self.update()
        self.laid_out.emit()

    def _show_buttons(self) -> None:
        while len(self.buttons) > len(self.map.nodes):
            gone = self.buttons.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.buttons) < len(self.map.nodes):
            self._add()
        for button, node in zip(self.buttons, self.map.nodes, strict=True):
            button.setText(node.mark or self._wrapped(node))
            button.setToolTip(node.words if node.mark else "")
            button.setAccessibleName(node.told)
            if button.property("sign") is not node.in_sign:
                button.setProperty("sign", node.in_sign)
                dress_again(button)
            self._put(button, node.place)

    def _add(self) -> None:
        button, at = NameButton(self), len(self.buttons)
        button.setAccessibleDescription(self._how)
        button.clicked.connect(lambda: self.opened.emit(self.map.nodes[at].row))
        button.moved.connect(lambda out, across: self.stepped.emit(self.map.nodes[at].row, across, -out))
        button.dropped.connect(lambda point: self._drop(at, point))
        button.show()
        self.buttons.append(button)

    def _drop(self, at: int, point: QPoint) -> None:
        away = (QPointF(point) - self._middle()) / self._width()
        self.dropped.emit(self.map.nodes[at].row, away.x(), away.y())
        self._lay_out()  # whatever was let go beside a place goes back to its own

    def _wrapped(self, node: Node) -> str:
        size = self.map.letter / LETTER
        letters = max(6, round((node.place.width / size - _EDGE) / _LETTER_WIDE))
        return "\n".join(textwrap.wrap(node.words, letters)[:_MOST_LINES]).replace("&", "&&")

    def _put(self, button: NameButton, place: Place) -> None:
        where, needed = self._rect(place), button.sizeHint()
        size = QSize(max(round(where.width()), needed.width()), max(round(where.height()), needed.height(), px(28)))
        if button.property("sign"):  # the sign goes on being seen around it
            size = needed.expandedTo(QSize(_TARGET, _TARGET))
        x = min(max(0, round(where.center().x() - size.width() / 2)), max(0, self.width() - size.width()))
        y = min(max(0, round(where.center().y() - size.height() / 2)), max(0, self.height() - size.height()))
        button.setGeometry(x, y, size.width(), size.height())

    def _rect(self, place: Place) -> QRectF:
        size = QPointF(place.width, place.height) * self._width()
        middle = self._middle() + QPointF(place.x, place.y) * self._width()
        return QRectF(middle - size / 2, middle + size / 2)

    def _width(self) -> float:
        return float(max(1, min(self.width(), px(_WIDEST))))

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(px(_SMALLEST), round(self.map.letter * 0.9 * self._width())))
        return font

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(px(_SMALLEST), round(_SMALL * self._width())))
        return font

    def _dress(self) -> None:
        c, size = colours_now(), self._font().pixelSize()
        self.setStyleSheet(
            f"QPushButton {{ background: {c.card}; color: {c.text}; border: 2px solid {c.primary};"
            f" border-radius: {px(8)}px; padding: {px(1)}px {px(4)}px; font-size: {size}px; font-weight: 600; }}"
            'QPushButton[sign="true"] { border: 0; padding: 0; }'
            f'QPushButton:focus, QPushButton[sign="true"]:focus {{ background: {c.primary}; color: {c.on_primary}; }}'
        )


class MapKey(Row):
    """What the lines and signs mean: each painted small, with its words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Sample, ...] = ()
        self._parts: list[QWidget] = []

    def show_key(self, samples: tuple[Sample, ...]) -> None:
        """These lines of the key; nothing is made anew for the same ones."""
        if samples == self.shown:
            return
        for part in self._parts:
            self.take_out(part)
        self.shown, self._parts = samples, [_Entry(sample) for sample in samples]
        for part in self._parts:
            self.put(part)


class _Entry(QWidget):
    """One line of the key."""

    def __init__(self, sample: Sample) -> None:
        super().__init__()
        self._sample = sample
        self._words = label(sample.words, "caption")
        self._words.setWordWrap(False)
        self._words.setParent(self)
        self._words.move(self._side() + px(8), 0)
        self._words.adjustSize()
        self.setFixedSize(self._words.x() + self._words.width() + px(8), max(self._words.height(), px(26)))
        self._words.move(self._words.x(), (self.height() - self._words.height()) // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sample at the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self._side() / 2, self.height() / 2)
        colour = colours_now().text
        if self._sample.letter:
            painter.setPen(QColor(colour))
            painter.drawText(
                QRectF(0, 0, self._side(), self.height()), Qt.AlignmentFlag.AlignCenter, self._sample.letter
            )
        paint_strokes(painter, self._sample.strokes, middle=middle, width=self._side() / SAMPLE[0], colour=colour)
        painter.end()

    def _side(self) -> int:
        return px(64)
