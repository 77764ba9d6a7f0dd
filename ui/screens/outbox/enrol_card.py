"""The card that joins these records to a council: a file, six words to compare by voice, the passphrase once more."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.busy import Busy
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.row import Row
from ui.widgets.secret_field import SecretField
from ui.widgets.text import label, say


class EnrolCard(Card):
    """`file_chosen` tells the council's file, `agreed` the passphrase of somebody for whom the words were the same."""

    file_chosen = Signal(object)
    agreed = Signal(str)
    refused = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Your council"))
        self.said, self.choose = label(), button(self.tr("Choose the council's file"), press=self.choose_file)
        self.name, self.how, self.words = label(), label("", "hint"), label("", "heading")
        self.secret = SecretField(self.tr("Your passphrase, once more"))
        self.same = button(self.tr("Seal for this council"), "primary", press=self._agree)
        self.differ = button(self.tr("The words differ"), press=self.refused.emit)
        self._asked: tuple[QWidget, ...] = (self.name, self.how, self.words, self.secret, Row(self.same, self.differ))
        self._busy = Busy(self.same, self.differ, self.choose)
        for part in (self.said, *self._asked, Row(self.choose)):
            self.put(part)
        self.secret.entered.connect(self._agree)
        self.said.hide()
        self.ask_nothing()

    def ask(self, name: str, words: str) -> None:
        """Whether this is the council; without words it is known already and only has a newer file."""
        how = self.tr("Ring your council on a number that you know already, and let them read out their six words:")
        self.name.setText(name)
        self.how.setText(how)
        self.words.setText(words)
        for part in self._asked:
            part.show()
        for part in (self.how, self.words, self.differ):
            part.setVisible(bool(words))
        self.choose.hide()
        say(self.said, "")
        self.secret.load("")
        self.secret.show_error("")
        self.secret.focus()

    def ask_nothing(self) -> None:
        """Only the way to a file is left."""
        for part in self._asked:
            part.hide()
        self.secret.load("")
        self.choose.show()

    def show_busy(self, *, busy: bool) -> None:
        """Nothing can be pressed twice."""
        self._busy.show(busy=busy)

    def show_wrong_passphrase(self, sentence: str) -> None:
        """The passphrase is not the one of these records."""
        self.secret.show_error(sentence)
        self.secret.focus()

    def show_told(self, sentence: str, kind: str = "hint") -> None:
        """What was done, or why not."""
        say(self.said, sentence, kind)

    def choose_file(self) -> QFileDialog:
        """Ask for the file; never in a loop of its own, so that locking can close it."""
        dialog = QFileDialog(self, self.tr("The council's file"), "", self.tr("Council (council.json)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.file_chosen.emit(Path(chosen)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
        return dialog

    def _agree(self) -> None:
        if self.same.isEnabled():
            self.agreed.emit(self.secret.value())
