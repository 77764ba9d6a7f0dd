"""Buttons that cannot be pressed twice while something is done. The keyboard comes back to the one that was pressed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Busy:
    """Qt gives the keyboard to whatever comes next when the button that has it is switched off."""

    def __init__(self, *buttons: QWidget) -> None:
        self._buttons = buttons
        self._pressed: QWidget | None = None
        self._instead: QWidget | None = None

    def show(self, *, busy: bool) -> None:
        """Switch them off, or on again."""
        if busy:
            self._pressed = next((each for each in self._buttons if _has_keyboard(each) is each), None)
        for each in self._buttons:
            each.setDisabled(busy)
        if self._pressed is None:
            return
        if busy:
            self._instead = _has_keyboard(self._pressed)
        elif _has_keyboard(self._pressed) in (None, self._instead):
            self._pressed.setFocus()


def _has_keyboard(part: QWidget) -> QWidget | None:
    """What has the keyboard in its window, or will have it when a dialog over it goes."""
    return part.window().focusWidget()
