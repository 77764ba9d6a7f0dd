"""A part of the window that scrolls up and down, with a bar of its own that always has its room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar

from ui.theme import px


class Scroll(QScrollArea):
    """Qt's own bar counts as a child in the accessible tree while it shows, and Qt takes a child by its number without
    looking whether it is still there: a screen reader that asks when the bar goes ends the program. This one is none.

    The bar ends `free_below` pixels above the bottom.
    """

    def __init__(self, *, free_below: int = 0) -> None:
        super().__init__()
        self._free_below = free_below
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar, hidden = QScrollBar(Qt.Orientation.Vertical, self), self.verticalScrollBar()
        hidden.rangeChanged.connect(self._follow)
        hidden.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(hidden.setValue)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar is as tall as what scrolls."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """The bar stands where a line ends, on the left in some languages."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def _place(self) -> None:
        width, is_left = px(14), self.isRightToLeft()
        self.setViewportMargins(width if is_left else 0, 0, 0 if is_left else width, 0)
        self._bar.setGeometry(0 if is_left else self.width() - width, 0, width, self.height() - self._free_below)
        self._follow()

    def _follow(self) -> None:
        hidden = self.verticalScrollBar()
        self._bar.setRange(hidden.minimum(), hidden.maximum())
        self._bar.setPageStep(hidden.pageStep())
        self._bar.setSingleStep(hidden.singleStep())
        self._bar.setVisible(hidden.maximum() > hidden.minimum())
