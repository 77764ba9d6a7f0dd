"""The tools that the team wrote itself: which there are, where they lie, what is wrong with a file, taking one in.

Decides nothing. It stands on the Tools page, folded away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.row import Row
from ui.widgets.text import breakable, label, say, shortened

MOST = 40
"""Lines of one list that are shown: nobody reads more, and the command line tells them all."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with the team's tools: their titles, each faulty file with what to do, and the folder in words."""

    tools: tuple[str, ...]
    faults: tuple[str, ...]
    folder: str
    is_allowed: bool


class TeamCard(Card):
    """`file_chosen` tells a file to take in."""

    file_chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Tools of your team"))
        self.tools, self.faults, self.notes = Lines(), Lines("error"), Lines()
        self.folder, self.said = label(), label()
        self.choose = button(self.tr("Choose a file to take in"), press=self.choose_file)
        self._choose = Row(self.choose)
        hint = self.tr(
            "What your team wrote itself stands among the others and says so. On paper it is class C: it stays with"
            " you. A file is a tool (.yaml) or an XLSForm (.xlsx)."
        )
        taking_in = (label(hint, "hint"), self._choose, self.said, self.notes)
        for part in (*taking_in, self.faults, self.tools, self.folder):
            self.put(part)
        self.said.hide()

    def show_standing(self, standing: Standing) -> None:
        """What there is now."""
        self.tools.show_lines(self.tr("Your team's tools"), standing.tools)
        self.faults.show_lines(self.tr("Files that need a look"), standing.faults)
        self.folder.setText(breakable(standing.folder))
        self._choose.setVisible(standing.is_allowed)

    def show_taken(self, sentence: str, heading: str, lines: Sequence[str], *, is_problem: bool = False) -> None:
        """What came of taking a file in, and a list of what to know about it."""
        say(self.said, breakable(sentence), "error" if is_problem else "hint")
        self.notes.show_lines(heading, lines)

    def show_busy(self, *, busy: bool) -> None:
        """Nothing can be pressed twice."""
        self.choose.setDisabled(busy)

    def choose_file(self) -> QFileDialog:
        """Ask which; never in a loop of its own, so that locking can close it."""
        dialog = QFileDialog(self, self.tr("Choose a file to take in"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tools and forms (*.yaml *.yml *.xlsx)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda chosen: self.file_chosen.emit(Path(chosen)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
        return dialog


class Lines(QWidget):
    """A heading and lines under it; nothing where there are none."""

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self._kind, self._stack = kind, QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(px(8))
        self.hide()

    def show_lines(self, heading: str, lines: Sequence[str]) -> None:
        """These and no others."""
        while (item := self._stack.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = [shortened(line, most=600) for line in lines[:MOST]]
        if len(lines) > MOST:
            shown.append(self.tr("And {n} more.").format(n=len(lines) - MOST))
        for words, kind in [(heading, "label"), *((line, self._kind) for line in shown)] if lines else ():
            self._stack.addWidget(label(words, kind))
        self.setVisible(bool(lines))
