"""Before the visit: why, when, what matters at the door; and that it was not made. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from msp_desktop.practice import codes
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.day_field import DayField
from ui.widgets.fold import Fold
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.pick_field import PickField
from ui.widgets.text import label
from ui.widgets.time_field import TimeField
from ui.widgets.words_field import WordsField


class BeforeView(Column):
    """`plan_changed` tells of any answer about the visit to come."""

    plan_changed = Signal()
    not_made_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.known, self._known = Card(self.tr("Before you go in")), label()
        self.known.put(self._known)
        self.told = ""
        self.left_out = label(self.tr("This part is left out while others may see the screen."), "label")
        self.plan = Form({
            "day": DayField(self.tr("Which day?")),
            "time": TimeField(self.tr("What time?")),
            "type": PickField(self.tr("What kind of visit is it?"), codes.visit.VISIT_TYPE.labels),
            "purpose": WordsField(self.tr("What is it for?"), lines=2),
            "where": LineField(self.tr("Where do you meet?")),
            "joint_with": LineField(self.tr("Who comes with you?")),
        })  # fmt: skip
        self.plan_card = Card(self.tr("The visit"))
        self.plan_card.put(self.plan)
        self.not_made = self._not_made_form()
        self.not_made_fold = Fold(self.tr("The visit was not made"), self._not_made_card)
        for part in (self.left_out, self.known, self.plan_card, self.not_made_fold):
            self.put(part)
        self.plan.changed.connect(self.plan_changed)

    def show_known(self, sentences: Sequence[str], *, may_be_seen: bool) -> None:
        """What matters at the door; left out while others may see it."""
        self.told = "\n".join(sentences)
        self._known.setText(self.told)
        self.known.setVisible(may_be_seen and bool(sentences))
        self.plan_card.setVisible(may_be_seen)
        self.left_out.setVisible(not may_be_seen)

    def _not_made_form(self) -> Form:
        return Form({
            "reason": PickField(self.tr("Why was it not made?"), codes.visit.VISIT_NOT_MADE.labels),
            "what_happened": WordsField(self.tr("What happened?"), lines=2),
            "who_said_so": LineField(self.tr("Who said so?")),
        })  # fmt: skip

    def _not_made_card(self) -> Card:
        card = Card()
        card.put(self.not_made)
        card.put_left(button(self.tr("Record that it was not made"), press=self.not_made_requested.emit))
        return card
