"""Options on a ring, each leading to the next: a painted canvas with a real button for each, one of them checked.

Where they stand is known in msp_desktop/tools/cycle.py; the same options stand in a list beside it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from msp_desktop.tools.cycle import HEIGHT, arrows, places
from ui.theme import colours_now, px
from ui.widgets.choosing import show_checked, when_chosen
from ui.widgets.strokes import paint_strokes

_WIDEST, _LETTERS = 620, 13


class CycleCanvas(QWidget):
    """`chosen` tells a code. Where the words have no room, numbers stand for them."""

    chosen = Signal(str)

    def __init__(self, options: Mapping[str, str]) -> None:
        super().__init__()
        self.options, self._group = dict(options), QButtonGroup(self)
        self.buttons = {code: self._button(at, words) for at, (code, words) in enumerate(options.items())}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        when_chosen(self._group, lambda at: self.chosen.emit(list(self.options)[at]))

    def show_chosen(self, code: str | None) -> None:
        """Which one is chosen, or none."""
        self._group.setExclusive(False)
        for each, button in self.buttons.items():
            show_checked(button, checked=each == code)
        self._group.setExclusive(True)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the ring is, no larger than is easy to look over."""
        return round(min(width, px(_WIDEST)) * HEIGHT)

    def sizeHint(self) -> QSize:
        """As large as it gets."""
        return QSize(px(_WIDEST), self.heightForWidth(px(_WIDEST)))

    def minimumSizeHint(self) -> QSize:
        """It shrinks with the page."""
        return QSize(px(240), px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Each option in its place, in words or as a number."""
        super().resizeEvent(event)
        stand = places(len(self.buttons))
        has_words = self._side() >= px(_WIDEST) * 0.9
        for at, (button, words) in enumerate(zip(self.buttons.values(), self.options.values(), strict=True)):
            told = "\n".join(textwrap.wrap(words, _LETTERS)).replace("&", "&&")
            button.setText(told if has_words else str(at + 1))
            middle = self._middle() + QPointF(stand[at].x, stand[at].y) * self._side()
            size = button.sizeHint()
            button.resize(size)
            button.move(round(middle.x() - size.width() / 2), round(middle.y() - size.height() / 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The arrows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines, colour = arrows(len(self.buttons)), colours_now().text
        paint_strokes(painter, lines, middle=self._middle(), width=self._side(), colour=colour)
        painter.end()

    def _button(self, at: int, words: str) -> QPushButton:
        made = QPushButton("", self)
        made.setCheckable(True)
        made.setAutoExclusive(True)  # a screen reader hears a radio button
        made.setAccessibleName(words)
        c = colours_now()
        made.setStyleSheet(
            f"QPushButton {{ background: {c.card}; color: {c.text}; border: 2px solid {c.edge}; min-height: {px(28)}px;"
            f" border-radius: {px(10)}px; padding: {px(2)}px {px(8)}px; font-size: {px(14)}px; font-weight: 600; }}"
            f"QPushButton:checked {{ background: {c.primary}; color: {c.on_primary}; border: 4px solid {c.text}; }}"
        )
        self._group.addButton(made, at)
        return made

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _side(self) -> float:
        return max(1.0, min(self.width() - 4.0, (self.height() - 4) / HEIGHT))
