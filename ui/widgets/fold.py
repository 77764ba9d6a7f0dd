"""More than is needed at first: made and shown when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.tab_order import chain


class Fold(QWidget):
    """A button, and under it what it opens and closes. `make` runs at the first opening."""

    def __init__(self, title: str, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make, self.inside = make, QWidget()
        self.opener = button(title)
        self.opener.setCheckable(True)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(px(16))
        self._stack.addWidget(self.opener, alignment=Qt.AlignmentFlag.AlignLeft)
        self._is_made = False
        self.opener.toggled.connect(self._turn)

    def open(self) -> None:
        """Show what is inside."""
        self.opener.setChecked(True)

    def _turn(self, is_open: bool) -> None:
        if is_open and not self._is_made:
            self.inside, self._is_made = self._make(), True
            self._stack.addWidget(self.inside)
            chain(self.inside, after=self.opener)
        if self._is_made:
            self.inside.setVisible(is_open)
