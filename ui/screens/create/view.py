"""The screen that makes new locked records. Shows what it is told and decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.widgets.buttons import button
from ui.widgets.door_page import DoorPage
from ui.widgets.line_field import LineField
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.row import Row
from ui.widgets.text import label, say


class CreateView(DoorPage):
    """`make_requested` tells name and passphrase; `back_requested` asks for the screen before."""

    make_requested = Signal(str, str)
    back_requested = Signal()

    def __init__(self, *, is_first: bool) -> None:
        super().__init__(self.tr("Make your locked records"))
        self.put(
            label(
                self.tr(
                    "What you record stays on this laptop, locked. Only your passphrase opens it,"
                    " or a recovery code that you write down in the next step."
                )
            )
        )
        hint = self.tr("As it should stand under your notes. This laptop shows it before anything is unlocked.")
        self.worker, self.secret = LineField(self.tr("Your name"), hint=hint), NewPassphrase()
        self.said = label()
        self.make = button(self.tr("Make my locked records"), "primary", press=self._request)
        self.back = button(self.tr("Back"), press=self.back_requested.emit)
        self._buttons = Row(self.make, self.back)
        for part in (self.worker, self.secret, self.said, self._buttons):
            self.put(part)
        self.back.setHidden(is_first)
        self.said.hide()
        self.worker.entered.connect(self.secret.first.focus)
        self.secret.entered.connect(self._request)

    def show_no_name(self, sentence: str) -> None:
        """A name is missing."""
        self.worker.show_error(sentence)
        self.worker.focus()

    def show_problem(self, sentence: str) -> None:
        """What went wrong while they were made; what was typed stays."""
        say(self.said, sentence, "error")

    def show_busy(self, *, busy: bool) -> None:
        """Say that it takes a moment, and why."""
        for part in (self._buttons, self.worker, self.secret):
            part.setHidden(busy)
        making = self.tr(
            "Making your locked records. This laptop is measured first, so that guessing the passphrase takes long."
            " It can take half a minute."
        )
        say(self.said, making if busy else "")

    def _request(self) -> None:
        passphrase = self.secret.passphrase()
        if self.secret.again.error.text():
            return
        self.worker.show_error("")
        self.make_requested.emit(self.worker.value(), passphrase)
