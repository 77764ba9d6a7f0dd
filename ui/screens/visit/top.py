"""What always stands on top of a visit: the person's name, who is here now, what is saved, and the four steps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout

from ui.keys import bind, key_for
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.choosing import show_checked, when_chosen
from ui.widgets.row import Row
from ui.widgets.text import announce, label, say

BEFORE, HERE, TOGETHER, AFTER = range(4)

SHORT_EM = 24
"""Below so many lines of text the top of a visit is laid out to take few of them."""


class Top(QFrame):
    """Big buttons, none pressed until somebody says who is here."""

    start_requested = Signal()
    not_made_wanted = Signal()
    they_came_in = Signal()
    only_us = Signal()
    step_chosen = Signal(int)
    hide_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("here")
        self.name, self.who, self.saved = label("", "name"), label("", "label"), label("", "caption")
        self.start = button(self.tr("Start the visit"), "primary", press=self.start_requested.emit)
        self.not_made = button(self.tr("It was not made"), press=self.not_made_wanted.emit)
        self.they = button(self.tr("They came in"), "big")
        self.us = button(self.tr("Only us now"), "big")
        self.hide_button = button(self.tr("Hide now"), press=self.hide_requested.emit)
        self._lay_out()
        self.they.setToolTip(key_for("they_came_in"))
        self.us.setToolTip(key_for("only_us"))
        self.hide_button.setToolTip(key_for("hide"))
        bind(self, "next_step", partial(self._turn, 1))
        bind(self, "last_step", partial(self._turn, -1))
        bind(self, "only_us", self.us.click)
        bind(self, "they_came_in", self.they.click)

    def show_state(self, *, is_planned: bool, is_running: bool) -> None:
        """What the buttons ask: start, who is in the room, or who sees the screen."""
        for each in (self.start, self.not_made):
            each.setVisible(is_planned)
        for each in (self.they, self.us):
            each.setVisible(not is_planned)
        self.they.setText(self.tr("They came in") if is_running else self.tr("Others can see it"))
        self.us.setText(self.tr("Only us now") if is_running else self.tr("Only I can see the screen"))

    def fit(self, height: int) -> None:
        """Leave room for the page where a screen has place for few lines: what is typed needs it."""
        is_short = height < SHORT_EM * px(15)
        ways = QBoxLayout.Direction
        self._company.setDirection(ways.LeftToRight if is_short else ways.TopToBottom)
        self._company.setStretch(0, int(is_short))
        self.hide_button.setVisible(not is_short)  # it stands in the bar above as well

    def show_company(self, company: str, sentence: str) -> None:
        """Who is here, in words and as the pressed button; neither is pressed while nobody knows."""
        show_checked(self.us, checked=company == "only_us")
        show_checked(self.they, checked=company == "company")
        say(self.who, sentence, "label")

    def tell_saved(self) -> None:
        """Tell a screen reader when it was saved: after a step, not after every pause in typing."""
        announce(self.saved, self.saved.text())

    def show_step(self, step: int) -> None:
        """Mark one of the four steps."""
        show_checked(self.steps[step], checked=True)

    def _turn(self, by: int) -> None:
        now = next(number for number, each in enumerate(self.steps) if each.isChecked())
        self.step_chosen.emit((now + by) % len(self.steps))

    def _lay_out(self) -> None:
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(px(24), px(12), px(24), 0)
        self._stack.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(self.name, 2)
        head.addWidget(self.saved, 1)
        self.saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.hide_button, alignment=Qt.AlignmentFlag.AlignTop)
        self._stack.addLayout(head)
        self._company = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for part in (self.who, Row(self.start, self.not_made, self.us, self.they)):
            self._company.addWidget(part)
        self._stack.addLayout(self._company)
        for each in (self.they, self.us):
            each.setCheckable(True)
        self.they.toggled.connect(lambda _: self.they_came_in.emit())
        self.us.toggled.connect(lambda _: self.only_us.emit())
        titles = (self.tr("Before"), self.tr("Here"), self.tr("Together"), self.tr("After"))
        self.steps, group = [button(title, "step") for title in titles], QButtonGroup(self)
        for number, each in enumerate(self.steps):
            each.setCheckable(True)
            each.setAutoExclusive(True)
            group.addButton(each, number)
        when_chosen(group, self.step_chosen.emit)
        self._stack.addWidget(Row(*self.steps))
