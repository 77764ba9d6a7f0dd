"""Words on the page: labels that wrap, never read their text as markup, and keep the height they need."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def label(text: str = "", kind: str = "") -> QLabel:
    """A label; `kind` is title, heading, part, label, hint, caption or error, and plain text without one."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    if kind:
        made.setProperty("kind", kind)
    return made


def say(where: QLabel, text: str, kind: str = "hint") -> None:
    """Put a sentence into a label, in words and to a screen reader; an empty one takes the label away."""
    where.setVisible(bool(text))
    if (where.text(), where.property("kind")) == (text, kind):
        return
    where.setProperty("kind", kind)
    dress_again(where)
    where.setText(text)
    if text:
        announce(where, text)


def announce(widget: QWidget, text: str) -> None:
    """Tell a screen reader something that was not brought about by moving the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 4 ms of names, and a start says nothing

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def dress_again(widget: QWidget) -> None:
    """Read the style sheet again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
