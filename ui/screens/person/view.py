"""One person's page: name and how to talk together, visits to plan and start, then its sections. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.screens.person.plan_card import PlanCard
from ui.screens.person.section import opener
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.fold import Fold
from ui.widgets.row import Row
from ui.widgets.text import breakable, label, say


class PersonView(Column):
    """`planned_requested` asks to open the visit that is planned; `start_requested` to begin one now."""

    back_requested = Signal()
    start_requested = Signal()
    planned_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = opener(self.tr("All people"), self.tr("Back to all people"))
        self.back.clicked.connect(lambda: self.back_requested.emit())
        self.name, self.also, self.said = label("", "title"), label("", "hint"), label()
        self.talk, self._talk = Card(self.tr("How to talk together")), label()
        self.talk.put(self._talk)
        self.start = button(self.tr("Start a visit now"), "primary", press=self.start_requested.emit)
        self.planned = button("", press=self.planned_requested.emit)
        self.plan = PlanCard()
        self.plan_one = button(self.tr("Plan a visit"), press=lambda: self.plan.setVisible(self.plan.isHidden()))
        self._links, self.links = Row(), list[QWidget]()
        self._readings = 0
        top: Sequence[QWidget] = (
            Row(self.back), self.name, self.also, self.talk, Row(self.start, self.planned, self.plan_one), self.plan,
            self.said, self._links,
        )  # fmt: skip
        for part in top:
            self.put(part)
        for part in (self.said, self.plan):
            part.hide()

    def put_section(self, title: str, part: QWidget) -> None:
        """One more section, and the link to it on top."""
        self.put(part)
        link = opener(title, self.tr("Go to: {title}").format(title=title))
        link.clicked.connect(partial(self.go_to, part))
        self._links.put(link)
        self.links.append(link)

    def begin_reading(self) -> None:
        """The sections are being read: they come onto the page together."""
        self._readings += 1
        self.hold_still(is_still=True)

    def end_reading(self) -> None:
        """What was read last stands there."""
        self._readings -= 1
        if not self._readings:
            self.hold_still(is_still=False)

    def go_to(self, part: QWidget) -> None:
        """Scroll to a section."""
        if isinstance(part, Fold):
            part.open()
        self.show_part(part)

    def show_top(self) -> None:
        """Somebody else's page begins: nothing of the one before, from its top."""
        self.plan.hide()
        self.plan.clear()
        say(self.said, "")
        self.verticalScrollBar().setValue(0)

    def show_person(self, name: str, also: str, talk: Sequence[str]) -> None:
        """What to call them, and how to talk together."""
        self.name.setText(breakable(name))
        self.name.setAccessibleName(name)
        self.also.setText(breakable(also))
        self.also.setVisible(bool(also))
        nothing = self.tr("Nothing is written down yet about how to talk together.")
        self._talk.setText(breakable("\n".join(talk) or nothing))

    def show_planned(self, when: str) -> None:
        """The visit that is planned next; empty where there is none."""
        self.planned.setText(self.tr("Open the planned visit: {when}").format(when=when))
        self.planned.setVisible(bool(when))

    def show_saved(self, sentence: str) -> None:
        """What was planned, and that it is saved."""
        self.plan.hide()
        self.plan_one.setFocus(Qt.FocusReason.TabFocusReason)
        say(self.said, sentence)

    def show_problem(self, sentence: str) -> None:
        """What went wrong."""
        say(self.said, sentence, "error")
