"""The screen for the recovery code. Shows what it is told and decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.widgets.buttons import button
from ui.widgets.door_page import DoorPage
from ui.widgets.line_field import LineField
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.row import Row
from ui.widgets.text import label, say


class RecoverView(DoorPage):
    """`recovery_requested` tells the code and the new passphrase; `back_requested` asks for the screen before."""

    recovery_requested = Signal(str, str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Use your recovery code"))
        self.put(label(self.tr("Your code sets a new passphrase. It works once: you get a new code to write down.")))
        hint = self.tr("Seven groups of four, from your paper. Small or capital letters, with or without lines.")
        self.code, self.secret, self.said = LineField(self.tr("Recovery code"), hint=hint), NewPassphrase(), label()
        self.button = button(self.tr("Open with this code"), "primary", press=self._request)
        self.back = button(self.tr("Back"), press=self.back_requested.emit)
        for part in (self.code, self.secret, self.said, Row(self.button, self.back)):
            self.put(part)
        self.said.hide()
        self.code.entered.connect(self.secret.first.focus)
        self.secret.entered.connect(self._request)

    def show_problem(self, sentence: str) -> None:
        """Why the code does not open the records."""
        self.code.show_error(sentence)
        self.code.focus()

    def show_busy(self, *, busy: bool) -> None:
        """While the vault is being opened nothing can be pressed twice."""
        for part in (self.button, self.back, self.code, self.secret):
            part.setDisabled(busy)
        say(self.said, self.tr("Opening. This takes a few seconds.") if busy else "")

    def _request(self) -> None:
        self.code.show_error("")
        passphrase = self.secret.passphrase()
        if not self.secret.again.error.text():
            self.recovery_requested.emit(self.code.value(), passphrase)
