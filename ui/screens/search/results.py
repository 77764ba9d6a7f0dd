"""The list of results: painted line by line, since a widget for each would hold up the typing. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.screens.search.lines import Line
from ui.theme import colours_now, px

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Lines(QAbstractListModel):
    """The lines of the list; a screen reader gets the whole of each."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.heights: dict[tuple[int, int], int] = {}
        """Of each line at each width, since Qt asks for them again and again."""

    def show(self, lines: Sequence[Line]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.lines, self.heights = tuple(lines), {}
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is told of a line."""
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.lines[index.row()].told if index.isValid() and role in told else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is passed over by the arrow keys. Qt asks for a line that went while it was pressed, too."""
        if not index.isValid() or not self.lines[index.row()].opens:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LinePainter(QStyledItemDelegate):
    """Paints one line: its title and, under it, the words with those that were found in bold and underlined."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it into its place."""
        line, colours, place = _model(index).lines[index.row()], colours_now(), option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(place, QColor(colours.chosen if is_chosen else colours.card))
        if is_chosen:
            painter.fillRect(QRect(place.topLeft(), QSize(px(4), place.height())), QColor(colours.primary))
        painter.fillRect(place.left(), place.bottom(), place.width(), colours.hairline, QColor(colours.line))
        y = float(place.top() + px(12 if line.opens else 16))
        for layout, colour in _layouts(line, place.width() - px(32)):
            painter.setPen(QColor(colour))
            layout.draw(painter, QPointF(place.left() + px(16), y))
            y += layout.boundingRect().height() + px(4)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words need at the width of the list."""
        width, model = _width(option), _model(index)
        if (index.row(), width) not in model.heights:
            line = model.lines[index.row()]
            words = sum(layout.boundingRect().height() + px(4) for layout, _ in _layouts(line, width - px(32)))
            model.heights[index.row(), width] = round(words) + px(20 if line.opens else 24)
        return QSize(width, model.heights[index.row(), width])


class ResultList(QListView):
    """`opened` tells the place of the line that was pressed. It is as high as its lines; the page scrolls."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = Lines()
        self.setObjectName("results")
        self.setModel(self.rows)
        self.setItemDelegate(LinePainter(self))
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for hide in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._press)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the first result is where the arrow keys begin."""
        self.rows.show(lines)
        first = next((place for place, line in enumerate(self.rows.lines) if line.opens), None)
        if first is not None:
            self.setCurrentIndex(self.rows.index(first))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other heights."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def _press(self, index: QModelIndex) -> None:
        if index.isValid() and self.rows.lines[index.row()].opens:
            self.opened.emit(index.row())

    def _fit(self) -> None:
        heights = (self.sizeHintForIndex(self.rows.index(row)).height() for row in range(self.rows.rowCount()))
        self.setFixedHeight(sum(heights) + 2 * self.frameWidth())


def _layouts(line: Line, width: int) -> list[tuple[QTextLayout, str]]:
    colours = colours_now()
    size = 19 if not line.opens else 15
    found = [(_layout(line.title, (), width, size=size, is_bold=True), colours.text)]
    if line.words:
        layout = _layout(line.words, line.marks, width, size=15, is_bold=False)
        found.append((layout, colours.muted if line.is_covered else colours.text))
    return found


def _layout(words: str, marks: Sequence[tuple[int, int]], width: int, *, size: int, is_bold: bool) -> QTextLayout:
    font = QFont()
    font.setPixelSize(px(size))
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_marked(start, end) for start, end in marks])
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _marked(start: int, end: int) -> QTextLayout.FormatRange:
    made, form = QTextLayout.FormatRange(), QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setFontUnderline(True)
    made.start, made.length, made.format = start, end - start, form
    return made


def _model(index: Index) -> Lines:
    model = index.model()
    assert isinstance(model, Lines)  # noqa: S101 - the painter belongs to this list
    return model


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    assert isinstance(view, ResultList)  # noqa: S101 - as above
    return view.viewport().width()
