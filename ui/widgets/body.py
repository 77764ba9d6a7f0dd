"""One outline of a body with its marks: a painted canvas with a real button for each, and a way to the other outlines.

Outlines and regions are known in msp_desktop/tools/body.py; a list of the same marks stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from msp_desktop.tools.body import Mark, outline, place, spot
from ui.theme import colours_now, px
from ui.widgets.buttons import button
from ui.widgets.choosing import show_checked, when_chosen
from ui.widgets.circles import NameButton
from ui.widgets.row import Row
from ui.widgets.strokes import paint_strokes
from ui.widgets.text import label

_HIGHEST, _WIDEST, _TARGET = 560, 520, 28


class MarkButton(NameButton):
    """The number of a mark. Arrow keys and dragging move it, Page Up and Page Down carry it to another outline."""

    carried = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys for the outlines; the rest as on every drawing."""
        by = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if by is not None:
            self.carried.emit(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class BodyCanvas(QWidget):
    """`pressed` tells a spot where there was no mark, `opened`, `stepped`, `carried` and `dropped` a row's mark.

    A step goes across and down, a carry to the outline before or behind; spots are in thousandths of the outline.
    """

    pressed = Signal(int, int)
    opened = Signal(int)
    stepped = Signal(int, int, int)
    carried = Signal(int, int)
    dropped = Signal(int, int, int)

    def __init__(self, view: str) -> None:
        super().__init__()
        self.view, self.marks = view, tuple[Mark, ...]()
        self.buttons: list[MarkButton] = []
        self._is_pressed = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()

    def show_view(self, view: str, called: str, marks: Sequence[Mark]) -> None:
        """One outline and the marks on it; the button of a mark keeps the keyboard while it moves."""
        is_new, self.view, self.marks = view != self.view, view, tuple(marks)
        while len(self.buttons) > len(self.marks):
            gone = self.buttons.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.buttons) < len(self.marks):
            self._add()
        for each, mark in zip(self.buttons, self.marks, strict=True):
            each.setText(str(mark.number))
            each.setAccessibleName(self.told(mark))
        self.setAccessibleName(self.tr("Outline: {view}. Marks: {count}.").format(view=called, count=len(marks)))
        if is_new:
            self.updateGeometry()
        self._place()
        self.update()

    def told(self, mark: Mark) -> str:
        """A mark in words."""
        words = self.tr("{number}. {name}, {place}") if mark.name else self.tr("{number}. {place}")
        return words.format(number=mark.number, name=mark.name, place=mark.place)

    def focus_row(self, row: int) -> None:
        """Go to the mark of a row, where this outline has it."""
        for each, mark in zip(self.buttons, self.marks, strict=True):
            if mark.row == row:
                each.setFocus()

    def point_of(self, x: int, y: int) -> QPoint:
        """Where a spot lies on the widget."""
        return (self._middle() + QPointF(*place(self.view, x, y)) * self._width()).toPoint()

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the outline is, no larger than is easy to look over."""
        return round(min(px(_HIGHEST), min(width, px(_WIDEST)) * outline(self.view).height))

    def sizeHint(self) -> QSize:
        """As large as it gets."""
        return QSize(px(_WIDEST), self.heightForWidth(px(_WIDEST)))

    def minimumSizeHint(self) -> QSize:
        """It shrinks with the page."""
        return QSize(px(200), px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Marks keep their spots."""
        super().resizeEvent(event)
        self._dress()
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press begins on the outline."""
        self._is_pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """And ends on it."""
        if self._is_pressed and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(*self._spot(event.position()))
        self._is_pressed = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shapes, the lines on them, and their words."""
        painter, colours, drawn = QPainter(self), colours_now(), outline(self.view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, width = self._middle(), self._width()
        for each in drawn.shapes:
            painter.setPen(QPen(QColor(colours.text), max(1.4, each.weight * width)))
            painter.setBrush(QColor(colours.card))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) * width for x, y in each.points]))
        paint_strokes(painter, drawn.lines, middle=middle, width=width, colour=colours.text)
        painter.setFont(self._font())
        painter.setPen(QColor(colours.text))
        for word in drawn.words:
            at = middle + QPointF(word.x, word.y) * width
            wide = width * (0.5 if len(drawn.words) > 1 else 1)
            around = QRectF(at.x() - wide / 2, at.y() - px(20), wide, px(40))
            painter.drawText(around, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, word.words)
        painter.end()

    def _add(self) -> None:
        made, at = MarkButton(self), len(self.buttons)
        made.setAccessibleDescription(
            self.tr("Arrow keys move it. Page Up and Page Down carry it to another outline. Enter opens it.")
        )
        made.moved.connect(lambda up, right: self.stepped.emit(self.marks[at].row, right, -up))
        made.carried.connect(lambda by: self.carried.emit(self.marks[at].row, by))
        made.dropped.connect(lambda point: self.dropped.emit(self.marks[at].row, *self._spot(QPointF(point))))
        made.clicked.connect(lambda: self.opened.emit(self.marks[at].row))
        made.show()
        self.buttons.append(made)

    def _spot(self, point: QPointF) -> tuple[int, int]:
        away = (point - self._middle()) / self._width()
        return spot(self.view, away.x(), away.y())

    def _place(self) -> None:
        for each, mark in zip(self.buttons, self.marks, strict=True):
            needed, at = each.sizeHint(), self.point_of(mark.x, mark.y)
            side = max(px(_TARGET), needed.height())
            size = QSize(max(side, needed.width()), side)
            x = min(max(0, at.x() - size.width() // 2), max(0, self.width() - size.width()))
            y = min(max(0, at.y() - size.height() // 2), max(0, self.height() - size.height()))
            each.setGeometry(x, y, size.width(), size.height())

    def _width(self) -> float:
        return max(1.0, min(self.width() - 4.0, (self.height() - 4) / outline(self.view).height))

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(13))
        return font

    def _dress(self) -> None:
        c = colours_now()
        self.setStyleSheet(
            f"QPushButton {{ background: {c.primary}; color: {c.on_primary}; border: 2px solid {c.card};"
            f" border-radius: {px(12)}px; padding: {px(1)}px {px(5)}px; font-size: {px(14)}px; font-weight: 700; }}"
            f"QPushButton:focus {{ background: {c.card}; color: {c.text}; border: 2px solid {c.primary}; }}"
        )


class Outlines(QWidget):
    """Which outline is shown, as buttons; each tells how many marks it has. `chosen` tells the code."""

    chosen = Signal(str)

    def __init__(self, views: Mapping[str, str]) -> None:
        super().__init__()
        self.views, self._group = dict(views), QButtonGroup(self)
        self.buttons = {code: self._button(at, code) for at, code in enumerate(views)}
        self.hint = label(self.tr("Press on the outline where the mark is. Its number appears there."), "hint")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(Row(*self.buttons.values()))
        stack.addWidget(self.hint)
        when_chosen(self._group, lambda at: self.chosen.emit(list(self.views)[at]))

    def show_counts(self, shown: str, counts: Mapping[str, int]) -> None:
        """Which one is shown, and how many marks each has."""
        self._group.setExclusive(False)
        for code, each in self.buttons.items():
            count = counts.get(code, 0)
            words = self.tr("{view} ({count})") if count else "{view}"
            each.setText(words.format(view=self.views[code], count=count))
            show_checked(each, checked=code == shown)
        self._group.setExclusive(True)

    def _button(self, at: int, code: str) -> QPushButton:
        made = button(self.views[code], "step")
        made.setCheckable(True)
        made.setAutoExclusive(True)  # a screen reader hears a radio button
        self._group.addButton(made, at)
        return made
