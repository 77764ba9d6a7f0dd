"""Parts side by side that go on in the next line when there is no room, so that large text is never cut."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.theme import px


class Row(QWidget):
    """Buttons and other small parts in reading order."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._flow = Flow(self, gap=px(8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in parts:
            self.put(part)

    def put(self, part: QWidget) -> None:
        """Add a part at the end."""
        self._flow.addWidget(part)

    def take_out(self, part: QWidget) -> None:
        """Remove a part for good."""
        self._flow.removeWidget(part)
        part.hide()
        part.deleteLater()


class Flow(QLayout):
    """The layout of a row: in the direction of reading, line by line."""

    def __init__(self, parent: QWidget, *, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt gives a new part."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The part at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a part up."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that all lines need at a width."""
        return self._place(QRect(0, 0, width, 0), moves=False)

    def expandingDirections(self) -> Qt.Orientation:
        """A row asks for no more than it needs."""
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        """All parts on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The largest part."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Put every part in its place."""
        super().setGeometry(rect)
        self._place(rect, moves=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, moves: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        is_mirrored = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for item in self._shown():
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if moves:
                size = QSize(min(hint.width(), rect.width()), hint.height())
                place = QRect(QPoint(x, y), size)
                item.setGeometry(_read_from_the_right(place, rect) if is_mirrored else place)
            x, line = x + hint.width() + self._gap, max(line, hint.height())
        return y + line - rect.y()


def _read_from_the_right(place: QRect, inside: QRect) -> QRect:
    # Qt's own QStyle.visualRect makes Python learn all that a style can do, 5 ms at each start.
    return place.translated(inside.left() + inside.right() - place.left() - place.right(), 0)
