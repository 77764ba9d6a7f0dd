"""Choices among buttons, by mouse, keys and screen reader alike: the last checks a button without clicking it.

`Group` tells a screen reader which buttons and fields belong to one question; on the screen it is nothing at all.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGroupBox


def when_chosen(group: QButtonGroup, tell: Callable[[int], object]) -> None:
    """`tell` hears the id of the button that somebody chose, by mouse, keys or a screen reader."""
    group.idToggled.connect(lambda id, is_on: tell(id) if is_on else None)


def show_checked(button: QAbstractButton, *, checked: bool) -> None:
    """Check a button, or not, without telling anybody: the program does it, not a person."""
    group: QButtonGroup | None = button.group()
    blocked = [QSignalBlocker(button), *([QSignalBlocker(group)] if group else [])]
    button.setChecked(checked)
    for each in blocked:
        each.unblock()


class Group(QGroupBox):
    """Named like its question, so that somebody who comes to "Yes" by ear knows what it is the answer to."""
