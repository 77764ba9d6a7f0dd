"""Choosing a PIN: a line over the pages as long as there is none, or a field on the page of keys. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from msp_desktop.pin import LONGEST
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.row import Row
from ui.widgets.secret_field import SecretField
from ui.widgets.text import label, say


class PinField(SecretField):
    """`chosen` tells the digits."""

    chosen = Signal(str)

    def __init__(self, *beside: QWidget) -> None:
        super().__init__(self.tr("F9 hides everything at once. Choose a PIN to bring it back, 4 to 8 digits:"))
        self.edit.setMaxLength(LONGEST)
        self.edit.setFixedWidth(px(140))
        self.keep, self.said = button(self.tr("Keep this PIN"), press=self._choose), label()
        for part in (Row(self.edit, self.keep, *beside), self.said):
            self._stack.addWidget(part)
        self.said.hide()
        self.entered.connect(self._choose)

    def show_chosen(self) -> None:
        """It is kept: the field is free again."""
        self.load("")
        self.show_error("")
        say(self.said, self.tr("Your PIN is chosen. It counts until the records are locked, and is written nowhere."))

    def _choose(self) -> None:
        self.chosen.emit(self.value())


class PinOffer(QFrame):
    """The line over the pages. `put_off` tells that somebody would rather not choose one now."""

    put_off = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("here")
        self.later = button(self.tr("Not now"), "link", press=self._put_off)
        self.field = PinField(self.later)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(px(24), px(8), px(24), px(8))
        inside.addWidget(self.field)
        self.hide()

    def _put_off(self) -> None:
        self.put_off.emit()
        self.hide()
