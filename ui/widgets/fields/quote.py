"""A question answered in somebody's own words, with who said it and where, if that needs saying."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.fold import Fold
from ui.widgets.line_field import LineField
from ui.widgets.words_field import WordsField


class QuoteField(WordsField):
    """The value is `{words, said_by, setting}`, without the parts that are empty; None without words."""

    def __init__(self, question: str, *, hint: str = "", lines: int = 2) -> None:
        super().__init__(question, hint=hint, lines=lines)
        self._parts: dict[str, LineField] = {}
        self._given: dict[str, str] = {}
        self.fold = Fold(self.tr("Who said it, and where"), self._made)
        self.fold.opener.setProperty("kind", "link")
        self.fold.opener.setAccessibleName(self.tr("Who said it, and where: {question}").format(question=question))
        self._stack.addWidget(self.fold)

    def value(self) -> dict[str, str] | None:  # type: ignore[override]  # words with their source are no plain text
        """The words and their source."""
        source = {name: each.value() for name, each in self._parts.items()} if self._parts else self._given
        given = {"words": super().value(), **source}
        return {name: text for name, text in given.items() if text} if given["words"].strip() else None

    def load(self, value: Mapping[str, Any] | str | None) -> None:
        """Show words and their source."""
        given = dict(value) if isinstance(value, Mapping) else {"words": value or ""}
        super().load(str(given.pop("words", "")))
        self._given = {name: str(text) for name, text in given.items()}
        for name, part in self._parts.items():
            part.load(self._given.get(name))
        if any(self._given.values()):
            self.fold.open()

    def _made(self) -> QWidget:
        self._parts = {
            "said_by": LineField(self.tr("Who said it?"), hint=self.tr("Leave it empty if it was the person.")),
            "setting": LineField(self.tr("Where, and when?"), hint=self.tr("Such as: in the car, on the way home.")),
        }
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(px(16), 0, 0, 0)
        stack.setSpacing(px(12))
        for name, part in self._parts.items():
            part.load(self._given.get(name))
            part.changed.connect(self.changed)
            stack.addWidget(part)
        return inside
