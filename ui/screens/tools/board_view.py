"""A tool's answers side by side, above its questions: each a card in its column that leads to its question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from msp_desktop.tools.board import Card as Answer
from msp_desktop.tools.board import Column
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.text import label
from ui.widgets.words_button import WordsButton

_NARROWEST = 200
"""Pixels at 100 % that a column needs; in less room the columns stand one under the other."""


class BoardView(QWidget):
    """`opened` tells the field and the row that somebody pressed, row -1 for the question itself."""

    opened = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.columns: list[BoardColumn] = []
        self._shown: tuple[Column, ...] = ()
        self._side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._side_by_side.setContentsMargins(0, 0, 0, 0)
        self._side_by_side.setSpacing(px(12))

    def show_columns(self, columns: Sequence[Column]) -> None:
        """These columns; one that is as it was stays as it is, and keeps the keyboard."""
        while len(self.columns) < len(columns):
            made = BoardColumn()
            made.opened.connect(self.opened)
            self.columns.append(made)
            self._side_by_side.addWidget(made, 1)
        for widget, column in zip(self.columns, columns, strict=True):
            widget.show_column(column)
        self.setHidden(not any(column.fields for column in columns))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        self._turn()

    @property
    def is_side_by_side(self) -> bool:
        """Whether the columns stand beside each other."""
        return self._side_by_side.direction() is QBoxLayout.Direction.LeftToRight

    def _turn(self) -> None:
        has_room = self.width() >= len(self.columns) * px(_NARROWEST)
        way = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        if way is not self._side_by_side.direction():
            self._side_by_side.setDirection(way)


class BoardColumn(Card):
    """One column: its heading, its answers, and a button to its question."""

    opened = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._stack.setContentsMargins(px(12), px(12), px(12), px(12))
        self._stack.setSpacing(px(8))
        self.column: Column | None = None
        self.cards: list[WordsButton] = []
        self.heading, answers = label("", "part"), QWidget()
        self._list = QVBoxLayout(answers)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.go = button(self.tr("Add here"), press=self._go)
        for part in (self.heading, answers):
            self.put(part)
        self.put_left(self.go)
        self._stack.addStretch(1)

    def show_column(self, column: Column) -> None:
        """Its answers as they are now."""
        if column == self.column:
            return
        self.column = column
        self.setVisible(bool(column.fields))
        told = self.tr("{column}, answers: {count}").format(column=column.title, count=len(column.cards))
        self.setAccessibleName(told)
        self.heading.setText(column.title)
        self.go.setAccessibleName(self.tr("Add to: {column}").format(column=column.title))
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(column, answer) for answer in column.cards]

    def _card(self, column: Column, answer: Answer) -> WordsButton:
        above = "" if column.has_one_question else answer.ask
        row = -1 if answer.row is None else answer.row
        card = WordsButton(answer.words, above=above, press=partial(self.opened.emit, answer.field, row))
        card.setAccessibleName(self.tr("{column}: {words}").format(column=column.title, words=answer.words))
        card.setAccessibleDescription(self.tr("Press to go to its question."))
        self._list.addWidget(card)
        return card

    def _go(self) -> None:
        if self.column is not None and self.column.fields:
            self.opened.emit(self._empty_field(self.column), -1)

    def _empty_field(self, column: Column) -> str:
        """The first question that nothing was said to yet, or else the first."""
        answered = {card.field for card in column.cards}
        return next((key for key in column.fields if key not in answered), column.fields[0])
