"""The screen that shows a recovery code and then asks for one group of it. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.door_page import DoorPage
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.text import label

_ACROSS = 4


class CodeView(DoorPage):
    """`retyped` tells the group that was typed from the paper; `asked` is its place, from 0."""

    retyped = Signal(str)

    def __init__(self, groups: Sequence[str], *, asked: int) -> None:
        super().__init__(self.tr("Your recovery code"))
        self.groups = [label(group, "heading") for group in groups]
        self.go_on = button(self.tr("I have written it down"), "primary", press=self.ask)
        self.shown = self._page_with_code()
        self.field = LineField(self.tr("Type group {n} from your paper").format(n=asked + 1), width=200)
        self.done = button(self.tr("Go on"), "primary", press=self._request)
        self.again = button(self.tr("Show the code again"), press=self.show_code)
        self._ask = Row(self.done, self.again)
        self.put(self.shown)
        self.card.put_left(self.go_on)
        for part in (self.field, self._ask):
            self.put(part)
        self.field.entered.connect(self._request)
        self.show_code()

    def show_code(self) -> None:
        """The code, to be written down."""
        self._turn(asks=False)
        self.go_on.setFocus()

    def ask(self) -> None:
        """The code is gone from the screen, and one group of it is asked for."""
        self._turn(asks=True)
        self.field.load("")
        self.field.show_error("")
        self.field.focus()

    def show_problem(self, sentence: str) -> None:
        """What was typed is not what stands there."""
        self.field.show_error(sentence)
        self.field.edit.selectAll()
        self.field.focus()

    def show_busy(self, *, busy: bool) -> None:
        """Nothing can be pressed twice."""
        self.done.setDisabled(busy)

    def _turn(self, *, asks: bool) -> None:
        for part in (self.shown, self.go_on):
            part.setHidden(asks)
        for part in (self.field, self._ask):
            part.setVisible(asks)

    def _request(self) -> None:
        if self.done.isEnabled():
            self.retyped.emit(self.field.value())

    def _page_with_code(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(12))
        why = label(self.tr("It opens your records if you forget your passphrase. It is shown only now."))
        how = label(
            self.tr(
                "Write it on paper by hand. Do not print it, photograph it or save it in a file."
                " Keep the paper away from this laptop."
            )
        )
        grid.addWidget(why, 1, 0, 1, _ACROSS)
        for place, group in enumerate(self.groups):
            grid.addWidget(_numbered(place + 1, group), 2 + place // _ACROSS, place % _ACROSS)
        grid.addWidget(how, 4, 0, 1, _ACROSS)
        return page


def _numbered(number: int, group: QLabel) -> QWidget:
    """A group under its number, also for those who hear it."""
    pair = QWidget()
    stack = QVBoxLayout(pair)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.addWidget(label(pair.tr("Group {n}").format(n=number), "caption"))
    stack.addWidget(group)
    return pair
