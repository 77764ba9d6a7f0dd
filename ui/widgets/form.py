"""Several questions together: their answers by name, and which are asked now. Knows nothing of their subject."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.field import Field
from ui.widgets.text import announce


class Form(QWidget):
    """`changed` tells that somebody changed an answer. Answers of questions that are not asked now stay.

    With `carries_rest`, what was loaded and has no question here is given back as it was.
    """

    changed = Signal()

    def __init__(self, fields: Mapping[str, Field], *, carries_rest: bool = False) -> None:
        super().__init__()
        self.fields, self._carries_rest = dict(fields), carries_rest
        self._rest: dict[str, Any] = {}
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(px(20))
        for field in self.fields.values():
            self._stack.addWidget(field)
            field.changed.connect(self.changed)

    def values(self) -> dict[str, Any]:
        """Every answer by its name."""
        return self._rest | {name: field.value() for name, field in self.fields.items()}

    def load(self, values: Mapping[str, Any]) -> None:
        """Show answers; a question without one is shown empty."""
        if self._carries_rest:
            self._rest = {name: value for name, value in values.items() if name not in self.fields}
        for name, field in self.fields.items():
            field.load(values.get(name))

    def ask(self, names: Collection[str]) -> None:
        """Ask these questions and no others; one that is new is told to a screen reader."""
        for name, field in self.fields.items():
            is_new = name in names and field.isHidden()
            field.setVisible(name in names)
            if is_new and self.isVisible():
                announce(field, self.tr("New question: {question}").format(question=field.question))
