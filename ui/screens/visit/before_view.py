"""Before the visit: why, when, what matters at the door; and that it was not made. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.practice import codes
from msp_desktop.practice.at_the_door import Fact
from ui.screens.visit.not_made_card import NotMadeCard
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.day_field import DayField
from ui.widgets.facts import Facts
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.pick_field import PickField
from ui.widgets.row import Row
from ui.widgets.tab_order import chain
from ui.widgets.text import label
from ui.widgets.time_field import TimeField
from ui.widgets.words_field import WordsField


class BeforeView(Column):
    """`plan_changed` tells of any answer about the visit to come."""

    plan_changed = Signal()
    sheets_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.known, self._known = Card(self.tr("Before you go in")), QVBoxLayout()
        self.facts: tuple[Fact, ...] = ()
        self.sheets = button(self.tr("Choose sheets to print"), press=self.sheets_requested.emit)
        self._put_known()
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
        self.not_made = NotMadeCard()
        self.was_not_made = button(self.tr("The visit was not made"), press=self.ask_not_made)
        for part in (self.not_made, self.left_out, self.known, self.plan_card, Row(self.was_not_made)):
            self.put(part)
        self.plan.changed.connect(self.plan_changed)
        self.not_made.put_away.connect(self.not_made.hide)
        self.not_made.hide()

    @property
    def wants_time(self) -> bool:
        """Whether a visit to come has no time yet."""
        return self.plan.fields["time"].isVisible() and not self.plan.fields["time"].value()

    @property
    def told(self) -> str:
        """Everything that matters at the door, as one text."""
        return "\n".join(sentence for fact in self.facts for sentence in fact.sentences)

    def show_known(self, facts: Sequence[Fact], *, may_be_seen: bool) -> None:
        """What matters at the door; left out while others may see it."""
        if may_be_seen and tuple(facts) != self.facts:
            self.facts = tuple(facts)
            while (item := self._known.takeAt(0)) is not None:
                if (part := item.widget()) is not None:
                    part.hide()
                    part.deleteLater()
            self._known.addWidget(Facts([(fact.about, fact.sentences) for fact in facts]))
        self.known.setVisible(may_be_seen and bool(facts))
        self.plan_card.setVisible(may_be_seen)
        self.left_out.setVisible(not may_be_seen)

    def ask_not_made(self) -> None:
        """Ask at once why the visit was not made."""
        reason = self.not_made.form.fields["reason"]
        chain(self)
        self.not_made.show()
        self.verticalScrollBar().setValue(0)
        reason.focus()

    def show_state(self, *, is_planned: bool, is_over: bool) -> None:
        """Whether it may still turn out that the visit is not made; on top that stands beside the start."""
        self.was_not_made.setVisible(not is_planned and not is_over)
        if is_over:
            self.not_made.hide()

    def _put_known(self) -> None:
        inside = QWidget()
        inside.setLayout(self._known)
        self._known.setContentsMargins(0, 0, 0, 0)
        self.known.put(inside)
        self.known.put_left(self.sheets)
