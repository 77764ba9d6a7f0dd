"""The visit pack: what is in it, how large it is printed, and two ways out. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from msp_desktop.sheets.content import Format
from msp_desktop.tools.strings import ENGLISH, LANGUAGES
from ui.widgets.busy import Busy
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.row import Row
from ui.widgets.text import label, say


class PackCard(Card):
    """`folder_chosen` tells where the files are to go."""

    print_requested = Signal()
    folder_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            self.tr("The visit pack"),
            self.tr("Blank sheets to take along, printed in one go. Each has its own mark at its foot, which says"
                    " nothing to a stranger and by which you find it again."),
        )  # fmt: skip
        self.inside, self.said = label(), label()
        self.format = ChoiceField(
            self.tr("How are they written?"),
            {
                str(Format.STANDARD): self.tr("Standard"),
                str(Format.LARGE): self.tr("Large print"),
                str(Format.EASY): self.tr("Easy Read, with pictures, where a sheet has it"),
            },
            must_choose=True,
        )
        self.format.load(str(Format.STANDARD))
        self.language = ChoiceField(
            self.tr("In which language, where a sheet has it?"), LANGUAGES, must_choose=True,
            hint=self.tr("Where no speaker has checked the words yet, the sheet says so at its foot."),
        )  # fmt: skip
        self.language.load(ENGLISH)
        self.print_button = button(self.tr("Print the pack"), "primary", press=self.print_requested.emit)
        self.save = button(self.tr("Save the pack as files"), press=self.choose_folder)
        self._ways, self._busy = Row(self.print_button, self.save), Busy(self.print_button, self.save)
        for part in (self.inside, self.format, self.language, self._ways, self.said):
            self.put(part)
        self.said.hide()
        self.format.changed.connect(self._show_language)
        self.show_titles(())

    def show_titles(self, titles: Sequence[str]) -> None:
        """What is in it."""
        nothing = self.tr("Nothing is in it yet. Press “In the visit pack” beside each sheet that you want.")
        told = self.tr("In it: {titles}.").format(titles="; ".join(titles))
        self.inside.setText(told if titles else nothing)
        for part in (self.format, self._ways):
            part.setVisible(bool(titles))
        self._show_language()

    def _show_language(self) -> None:
        """Easy Read has one language, so it asks for none."""
        self.language.setVisible(not self.format.isHidden() and self.format.value() != Format.EASY)

    def chosen_language(self) -> str:
        """The language they are to be printed in."""
        return ENGLISH if self.format.value() == Format.EASY else self.language.value() or ENGLISH

    def show_busy(self, *, busy: bool) -> None:
        """Nothing can be pressed twice."""
        self._busy.show(busy=busy)

    def show_done(self, sentence: str) -> None:
        """What came of it."""
        say(self.said, sentence)

    def show_problem(self, sentence: str) -> None:
        """What went wrong, and what to do."""
        say(self.said, sentence, "error")

    def choose_folder(self) -> QFileDialog:
        """Ask where to; never in a loop of its own, so that locking can close it."""
        dialog = QFileDialog(self, self.tr("Save the pack in"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.folder_chosen.emit(Path(chosen)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
        return dialog
