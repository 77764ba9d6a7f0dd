"""A longer text that can begin with what was answered elsewhere in the tool, and is edited by hand afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from ui.widgets.buttons import button
from ui.widgets.text import announce
from ui.widgets.words_field import WordsField


class DraftedField(WordsField):
    """`lines_wanted` asks for the lines that the answers make now; `put_in` adds them under what is there already."""

    lines_wanted = Signal()

    def __init__(self, question: str, *, hint: str = "", lines: int = 6) -> None:
        super().__init__(question, hint=hint, lines=lines)
        self.fetch = button(self.tr("Put the answers in"), press=self.lines_wanted.emit)
        self.fetch.setAccessibleName(self.tr("Put the answers in: {question}").format(question=question))
        self._stack.addWidget(self.fetch, alignment=Qt.AlignmentFlag.AlignLeft)

    def put_in(self, lines: Sequence[str]) -> None:
        """Add lines at the end; nothing that was written is touched."""
        if not lines:
            announce(self, self.tr("Nothing is answered yet that could be put in."))
            return
        before = self.value().rstrip()
        self.load("\n\n".join(part for part in (before, "\n\n".join(lines)) if part))
        self.changed.emit()
        announce(self, self.tr("The answers are put in. Read them through, and change what you like."))
        self.box.setFocus()
