"""The card about the records on this laptop: backups, check, room, the disk. Shows what it is told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.fold import Fold
from ui.widgets.folder_field import FolderField
from ui.widgets.row import Row
from ui.widgets.secret_field import SecretField
from ui.widgets.text import label, say


class RecordsCard(Card):
    """`elsewhere_requested` tells a folder and the passphrase."""

    backup_requested = Signal()
    check_requested = Signal()
    elsewhere_requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(self.tr("This laptop's records"))
        self.lines, self._lines = QWidget(), QVBoxLayout()
        self.lines.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(8))
        self.back_up = button(self.tr("Back up now"), press=self.backup_requested.emit)
        self.check = button(self.tr("Check everything now"), press=self.check_requested.emit)
        self.folder = FolderField(self.tr("Which folder?"), hint=self.tr("A stick or a network folder."))
        self.secret = SecretField(self.tr("Your passphrase, once more"))
        self.make = button(self.tr("Make the backup there"), press=self._ask)
        self.said, self.said_there = label(), label()
        form = self._form()
        self.elsewhere = Fold(self.tr("Back up in another place"), lambda: form)
        for part in (self.lines, Row(self.back_up, self.check), self.said, self.elsewhere):
            self.put(part)
        for said in (self.said, self.said_there):
            said.hide()

    def show_lines(self, sentences: Sequence[str]) -> None:
        """How things stand."""
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for sentence in sentences:
            self._lines.addWidget(label(sentence))

    def show_doing(self, sentence: str, kind: str, *, busy: bool, is_elsewhere: bool) -> None:
        """What goes on, or what came of it, where it was asked for. Nothing can be begun twice."""
        say(self.said, "" if is_elsewhere else sentence, kind)
        say(self.said_there, sentence if is_elsewhere else "", kind)
        for part in (self.back_up, self.check, self.make):
            part.setDisabled(busy)

    def offer_folder(self, folder: str, *, is_fixed: bool) -> None:
        """The folder for the second backup, as far as it is chosen already."""
        self.folder.load(folder)
        self.folder.setDisabled(is_fixed)

    def show_problems(self, *, folder: str, secret: str) -> None:
        """What is missing, at its field; empty where nothing is."""
        self.folder.show_error(folder)
        self.secret.show_error(secret)

    def forget(self) -> None:
        """The passphrase was used, or the page is left."""
        self.secret.load("")

    def _form(self) -> QWidget:
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(16))
        for part in (self.folder, self.secret, Row(self.make), self.said_there):
            stack.addWidget(part)
        self.secret.entered.connect(self._ask)
        return inside

    def _ask(self) -> None:
        if self.make.isEnabled():
            self.elsewhere_requested.emit(self.folder.value(), self.secret.value())
