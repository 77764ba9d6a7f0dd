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

    def __init__(self, facts: Sequence[tuple[str, Sequence[str]]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(12))
        grid.setColumnStretch(1, 1)
        for row, (about, sentences) in enumerate(facts):
            term = label(about, "label")
            term.setFixedWidth(px(ABOUT))
            grid.addWidget(term, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(breakable("\n".join(sentences))), row, 1, Qt.AlignmentFlag.AlignTop)
