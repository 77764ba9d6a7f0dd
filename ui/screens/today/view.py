"""The Today screen: visits as lines, and the one thing a new person needs. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget


class TodayView(QWidget):
    """A list, and a way to plan a visit to somebody new."""

    visit_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.visits, self.empty, self.said = QListWidget(), QLabel(), QLabel()
        self.call_me, self.button = QLineEdit(), QPushButton(self.tr("Plan a visit"))
        self.visits.setAccessibleName(self.tr("Visits"))
        self.empty.setText(self.tr("No visits yet. Enter below what to call somebody, and plan a visit to them."))
        for label in (self.empty, self.said):
            label.setWordWrap(True)
        self._lay_out()
        self.button.clicked.connect(self._request)
        self.call_me.returnPressed.connect(self._request)

    def show_visits(self, lines: Sequence[str]) -> None:
        """The visits, or what to do where there are none."""
        self.visits.clear()
        self.visits.addItems(list(lines))
        self.visits.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def show_planned(self, sentence: str) -> None:
        """A visit was planned: the field is free again and the sentence says when it was saved."""
        self.call_me.clear()
        self._say(sentence, kind="hint")

    def show_problem(self, sentence: str) -> None:
        """What went wrong; what was typed stays."""
        self._say(sentence, kind="error")
        self.call_me.setFocus()

    def _say(self, sentence: str, *, kind: str) -> None:
        self.said.setProperty("kind", kind)
        self.said.style().unpolish(self.said)
        self.said.setText(sentence)

    def _request(self) -> None:
        self.visit_requested.emit(self.call_me.text())

    def _lay_out(self) -> None:
        title, label = QLabel(self.tr("Visits")), QLabel(self.tr("What does the person like to be called?"))
        title.setProperty("kind", "title")
        label.setProperty("kind", "label")
        label.setBuddy(self.call_me)
        label.setWordWrap(True)
        card, row = QFrame(), QHBoxLayout()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 24, 24, 24)
        row.addWidget(self.call_me, 1)
        row.addWidget(self.button)
        inner.addWidget(label)
        inner.addLayout(row)
        inner.addWidget(self.said)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(32, 32, 32, 32)
        outer.setSpacing(16)
        outer.addWidget(title)
        outer.addWidget(self.empty)
        outer.addWidget(self.visits, 1)
        outer.addWidget(card, alignment=Qt.AlignmentFlag.AlignBottom)
