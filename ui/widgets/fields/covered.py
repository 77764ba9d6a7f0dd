"""A question whose answer is covered, and seen only while a button is held down or somebody writes in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from msp_desktop.tools.values import is_blank
from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.hold_button import HoldButton
from ui.widgets.row import Row
from ui.widgets.text import announce, belongs_to, label


class HiddenField(Field):
    """Holds another field, uncovered while it is written in and while the button is held.

    `reveal_requested` asks for a value that is kept elsewhere; `show_revealed` shows it as long as the button is held.
    `says` puts a value into words for a screen reader.
    """

    reveal_requested = Signal()

    def __init__(self, inner: Field, says: Callable[[Any], str]) -> None:
        super().__init__(inner.question, hint=inner.hint)
        self.inner, self._says, self._is_elsewhere, self._is_held = inner, says, False, False
        self.cover = label("", "hint")
        self.hold = HoldButton(self.tr("Press and hold to show"))
        self.write = button(self.tr("Write"), press=self._write)
        self._buttons = Row(self.hold, self.write)
        inner.asked.hide()
        inner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parts: tuple[QWidget, ...] = (self.cover, self._buttons, inner)
        for part in parts:
            self._stack.addWidget(part)
        for each in (self.hold, self.write):
            each.setAccessibleName(self.tr("{what}: {question}").format(what=each.text(), question=self.question))
        belongs_to(self.asked, self.write)
        inner.changed.connect(self.changed)
        self.hold.held.connect(self._hold)
        self.hold.let_go.connect(self._let_go)
        QApplication.instance().focusChanged.connect(self._moved_on)  # type: ignore[union-attr]  # there is a program
        self._show(is_open=False)

    def value(self) -> Any:  # noqa: ANN401 - whatever the inner field holds
        """The value, None while it was not read from where it is kept."""
        return self.inner.value()

    def load(self, value: Any) -> None:  # noqa: ANN401 - as above
        """Put a value in, covered."""
        self.inner.load(value)
        self._show(is_open=False)

    @property
    def problem(self) -> str:
        """Why what was written cannot be kept."""
        return self.inner.problem

    def keep_elsewhere(self) -> None:
        """There is a value, and it is kept elsewhere."""
        self._is_elsewhere = True
        self._show(is_open=False)

    def show_revealed(self, words: str) -> None:
        """The value from elsewhere, if somebody still holds the button."""
        if self._is_held:
            self.cover.setText(words or self.tr("Drawn by hand, without words."))
            announce(self.cover, self.cover.text())

    def focus(self) -> None:
        """Uncover it to write."""
        self._write()

    def _hold(self) -> None:
        self._is_held = True
        if not is_blank(self.inner.value()):
            self._show(is_open=True)
            announce(self.inner, self._says(self.inner.value()))
        else:
            self.reveal_requested.emit()

    def _let_go(self) -> None:
        if self._is_held:
            self._is_held = False
            self._show(is_open=False)

    def _moved_on(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self._is_held and not self.isAncestorOf(new) and not self.inner.isHidden():
            self._show(is_open=False)

    def _write(self) -> None:
        if self.inner.isVisible():
            self._show(is_open=False)
            return
        self._show(is_open=True)
        self.write.setText(self.tr("Cover it"))
        self.inner.focus()

    def _show(self, *, is_open: bool) -> None:
        has_value = not is_blank(self.inner.value())
        self.inner.setVisible(is_open)
        self.write.setText(self.tr("Write"))
        self.cover.setText(self._cover_words(has_value=has_value))
        self.cover.setVisible(not is_open)
        self.hold.setVisible(has_value or self._is_elsewhere)

    def _cover_words(self, *, has_value: bool) -> str:
        if has_value or self._is_elsewhere:
            return self.tr("Written down and covered. It is kept apart with the safe contact.")
        return self.tr("Nothing is written down. It will be kept apart with the safe contact, and stay covered.")
