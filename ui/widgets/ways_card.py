"""A card of lines, each a way to its place: what is still to be said, what is not finished, what comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.text import breakable, label


@dataclass(frozen=True, slots=True)
class Way:
    """A sentence and the name of the place it leads to, if to any. One to more of a list is its own button."""

    place: str
    words: str
    is_more: bool = False


class WaysCard(Card):
    """`chosen` tells the name of a place; `go` is what the buttons say, `kind` what the first one looks like."""

    chosen = Signal(str)

    def __init__(self, heading: str, *, go: str, hint: str = "", kind: str = "") -> None:
        super().__init__(heading)
        self._words, self._kind, self._rows, inside = go, kind, QVBoxLayout(), QWidget()
        self.go: list[QPushButton] = []
        self._shown: tuple[Way, ...] | None = None
        inside.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.put(inside)
        if hint:
            self.put(label(hint, "hint"))
        self.hide()

    @property
    def shown(self) -> list[str]:
        """The sentences that stand here."""
        return [each.words for each in self._shown or ()]

    def show_ways(self, ways: Sequence[Way]) -> None:
        """The lines in order; without any the card goes."""
        self.setVisible(bool(ways))
        if tuple(ways) == self._shown:
            return
        self._shown, self.go = tuple(ways), []
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for way in ways:
            self._rows.addWidget(self._more(way) if way.is_more else self._row(way))

    def _row(self, way: Way) -> QWidget:
        row = QFrame()
        row.setObjectName("line")
        sides = QHBoxLayout(row)
        sides.setContentsMargins(0, px(8), 0, px(8))
        sides.setSpacing(px(16))
        sides.addWidget(label(breakable(way.words)), 1)
        if way.place:
            go = self._way(way, self._words, self._kind if not self.go else "")
            go.setAccessibleName(self.tr("{go}: {sentence}").format(go=self._words, sentence=way.words))
            sides.addWidget(go)
        return row

    def _more(self, way: Way) -> QWidget:
        return self._way(way, way.words, "link")

    def _way(self, way: Way, words: str, kind: str) -> QPushButton:
        made = button(words, kind, press=partial(self.chosen.emit, way.place))
        made.setProperty("place", way.place)
        self.go.append(made)
        return made
