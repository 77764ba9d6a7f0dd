"""A question answered by rows: cards to add, open, move and take out, or fixed ones to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from secrets import token_hex
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.tools.fields import Rows
from msp_desktop.tools.form import with_row
from msp_desktop.tools.values import ID, is_blank
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.fields.row_card import MakeField, RowCard
from ui.widgets.tab_order import in_reading_order
from ui.widgets.text import announce


class RowsField(Field):
    """The value is a list of rows, without empty ones; None where there is none.

    `record_wanted` asks for the rows that are recorded elsewhere already; `put_in` adds them.
    """

    record_wanted = Signal()

    def __init__(self, rows: Rows, make: MakeField) -> None:
        super().__init__(rows.ask, hint=rows.help)
        self.rows, self._make, self.cards = rows, make, list[RowCard]()
        self._around: Mapping[str, Any] = {}
        self._seen: Mapping[str, Any] = {}
        self._inside, self._list = QWidget(), QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(px(4))
        self._inside.setLayout(self._list)
        self.put(self._inside)
        name = rows.row_name[:1].lower() + rows.row_name[1:]
        self.add = button(self.tr("Add {name}").format(name=name or self.tr("a row")), press=self.add_row)
        self.add.setAccessibleDescription(rows.ask)
        self._stack.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        self.add.setHidden(bool(rows.each))
        self.recorded = button(self.tr("Put in what is recorded"), "link", press=self.record_wanted.emit)
        self.recorded.setAccessibleDescription(rows.ask)
        self._stack.addWidget(self.recorded, alignment=Qt.AlignmentFlag.AlignLeft)
        self.recorded.setHidden(rows.begins_with is None)
        self.load(None)

    def value(self) -> list[dict[str, Any]] | None:
        """The rows that hold something."""
        return [row for row in (card.value() for card in self.cards) if not is_blank(row)] or None

    def load(self, value: Sequence[Mapping[str, Any]] | None) -> None:
        """Show rows; a card whose row is still there stays open."""
        wanted = with_row(self.rows, value) if self.rows.each else [dict(row) for row in value or ()]
        while len(self.cards) > len(wanted):
            self._drop(self.cards[-1])
        for at, row in enumerate(wanted):
            if at < len(self.cards):
                self.cards[at].load(row)
            else:
                self._added(row)
        self._show_places()

    def refresh(self, around: Mapping[str, Any]) -> None:
        """Ask in every row what is asked now."""
        self._around = around
        for card in self.cards:
            card.refresh(around)

    def offer_from(self, values: Mapping[str, Any]) -> None:
        """Offer in every row the rows of other questions, as far as they may be seen."""
        self._seen = values
        for card in self.cards:
            card.offer_from(values)

    def focus(self) -> None:
        """Go to the first row, or to the button that adds one."""
        self.cards[0].fold.opener.setFocus() if self.cards else self.add.setFocus()

    def focus_on(self, row: int, column: str) -> Field:
        """Go to one question of one row that holds something."""
        filled = [card for card in self.cards if not is_blank(card.value())]
        return filled[row].focus(column)

    def add_row(self) -> RowCard:
        """One more empty row, open, with the cursor in it."""
        card = self._added({})
        self._show_places()
        card.open()
        return card

    def put_in(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows at the end, but none that says what one says already."""
        there = [{key: item for key, item in card.value().items() if key != ID} for card in self.cards]
        for row in rows:
            if row not in there:
                self._added(row)
        self._show_places()
        announce(self, self.tr("{count} put in.").format(count=len(rows)))
        self.changed.emit()

    def _added(self, row: Mapping[str, Any]) -> RowCard:
        if self.rows.numbered and not row.get(ID):  # by chance, so that no id that was taken out comes again
            row = {ID: token_hex(4), **row}
        fixed = self.rows.each[len(self.cards)].label if self.rows.each else ""
        name = fixed or self.rows.row_name or self.tr("Row {number}").format(number=len(self.cards) + 1)
        number = self.tr("row {number}").format(number=len(self.cards) + 1)
        card = RowCard(self.rows, row, name=name, where=fixed or number, make=self._make)
        card.refresh(self._around)
        card.offer_from(self._seen)
        self.cards.append(card)
        self._list.addWidget(card)
        card.changed.connect(self.changed)
        card.remove_requested.connect(partial(self._remove, card))
        card.up_requested.connect(partial(self._move, card, -1))
        card.down_requested.connect(partial(self._move, card, 1))
        return card

    def _remove(self, card: RowCard) -> None:
        self._drop(card)
        self._show_places()
        self.add.setFocus()
        announce(self, self.tr("Taken out."))
        self.changed.emit()

    def _drop(self, card: RowCard) -> None:
        self.cards.remove(card)
        self._list.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _move(self, card: RowCard, by: int) -> None:
        at = self.cards.index(card) + by
        self.cards.remove(card)
        self.cards.insert(at, card)
        self._list.removeWidget(card)
        self._list.insertWidget(at, card)
        self._show_places()
        (card.down if card.up.isHidden() else card.up).setFocus()
        announce(self, self.tr("Now at place {number} of {count}.").format(number=at + 1, count=len(self.cards)))
        self.changed.emit()

    def _show_places(self) -> None:
        for at, card in enumerate(self.cards):
            card.show_place(is_first=at == 0, is_last=at == len(self.cards) - 1)
        in_reading_order(self._list)
