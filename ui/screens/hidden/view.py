"""The plain page that stands in the window while everything is hidden: a list like anybody's. Decides nothing.

It names nobody and no program. A PIN can be typed on it without opening anything first.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.column import Column
from ui.widgets.row import Row
from ui.widgets.secret_field import SecretField
from ui.widgets.text import label


class HiddenView(Column):
    """`pin_entered` tells what was typed, `others_requested` that somebody wants to go on from here, `digit_typed` that
    somebody types without having been asked.
    """

    pin_entered = Signal(str)
    others_requested = Signal()
    digit_typed = Signal()

    def __init__(self) -> None:
        super().__init__(widest=480)
        self.title = self.tr("Shopping")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.title)
        self.put(label(self.title, "title"))
        self.others = button(self.tr("Other lists"), press=self.others_requested.emit)
        self.field = SecretField(self.tr("PIN"))
        self.open = button(self.tr("Open"), press=self._enter)
        self._lay_out()
        for thing in (
            self.tr("Milk"), self.tr("Bread"), self.tr("Apples"), self.tr("Tea"), self.tr("Washing-up liquid"),
            self.tr("Light bulbs"), self.tr("Stamps"),
        ):  # fmt: skip
            self.put(label(thing))

    def ask_pin(self) -> None:
        """A place for the PIN, with the cursor in it."""
        self._asking.show()
        self.others.hide()
        self.field.focus()

    def show_wrong(self, sentence: str) -> None:
        """The PIN was another one."""
        self.field.load("")
        self.field.show_error(sentence)
        self.field.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits begin the PIN, Enter goes on from here, and nothing else does anything."""
        if event.text().isdigit():
            self.digit_typed.emit()
            if self._asking.isVisible():
                self.field.edit.insert(event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.others_requested.emit()

    def _enter(self) -> None:
        if digits := self.field.value():
            self.pin_entered.emit(digits)

    def _lay_out(self) -> None:
        self._asking = QWidget()
        inside = QVBoxLayout(self._asking)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(8))
        self.field.edit.setMaxLength(8)
        self.field.edit.setMaximumWidth(px(160))
        self.field.entered.connect(self._enter)
        inside.addWidget(self.field)
        inside.addWidget(Row(self.open))
        for part in (Row(self.others), self._asking):
            self.put(part)
        self._asking.hide()
