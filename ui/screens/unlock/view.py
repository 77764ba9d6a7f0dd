"""The unlock screen: shows what it is told and reports the passphrase. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.widgets.buttons import button
from ui.widgets.door_page import DoorPage
from ui.widgets.row import Row
from ui.widgets.secret_field import SecretField
from ui.widgets.text import label, say


class UnlockView(DoorPage):
    """One field, one button, and two other ways."""

    unlock_requested = Signal(str)
    recovery_requested = Signal()
    others_requested = Signal()

    def __init__(self, where: str) -> None:
        super().__init__(self.tr("Locked records"))
        self._where = where
        self.whose, self.demo, self.said = label("", "hint"), label(), label()
        self.field = SecretField(self.tr("Passphrase"))
        self.passphrase, self.problem = self.field.edit, self.field.error
        self.button = button(self.tr("Unlock"), "primary", press=self._request)
        self.recover = button(self.tr("Use my recovery code"), "link", press=self.recovery_requested.emit)
        self.others = button(self.tr("Other records on this laptop"), "link", press=self.others_requested.emit)
        for part in (self.whose, self.demo, self.field, self.said):
            self.put(part)
        self.card.put_left(self.button)
        self.put(Row(self.recover, self.others))
        self.said.hide()
        self.field.entered.connect(self._request)

    def show_whose(self, name: str, *, is_demo: bool) -> None:
        """Whose records these are; the folder stands in its place where nobody said."""
        say(self.whose, name or self._where, "heading" if name else "hint")
        self.demo.setText(self.tr("Demo. Everything in here is made up.") if is_demo else "")
        self.demo.setVisible(is_demo)

    def show_problem(self, sentence: str) -> None:
        """What went wrong, at the field; the field's own name says it too, for a screen reader."""
        self.field.show_error(sentence)
        self.passphrase.selectAll()
        self.field.focus()

    def show_busy(self, *, busy: bool) -> None:
        """While the vault is being opened nothing can be pressed twice."""
        self.button.setDisabled(busy)
        self.passphrase.setReadOnly(busy)
        say(self.said, self.tr("Opening. This takes a few seconds.") if busy else "")

    def _request(self) -> None:
        if self.button.isEnabled():
            self.unlock_requested.emit(self.passphrase.text())
