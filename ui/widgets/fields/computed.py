"""A question that answers itself: who could hear now, or what was said last time. Read only."""

from __future__ import annotations

from ui.widgets.field import Field
from ui.widgets.text import belongs_to, label


class ComputedField(Field):
    """Its words are kept with the answers, as they stood that day."""

    def __init__(self, question: str, *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self.words = label()
        self._words = ""
        self._stack.addWidget(self.words)
        belongs_to(self.asked, self.words)
        self.load("")

    def value(self) -> str:
        """The words."""
        return self._words

    def load(self, value: str | None) -> None:
        """Show words."""
        self._words = value or ""
        self.words.setText(self._words)
