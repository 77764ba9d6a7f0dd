"""A question answered in free words: a box that grows with what is written, up to a limit."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ui.theme import px
from ui.widgets.field import Field

LONGEST_LINE, MOST_LINES, LONGEST = 50_000, 50_000, 5 * 1024 * 1024
"""Letters without a line break, lines, and letters in all that a box takes at once; more would hold up every key."""


class WordsBox(QPlainTextEdit):
    """Plain text that leaves the Tab key to moving on. `enter_pressed` tells of Enter; Shift+Enter is a new line.

    `refused` says why nothing was pasted; what was copied is still in the clipboard.
    """

    enter_pressed = Signal()
    refused = Signal(str)

    def __init__(self, *, lines: int = 3, keeps_enter: bool = True) -> None:
        super().__init__()
        self._lines, self._keeps_enter = lines, keeps_enter
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is told, unless it belongs to the text."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_new_line = self._keeps_enter or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if is_enter and not is_new_line:
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted, unless the box could not be used any more with it."""
        text = source.text()
        if len(text) > LONGEST:
            self.refused.emit(self.tr("This is too long to keep in one place. Nothing was pasted. Paste a part of it."))
        elif text.count("\n") > MOST_LINES:
            self.refused.emit(self.tr("This has too many lines. Nothing was pasted. Paste a part of it."))
        elif len(text) > LONGEST_LINE and max(map(len, text.splitlines())) > LONGEST_LINE:
            self.refused.emit(self.tr("One line of this is too long. Nothing was pasted. Break it into lines first."))
        else:
            super().insertFromMimeData(source)

    def _grow(self) -> None:
        lines = min(12, max(self._lines, self.document().blockCount()))
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing()) + px(30))


class WordsField(Field):
    """The value is the text exactly as it was typed."""

    def __init__(self, question: str, *, hint: str = "", lines: int = 3) -> None:
        super().__init__(question, hint=hint)
        self.box = WordsBox(lines=lines)
        self.put(self.box)
        self.box.textChanged.connect(self._typed)
        self.box.refused.connect(self.show_error)

    def value(self) -> str:
        """The words."""
        return self.box.toPlainText()

    def load(self, value: str | None) -> None:
        """Show words, unless they are there already: the cursor stays where it is."""
        if (value or "") == self.value():
            return
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own name for it
        self.box.setPlainText(value or "")
        self.blockSignals(blocked)

    def _typed(self) -> None:
        if self.error.text():
            self.show_error("")
        self.changed.emit()
