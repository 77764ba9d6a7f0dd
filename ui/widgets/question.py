"""A question that stands in the way, only before something that cannot be undone. Its buttons say what they do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from ui.widgets.focus_ring import FocusRing


def ask(parent: QWidget, sentence: str, *, yes: str, no: str, then: Callable[[], None]) -> QMessageBox:
    """Ask; `then` runs when the answer is `yes`. The harmless answer has the keyboard."""
    box = QMessageBox(parent)
    box.setText(sentence)
    done = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(no, QMessageBox.ButtonRole.RejectRole))
    done.clicked.connect(lambda: then())
    box.finished.connect(lambda _: box.deleteLater())
    FocusRing(box)
    box.open()  # never exec(): locking must be able to close it
    return box
