"""One section of the person's page: a card with lines that are shown anew as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.row import Row
from ui.widgets.text import breakable, label


class Section(Card):
    """One part of the page. Lines come and go in it."""

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Lines come or go meanwhile: the section is laid out once and not at each of them."""
        layout = self.layout()
        assert layout is not None  # noqa: S101  a card has one
        layout.setEnabled(False)
        try:
            yield
        finally:
            layout.setEnabled(True)
            layout.invalidate()


class Lines(QWidget):
    """Lines under each other, and a button for the page that follows."""

    def __init__(self, more: str) -> None:
        super().__init__()
        self.more = button(more)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self._more = Row(self.more)
        self._more.setContentsMargins(0, px(12), 0, 0)
        self._stack.addWidget(self._more)
        self._more.hide()
        self.hide()

    def clear(self) -> None:
        """Nothing, at once."""
        while self._stack.count() > 1:
            item = self._stack.takeAt(0)
            if item is not None and (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        self._more.hide()
        self.hide()

    def add(self, lines: Iterable[QWidget], *, has_more: bool) -> None:
        """Lines behind those that are there."""
        for line in lines:
            self._stack.insertWidget(self._stack.count() - 1, line)
        self._more.raise_()  # a screen reader reads in the order of birth
        self._more.setVisible(has_more)
        self.setVisible(self._stack.count() > 1)


def line(
    words: Iterable[tuple[str, str]], *beside: QWidget, before: QWidget | None = None, under: Iterable[QWidget] = ()
) -> QFrame:
    """One line: sentences as (words, kind of label), what stands before and beside them and what under them."""
    frame, told = QFrame(), QWidget()
    frame.setObjectName("line")
    sides, inside = QHBoxLayout(frame), QVBoxLayout(told)
    sides.setContentsMargins(0, px(10), 0, px(10))
    sides.setSpacing(px(12))
    inside.setSpacing(px(2))
    inside.setContentsMargins(0, px(9) if beside else 0, 0, 0)  # the words of a button stand as high
    if before is not None:
        sides.addWidget(before, alignment=Qt.AlignmentFlag.AlignTop)
    for part in (*(label(breakable(text), kind) for text, kind in words if text), *under):
        inside.addWidget(part)
    inside.addStretch(1)
    sides.addWidget(told, 1)
    for part in beside:
        sides.addWidget(part, alignment=Qt.AlignmentFlag.AlignTop)
    return frame


def opener(text: str, name: str) -> QPushButton:
    """A small button at a line; its name by ear tells which line."""
    made = button(text, "link")
    made.setAccessibleName(name)
    return made
