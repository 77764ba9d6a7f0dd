"""More than is needed at first: made and shown when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.text import dress_again


class Fold(QWidget):
    """A button, and under it what it opens and closes. `make` runs at the first opening.

    The button is none that can be checked: a screen reader would call it a check box, as if opening answered something.
    """

    turned = Signal(bool)

    def __init__(self, title: str, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make, self.inside = make, QWidget()
        self.opener = button(title, press=lambda: self._turn(not self.is_open))
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(px(16))
        self._stack.addWidget(self.opener, alignment=Qt.AlignmentFlag.AlignLeft)
        self.is_open = self._is_made = False
        self._told = ""
        self._say_state()

    def open(self) -> None:
        """Show what is inside."""
        if not self.is_open:
            self._turn(True)  # noqa: FBT003 - as the signal has it

    def shut(self) -> None:
        """Take what is inside away."""
        if self.is_open:
            self._turn(False)  # noqa: FBT003 - as the signal has it

    def describe(self, words: str) -> None:
        """What a screen reader hears of it beside its name and whether it is open."""
        self._told = words
        self._say_state()

    def _turn(self, is_open: bool) -> None:
        self.is_open = is_open
        if is_open and not self._is_made:
            self.inside, self._is_made = self._make(), True
            self._stack.addWidget(self.inside)
        self.inside.setVisible(is_open)
        self._say_state()
        self.turned.emit(is_open)

    def _say_state(self) -> None:
        self.opener.setProperty("open", self.is_open)
        dress_again(self.opener)
        state = self.tr("Open.") if self.is_open else self.tr("Closed.")
        self.opener.setAccessibleDescription(" ".join(filter(None, [state, self._told])))
