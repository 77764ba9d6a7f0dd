"""The Visit screen: what always stands on top, the four steps under it, and the offer of an unfinished draft."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from ui.screens.visit.after_view import AfterView
from ui.screens.visit.before_view import BeforeView
from ui.screens.visit.here_view import HereView
from ui.screens.visit.together_view import TogetherView
from ui.screens.visit.top import AFTER, BEFORE, HERE, Top
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.question import ask
from ui.widgets.row import Row
from ui.widgets.text import label


class VisitView(QWidget):
    """Built for one visit; another visit gets another one. `numbers` are those to ring, as (who, number)."""

    go_on_requested = Signal()
    forget_confirmed = Signal()
    after_built = Signal()

    def __init__(self, name: str, *, numbers: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.setObjectName("page")
        self.top, self.steps = Top(), QStackedWidget()
        self.before, self.here, self.together = BeforeView(), HereView(), TogetherView()
        self.after: AfterView | None = None
        self._name, self._numbers = name, numbers
        self.offer, self.offered = QFrame(), label()
        self._lay_out()
        self.top.name.setText(name)
        self.top.step_chosen.connect(self.go)
        self.top.not_made_wanted.connect(self._ask_why_not_made)

    def go(self, step: int) -> None:
        """Show one of the four steps; where there is a place to type, the cursor is in it."""
        if step == AFTER:
            self.build_after()
        self.steps.setCurrentIndex(step)
        self.top.show_step(step)
        self.go_on_typing()

    def focus_first(self) -> None:
        """Put the keyboard where the visit goes on."""
        if self.steps.currentIndex() == BEFORE and self.before.wants_time:
            self.before.plan.fields["day"].focus()
        elif self.steps.currentIndex() != HERE:
            first = self.top.us if self.top.start.isHidden() else self.top.start
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def go_on_typing(self) -> None:
        """After a press on top, the cursor is back in the place to type."""
        if self.steps.currentIndex() == HERE and self.here.lines.typing.isVisible():
            self.here.lines.words.setFocus()

    def build_after(self) -> AfterView:
        """The last step, made when it is first wanted: it holds more than the others together."""
        if self.after is None:
            self.after = AfterView(self._name, numbers=self._numbers)
            self.steps.addWidget(self.after)
            self.after_built.emit()
        return self.after

    def offer_draft(self, sentence: str) -> None:
        """Offer what was being written; an empty sentence takes the offer away."""
        self.offered.setText(sentence)
        self.offer.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The top takes as much as it may."""
        super().resizeEvent(event)
        self.top.fit(self.height())

    def _ask_why_not_made(self) -> None:
        self.go(BEFORE)
        self.before.ask_not_made()

    def _ask_to_forget(self) -> None:
        self.question = ask(
            self, self.tr("Forget what you wrote? It cannot be brought back."), yes=self.tr("Forget it"),
            no=self.tr("Leave it"), then=self.forget_confirmed.emit,
        )  # fmt: skip

    def _lay_out(self) -> None:
        self.offer.setObjectName("told")
        inside, stack = QVBoxLayout(self.offer), QVBoxLayout(self)
        inside.setContentsMargins(px(24), px(12), px(24), px(12))
        inside.addWidget(self.offered)
        self.go_on = button(self.tr("Go on with it"), "primary", press=self.go_on_requested.emit)
        self.forget = button(self.tr("Forget it"), press=self._ask_to_forget)
        inside.addWidget(Row(self.go_on, self.forget))
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        for part in (self.top, self.offer):
            stack.addWidget(part)
        stack.addWidget(self.steps, 1)
        for step in (self.before, self.here, self.together):
            self.steps.addWidget(step)
        self.offer.hide()
