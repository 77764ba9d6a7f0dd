"""How a line of the list looks: the name, and smaller under it what else is known. All lines are of one height."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.screens.people.model import FACTS
from ui.theme import colours_now, px

_LONGEST = "Last time alone together: 24 Oct 2026, 240 minutes. The visit planned for 24 Oct 2026 has not begun."
"""As wide as the sentences under a name get; it says how many lines they need, for all alike."""


class LineDelegate(QStyledItemDelegate):
    """Paints a line of the list; long names end in dots and are read in full on the person's own page."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One height for all at a width."""
        width = max(px(200), self._view.viewport().width())
        name, facts = QFontMetrics(_bold(option.font)).lineSpacing(), option.fontMetrics.lineSpacing()
        return QSize(width, name + _lines(option.fontMetrics, width - 2 * px(12)) * facts + 2 * px(10) + px(2))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground as the style has it, then the words."""
        style = self._view.style()
        self.initStyleOption(option, index)
        option.text = ""  # the words are painted below
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        area: QRect = option.rect.adjusted(px(12), px(10), -px(12), -px(10))
        _write(painter, option, area, str(index.data()), str(index.data(FACTS)))


def _write(painter: QPainter, option: QStyleOptionViewItem, area: QRect, name: str, facts: str) -> None:
    bold, colours = _bold(option.font), colours_now()
    metrics = QFontMetrics(bold)
    start = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    painter.save()
    painter.setFont(bold)
    painter.setPen(QColor(colours.text))
    elided = metrics.elidedText(" ".join(name.split()), Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(QRect(area.left(), area.top(), area.width(), metrics.lineSpacing()).toRectF(), elided, start)
    painter.setFont(option.font)
    painter.setPen(QColor(colours.muted))
    painter.drawText(area.adjusted(0, metrics.lineSpacing() + px(2), 0, 0).toRectF(), facts, start)
    painter.restore()


def _lines(metrics: QFontMetrics, width: int) -> int:
    whole = metrics.horizontalAdvance(_LONGEST)
    # A line breaks between words, so several hold a little less than their widths together.
    return 1 if whole <= width else math.ceil(whole * 1.1 / max(1, width))


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
