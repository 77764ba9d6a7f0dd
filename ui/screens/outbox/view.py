"""The page about what goes to the council. Shows what it is told and decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from ui.screens.outbox.enrol_card import EnrolCard
from ui.screens.outbox.words import LOOKING, NO_COUNCIL, NOTHING_SEALED, NOTHING_WAITS, Line, Shown
from ui.theme import px
from ui.widgets.busy import Busy
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.row import Row
from ui.widgets.text import label, say
from ui.widgets.told import Told


class OutboxView(Column):
    """`copy_requested` tells the folder that was chosen."""

    seal_requested = Signal()
    copy_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told, self.council, self.said = Told(""), label("", "hint"), label()
        self.seal = button(self.tr("Seal now"), "primary", press=self.seal_requested.emit)
        self.copy = button(self.tr("Copy sealed files to a folder"), press=self.choose_folder)
        self.waiting, self.sealed, self.enrol = Lines(), Lines(), EnrolCard()
        self._busy = Busy(self.seal, self.copy)
        self.waiting.show_lines([[label(LOOKING, "hint")]])
        self.put(label(self.tr("To the council"), "title"))
        for part in (self.told, self._card_of_waiting(), self.said, self._card_of_sealed(), self.enrol):
            self.put(part)
        self.said.hide()

    def show_all(self, shown: Shown) -> None:
        """How things stand, but for what waits."""
        self.told.tell(shown.trial if shown.council else NO_COUNCIL)
        say(self.council, shown.council)
        self.sealed.show_lines([_sealed(line) for line in shown.sealed] or [[label(NOTHING_SEALED)]])
        self.copy.setVisible(shown.can_copy)

    def show_waiting(self, waiting: Sequence[str]) -> None:
        """What waits to be sealed; it can be where a council is known."""
        self.waiting.show_lines([[label(words)] for words in waiting] or [[label(NOTHING_WAITS)]])
        is_next = self.seal.hasFocus()
        self.seal.setVisible(bool(self.council.text() and waiting))
        if is_next and self.seal.isHidden() and not self.copy.isHidden():
            self.copy.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """Nothing can be pressed twice."""
        self._busy.show(busy=busy)
        if busy:
            say(self.said, self.tr("Working. This takes a moment."))

    def show_done(self, sentence: str) -> None:
        """What was done."""
        say(self.said, sentence)

    def show_problem(self, sentence: str) -> None:
        """What went wrong, and what to do."""
        say(self.said, sentence, "error")

    def choose_folder(self) -> QFileDialog:
        """Ask where to; never in a loop of its own, so that locking can close it."""
        dialog = QFileDialog(self, self.tr("Copy sealed files to"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.copy_requested.emit(Path(chosen)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
        return dialog

    def _card_of_waiting(self) -> Card:
        card = Card(self.tr("Not sealed yet"))
        for part in (self.waiting, self.council):
            card.put(part)
        card.put_left(self.seal)
        self.council.hide()
        self.seal.hide()
        return card

    def _card_of_sealed(self) -> Card:
        hint = self.tr(
            "Received means that the file arrived and could be opened. It does not say that anybody read it."
        )
        card = Card(self.tr("Sealed visits"), hint)
        card.put(self.sealed)
        card.put(Row(self.copy))
        self.copy.hide()
        return card


class Lines(QWidget):
    """Short lists that are shown anew as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)

    def show_lines(self, lines: Sequence[Sequence[QWidget]]) -> None:
        """Each line is one or more labels under each other."""
        while (item := self._stack.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for parts in lines:
            frame = QFrame()
            frame.setObjectName("line")
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(0, px(8), 0, px(8))
            inside.setSpacing(px(4))
            for part in parts:
                inside.addWidget(part)
            self._stack.addWidget(frame)


def _sealed(line: Line) -> list[QWidget]:
    received = label(f"\N{HEAVY CHECK MARK} {line.state}", "received")
    return [label(line.words), received if line.is_received else label(line.state, "hint")]
