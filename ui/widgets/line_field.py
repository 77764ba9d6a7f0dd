"""A question answered by a short line."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.theme import px
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit


class LineField(Field):
    """The value is the text, with its ends trimmed. What would make it longer than `longest` is refused."""

    entered = Signal()

    def __init__(self, question: str, *, hint: str = "", width: int = 0, longest: int = 0) -> None:
        super().__init__(question, hint=hint)
        self.edit, self._longest, self._before = LineEdit(), longest, ""
        if width:
            self.edit.setMaximumWidth(px(width))
        self.put(self.edit)
        self.edit.written.connect(self._typed)
        self.edit.returnPressed.connect(self.entered)

    def value(self) -> str:
        """The line."""
        return self.edit.text().strip()

    def load(self, value: str | None) -> None:
        """Show a line, unless it is there already: the cursor stays where it is."""
        if (value or "") != self.value():
            self.edit.show_words(value or "")
        self._before = self.edit.text()

    def _typed(self) -> None:
        text = self.edit.text()
        if self._longest and len(text) > max(self._longest, len(self._before)):
            place = self.edit.cursorPosition() - (len(text) - len(self._before))
            self.edit.show_words(self._before)
            self.edit.setCursorPosition(max(0, place))
            told = self.tr("There is room for {count} characters here. What came last was not put in.")
            self.show_error(told.format(count=self._longest))
            return
        if self._longest and self.error.text():
            self.show_error("")
        self._before = text
        self.changed.emit()
