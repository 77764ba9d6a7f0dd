"""A question answered by a small form of its own, such as who interpreted and how independent they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from ui.theme import px
from ui.widgets.choosing import Group
from ui.widgets.field import Field
from ui.widgets.form import Form


class PartField(Field):
    """The value is the inner answers by name, or None while none is given."""

    def __init__(self, question: str, form: Form, *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self.form = form
        self.asked.setProperty("kind", "part")
        self.asked.setContentsMargins(0, px(8), 0, px(8))
        inside = Group()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(form)
        self.put(inside)
        form.changed.connect(self.changed)

    def value(self) -> dict[str, Any] | None:
        """The inner answers."""
        values = self.form.values()
        return values if any(value not in (None, "", (), False) for value in values.values()) else None

    def load(self, value: Mapping[str, Any] | None) -> None:
        """Show the inner answers."""
        self.form.load(value or {})
