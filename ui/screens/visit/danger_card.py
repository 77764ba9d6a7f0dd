"""Danger before tomorrow: one question, and after a yes whom to ring, and what they said. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from msp_desktop.practice import codes
from msp_desktop.translation import tr
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.rows_field import RowsField
from ui.widgets.tab_order import in_reading_order
from ui.widgets.text import announce, label
from ui.widgets.time_field import TimeField
from ui.widgets.words_field import WordsField

RING_NOW = tr("Nobody at the council has seen this. Ring now.")
_WITH_DUTY_TEAM = 2  # 999 is always there


class DangerCard(Card):
    """`rang` tells whom somebody says they rang just now."""

    changed = Signal()
    rang = Signal(str)

    def __init__(self, numbers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.form = Form({
            "answer": ChoiceField(self.tr("Is anyone in danger before tomorrow?"), codes.visit.YES_NO.labels),
            "what": WordsField(self.tr("What is the danger, and for whom?"), lines=2),
            "rang": RowsField(self.tr("Who did you ring?"), _rang_form, more=self.tr("Add a call")),
        })  # fmt: skip
        self.ring: list[QPushButton] = []
        self.told = self._told(numbers)
        self._stack_under_answer()
        self.form.changed.connect(self.changed)

    def ask(self, *, is_urgent: bool) -> None:
        """Ask for the calls where somebody may be in danger."""
        self.form.ask({"answer", "what", "rang"} if is_urgent else {"answer"})
        is_new = is_urgent and self.told.isHidden()
        self.told.setVisible(is_urgent)
        if is_new and self.isVisible():
            announce(self.told, RING_NOW, at_once=True)

    def add_call(self, who: str, *, at: str, time: str) -> None:
        """One more call, with the cursor where their words go."""
        rows = self.form.fields["rang"]
        if isinstance(rows, RowsField):
            call = rows.add()
            call.load({"who": who, "time": time, "said": "", "at": at})
            call.fields["said"].focus()
            rows.changed.emit()

    def _stack_under_answer(self) -> None:
        # Whom to ring stands right under the answer, before anything is to be written.
        self.put(self.form)
        layout = self.form.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.told)
            in_reading_order(layout)

    def _told(self, numbers: Sequence[tuple[str, str]]) -> QFrame:
        told = QFrame()
        told.setObjectName("told")
        inside = QVBoxLayout(told)
        inside.setContentsMargins(px(16), px(12), px(16), px(12))
        inside.setSpacing(px(8))
        inside.addWidget(label(RING_NOW))
        for who, number in numbers:
            inside.addWidget(self._number(who, number))
        if len(numbers) < _WITH_DUTY_TEAM:
            inside.addWidget(label(self.tr("You can put the number of your duty team here, under Settings.")))
        return told

    def _number(self, who: str, number: str) -> QWidget:
        row, words = QWidget(), self.tr("{number}: {who}").format(number=number, who=who)
        rang = button(self.tr("I rang them"), press=partial(self.rang.emit, words))
        rang.setAccessibleName(self.tr("I rang them: {number}").format(number=words))
        self.ring.append(rang)
        sides = QHBoxLayout(row)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addWidget(label(words), 1)
        sides.addWidget(rang)
        return row


def _rang_form() -> Form:
    return Form(
        {
            "who": LineField(tr("Who?")),
            "time": TimeField(tr("When?")),
            "said": WordsField(tr("What did they say?"), lines=2),
        },
        carries_rest=True,
    )
