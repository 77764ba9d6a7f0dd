"""A child process: forms on a page go, one after the other, while the keyboard is in them. Ends well, or not at all."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from ui import theme
from ui.screens.visit.rooms_view import segment_form
from ui.tokens import LIGHT
from ui.widgets.card import Card
from ui.widgets.column import Column

FORMS = 300


def main() -> None:
    """Enough of them that what is half gone is touched where it was."""
    app = QApplication([])
    theme.apply(app, LIGHT)
    column = Column()
    column.resize(800, 600)
    column.show()
    for at in range(FORMS):
        go(column, at)
        app.processEvents()


def go(column: Column, at: int) -> None:
    """One form comes, has the keyboard, and goes."""
    card, form = Card(), segment_form()
    card.put(form)
    for part in (card, QLineEdit()):
        column.put(part)
    QCoreApplication.processEvents()
    list(form.fields.values())[at % 4].focus()
    form.fields["present"].load([{"name": "Daniel", "role": None}] * (at % 4))
    QCoreApplication.processEvents()
    column._inside.is_new = True
    card.setHidden(at % 2 == 0)
    card.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


if __name__ == "__main__":
    main()
