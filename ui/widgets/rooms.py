"""Large rooms side by side, or one under the other where it is narrow, and a path underneath: a painted canvas.

Everything in a room is a real button. Walls and path are known in msp_desktop/tools/rooms.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout, QWidget

from msp_desktop.tools.rooms import Plan, drawing, plan
from ui.theme import colours_now, px
from ui.widgets.buttons import button
from ui.widgets.strokes import paint_strokes
from ui.widgets.text import label, short
from ui.widgets.words_button import WordsButton

_NARROW, _LOWEST, _LONGEST, _SKETCH = 560, 0.85, 120, 96


@dataclass(frozen=True, slots=True)
class Thing:
    """Something in a room: the row it comes from, its words, and what was drawn by hand."""

    row: int
    words: str
    sketch: Mapping[str, Any] | None = None


class Room(QWidget):
    """One room. A press anywhere in it, or on its button, asks to add to it; a press on a thing opens that."""

    opened = Signal(int)
    add_requested = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.things, self.buttons = name, tuple[Thing, ...](), list[WordsButton]()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._is_pressed = False
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.add = button(self.tr("Add"), press=self.add_requested.emit)
        self.add.setAccessibleName(self.tr("Add to: {room}").format(room=name))
        stack = self._stack = QVBoxLayout(self)
        stack.setContentsMargins(px(14), px(14), px(14), px(20))
        stack.setSpacing(px(8))
        stack.addWidget(label(name, "part"))
        stack.addWidget(inside)
        stack.addStretch(1)
        stack.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_things(self, things: Sequence[Thing]) -> None:
        """These things; nothing is made anew for the same ones."""
        if tuple(things) == self.things:
            return
        self.things = tuple(things)
        told = self.tr("{room}, things in it: {count}")
        self.setAccessibleName(told.format(room=self.name, count=len(things)))
        while (item := self._list.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        self.buttons = []
        for thing in things:
            if thing.sketch and drawing(thing.sketch)[1]:
                self._list.addWidget(ByHand(thing.sketch))
            self._put(thing)

    def height_at(self, width: int) -> int:
        """The height that it needs at a width."""
        return self._stack.heightForWidth(width)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press begins in the room."""
        self._is_pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """And ends in it."""
        if self._is_pressed and self.rect().contains(event.position().toPoint()):
            self.add_requested.emit()
        self._is_pressed = False

    def _put(self, thing: Thing) -> None:
        words = thing.words or self.tr("Nothing said yet")
        made = WordsButton(short(words, most=_LONGEST), press=partial(self.opened.emit, thing.row))
        made.setAccessibleName(self.tr("{room}: {words}").format(room=self.name, words=words))
        made.setAccessibleDescription(self.tr("Press to open it."))
        self._list.addWidget(made)
        self.buttons.append(made)


class ByHand(QWidget):
    """What was drawn by hand, small."""

    def __init__(self, sketch: Mapping[str, Any]) -> None:
        super().__init__()
        self._high, self._strokes = drawing(sketch)
        self._wide = px(_SKETCH) / max(1.0, self._high)
        self.setFixedSize(round(self._wide) + 4, round(self._wide * self._high) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its strokes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_strokes(painter, self._strokes, middle=QPointF(2, 2), width=self._wide, colour=colours_now().text)
        painter.end()


class RoomsCanvas(QWidget):
    """`opened` tells a row, `add_requested` the code of the room that was pressed."""

    opened = Signal(int)
    add_requested = Signal(str)

    def __init__(self, rooms: Mapping[str, str]) -> None:
        super().__init__()
        self.rooms = {code: Room(name, self) for code, name in rooms.items()}
        for code, room in self.rooms.items():
            room.opened.connect(self.opened)
            room.add_requested.connect(partial(self.add_requested.emit, code))
        self._things: Mapping[str, Sequence[Thing]] = {}
        self._plan = plan(len(rooms))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_things(self, things: Mapping[str, Sequence[Thing]]) -> None:
        """What is in each room, by the room's code."""
        self._things = things
        self._lay_out()

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width and from what is in the rooms."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the fullest room needs."""
        return round(width * self._plan_for(width).height)

    def sizeHint(self) -> QSize:
        """Rooms beside each other."""
        return QSize(px(680), self.heightForWidth(px(680)))

    def minimumSizeHint(self) -> QSize:
        """It shrinks with the page."""
        return QSize(px(240), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rooms go side by side, or one under the other."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The walls and the path."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        middle = QPointF(self.width() / 2, self.height() / 2)
        lines = (*self._plan.walls, *self._plan.path)
        paint_strokes(painter, lines, middle=middle, width=self.width(), colour=colours_now().text)
        painter.end()

    def _lay_out(self) -> None:
        width = max(1, self.width())
        for code, room in self.rooms.items():
            room.show_things(self._things.get(code, ()))
        before, self._plan = self._plan.height, self._plan_for(width)
        middle = QPointF(self.width() / 2, self.height() / 2)
        for room, place in zip(self.rooms.values(), self._plan.rooms, strict=True):
            at = middle + QPointF(place.x - place.width / 2, place.y - place.height / 2) * width
            where = QRectF(at.x(), at.y(), place.width * width, place.height * width).toRect()
            room.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), where))
        if self._plan.height != before:
            self.updateGeometry()
        self.update()

    def _plan_for(self, width: int) -> Plan:
        across = self._across(width)
        alone = plan(len(self.rooms), across=across).rooms[0].width * width
        needed = max(room.height_at(int(alone)) for room in self.rooms.values())
        lowest = _LOWEST if across > 1 else 0.0
        return plan(len(self.rooms), across=across, tall=max(lowest, needed / alone))

    def _across(self, width: int) -> int:
        return len(self.rooms) if width >= px(_NARROW) else 1
