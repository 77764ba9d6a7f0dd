"""One row of a question that has rows: its name to open it, and under it its own small questions."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from msp_desktop.tools.fields import Column, Rows
from msp_desktop.tools.form import visible_columns
from msp_desktop.tools.values import ID, ROW, in_words, is_blank, row_in_words
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.fields.row_of import RowOfField
from ui.widgets.fold import Fold
from ui.widgets.pictures import picture
from ui.widgets.row import Row
from ui.widgets.tab_order import name_within
from ui.widgets.text import announce, label

MakeField = Callable[[Column], Field]
LONGEST_NAME = 40


class RowCard(QFrame):
    """Its questions are made when it is first opened; what it holds and does not ask stays as it was."""

    changed = Signal()
    remove_requested = Signal()
    up_requested = Signal()
    down_requested = Signal()

    def __init__(self, rows: Rows, given: Mapping[str, Any], *, name: str, where: str, make: MakeField) -> None:
        super().__init__()
        self.setObjectName("line")
        self.rows, self._given, self._name, self._make = rows, dict(given), name, make
        self._where, self._ways = where, (False, False)
        self.fields: dict[str, Field] = {}
        self._around: Mapping[str, Any] = {}
        self._seen: Mapping[str, Any] = {}
        self.fold, self.rest = Fold("", self._inside), label("", "hint")
        self.remove = button(self.tr("Take this out"), "link", press=self.remove_requested.emit)
        self.up = button(self.tr("Move up"), "link", press=self.up_requested.emit)
        self.down = button(self.tr("Move down"), "link", press=self.down_requested.emit)
        self.more: Fold | None = None
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, px(4), 0, px(12))
        stack.addWidget(self.fold)
        stack.addWidget(self.rest)
        self.fold.turned.connect(lambda _: self._say_name())
        self._say_name()

    def value(self) -> dict[str, Any]:
        """What the row holds."""
        now = {key: field.value() for key, field in self.fields.items()}
        together = {**self._given, **now}
        return {key: item for key, item in together.items() if key in (ROW, ID) or not is_blank(item)}

    def load(self, value: Mapping[str, Any]) -> None:
        """Show another row in its place."""
        if dict(value) != self.value():
            self._given = dict(value)
            for key, field in self.fields.items():
                field.load(value.get(key))
            self.refresh(self._around)

    def open(self) -> None:
        """Show its questions, with the cursor in the first."""
        self.fold.open()
        next(iter(self.fields.values())).focus()

    def focus(self, column: str) -> Field:
        """Go to one of its questions."""
        self.fold.open()
        if self.more is not None and column not in self.fields:
            self.more.open()
        self.fields[column].focus()
        return self.fields[column]

    def refresh(self, around: Mapping[str, Any]) -> None:
        """Ask what is asked now, given the answers around the row."""
        self._around = around
        asked = {each.key for each in visible_columns(self.rows, self.value(), around)}
        for key, field in self.fields.items():
            if field.isHidden() and key in asked and self.isVisible():
                announce(field, self.tr("New question: {question}").format(question=field.question))
            field.setHidden(key not in asked)
        self._say_name()

    def offer_from(self, values: Mapping[str, Any]) -> None:
        """Offer the rows of other questions, as far as they may be seen."""
        self._seen = values
        for field in self.fields.values():
            if isinstance(field, RowOfField):
                field.offer_from(values)

    def show_place(self, *, is_first: bool, is_last: bool) -> None:
        """Which ways it can move."""
        self._ways = (not is_first, not is_last)
        if self.up.parentWidget() is not None:  # without a place it would be a window for a moment
            self._show_ways()

    def _show_ways(self) -> None:
        for each, is_open in zip((self.up, self.down), self._ways, strict=True):
            each.setVisible(is_open)

    def _inside(self) -> QWidget:
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(px(16), 0, 0, 0)
        stack.setSpacing(px(20))
        for each in self.rows.columns:
            if not each.more:
                self._put(each, stack)
        later = [each for each in self.rows.columns if each.more]
        if later:
            self.more = Fold(self.tr("More"), lambda: self._later(later))
            self.more.opener.setProperty("kind", "link")
            self.more.opener.setAccessibleName(
                self.tr("More: {question}, {row}").format(question=self.rows.ask, row=self._where)
            )
            stack.addWidget(self.more)
            if any(not is_blank(self._given.get(each.key)) for each in later):
                self.more.open()
        if not self.rows.each:
            stack.addWidget(Row(self.up, self.down, self.remove))
            self._show_ways()
        self.refresh(self._around)
        return inside

    def _later(self, later: list[Column]) -> QWidget:
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(20))
        for each in later:
            self._put(each, stack)
        self.refresh(self._around)
        return inside

    def _put(self, column: Column, stack: QVBoxLayout) -> None:
        if column.picture:
            stack.addWidget(picture(column.picture))
        stack.addWidget(self._field(column))

    def _field(self, column: Column) -> Field:
        field = self._make(column)
        field.load(self._given.get(column.key))
        self.fields[column.key] = field
        if isinstance(field, RowOfField):
            field.offer_from(self._seen)
        field.changed.connect(self._changed)
        name_within(field, self._where)
        return field

    def _changed(self) -> None:
        self.refresh(self._around)
        name_within(self, self._where)
        self.changed.emit()

    def _say_name(self) -> None:
        # A button does not wrap its words, so it has the name alone and the rest stands under it.
        row = self.value()
        first = in_words(self.rows.columns[0], row.get(self.rows.columns[0].key)) if not self.rows.each else ""
        name = textwrap.shorten(first, LONGEST_NAME, placeholder="…") or self._name
        is_said = not self.rows.each and name == first
        rest = row_in_words(self.rows, {**row, self.rows.columns[0].key: None} if is_said else row)
        self.fold.opener.setText(name.replace("&", "&&"))
        self.fold.opener.setAccessibleName(
            self.tr("{name}, {where}").format(name=name, where=self._where) if not self.rows.each else name
        )  # two rows may begin alike
        self.fold.describe(rest)
        self.rest.setText(rest)
        self.rest.setHidden(not rest or is_blank(row) or self.fold.is_open)
        for each in (self.remove, self.up, self.down):
            each.setAccessibleName(self.tr("{what}: {name}").format(what=each.text(), name=name))
