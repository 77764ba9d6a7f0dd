"""A form that opens short: a few questions first, the rest when somebody asks for them or when they have answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.field import Field
from ui.widgets.fold import Fold
from ui.widgets.form import Form


class LongForm(Form):
    """`rest` makes the later questions; until then their answers are carried as they are."""

    def __init__(self, first: Mapping[str, Field], rest: Callable[[], dict[str, Field]]) -> None:
        super().__init__(first, carries_rest=True)
        self._make_rest = rest
        self.more = Fold(self.tr("More"), self._made)
        self._stack.addWidget(self.more)

    def load(self, values: Mapping[str, Any]) -> None:
        """Show answers; the later questions too where one of them has an answer."""
        super().load(values)
        if any(value not in (None, "", (), False) for value in self._rest.values()):
            self.more.open()

    def _made(self) -> QWidget:
        later, inside = self._make_rest(), QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(20))
        for name, field in later.items():
            field.load(self._rest.pop(name, None))
            stack.addWidget(field)
            field.changed.connect(self.changed)
        self.fields |= later
        return inside
