"""What is known, part by part: what it is about on the left, its sentences on the right. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import px
from ui.widgets.text import breakable, label

ABOUT = 156
"""The width of the left column at 100 %."""


class Facts(QWidget):
    """Read across: each part with its sentences, then the next."""

    def __init__(self, facts: Sequence[tuple[str, Sequence[str]]] = ()) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(12))
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[tuple[str, Sequence[str]]]) -> None:
        """These instead of the ones before."""
        while (item := self._grid.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        for row, (about, sentences) in enumerate(facts):
            term = label(about, "label")
            term.setFixedWidth(px(ABOUT))
            self._grid.addWidget(term, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(breakable("\n".join(sentences))), row, 1, Qt.AlignmentFlag.AlignTop)
