"""The offer of what was not saved last time: to be kept or forgotten. Takes no room where there is nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.question import ask
from ui.widgets.row import Row
from ui.widgets.text import label, say


class DraftView(QFrame):
    """Its words are not in the offer: others may see it."""

    go_on_requested = Signal()
    forget_confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("told")
        self.words = label()
        self.go_on = button(self.tr("Keep it"), press=self.go_on_requested.emit)
        self.forget = button(self.tr("Forget it"), press=self._ask_to_forget)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(px(16), px(12), px(16), px(12))
        inside.addWidget(self.words)
        inside.addWidget(Row(self.go_on, self.forget))
        self.hide()

    def offer(self, sentence: str) -> None:
        """Offer it; an empty sentence takes the offer away."""
        say(self.words, sentence, "")
        self.setVisible(bool(sentence))

    def _ask_to_forget(self) -> None:
        self.question = ask(
            self, self.tr("Forget what you wrote? It cannot be brought back."), yes=self.tr("Forget it"),
            no=self.tr("Leave it"), then=self.forget_confirmed.emit,
        )  # fmt: skip
