"""Push buttons as this window uses them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton


def button(text: str, kind: str = "", *, press: Callable[[], object] | None = None) -> QPushButton:
    """A button; `kind` is primary (one on a page), big, link, step or score. `&` in a text is shown as it is."""
    made = QPushButton(text.replace("&", "&&"))
    made.setAutoDefault(True)  # so that Enter presses it, as the space bar does
    if kind:
        made.setProperty("kind", kind)
    if press is not None:
        made.clicked.connect(lambda: press())
    return made
