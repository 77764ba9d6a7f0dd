"""What the person wants and what was agreed, put together: left out until only the worker sees the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from msp_desktop.errors import Failure
from msp_desktop.practice.said_alone import may_show
from msp_desktop.record.action import Action
from msp_desktop.record.ids import RecordId
from msp_desktop.record.outcome import Outcome
from msp_desktop.record.record import Record
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.person.part import Part
from ui.screens.person.wishes_view import WishesView
from ui.screens.person.wishes_words import action_words, counted, in_order, wish_words
from ui.screens.tools.seeing import Seeing
from ui.shell import Shell
from ui.widgets.text import say
from ui.writing import time_now

if TYPE_CHECKING:
    from msp_desktop.record.actions import Actions
    from msp_desktop.record.outcomes import Outcomes

SHOWN = 12
"""Actions that are shown at first; all of them on a press."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was read of one person."""

    outcomes: tuple[Record[Outcome], ...] = ()
    actions: tuple[Record[Action], ...] = ()


def make(shell: Shell, seeing: Seeing) -> Part:
    """Outcomes and actions of one person."""
    view, parts = WishesView(), shell.workspace
    presenter = WishesPresenter(
        view, shell.background, outcomes=parts.outcomes, actions=parts.actions, seeing=seeing
    )  # fmt: skip
    view.cover.uncover_requested.connect(seeing.only_us)
    return Part(view, open=presenter.open, leave=lambda: None)


class WishesPresenter(QObject):
    """One person at a time; what comes back for another one is not shown."""

    def __init__(
        self, view: WishesView, background: Background, *, outcomes: Outcomes, actions: Actions, seeing: Seeing
    ) -> None:
        super().__init__(view)
        self._view, self._background, self._seeing = view, background, seeing
        self._outcomes, self._actions = outcomes, actions
        self._person, self._wishes, self._is_whole = RecordId(""), Wishes(), False
        view.kept.connect(lambda place: self._close(place, done=True))
        view.dropped.connect(lambda place: self._close(place, done=False))
        view.open_again.connect(lambda place: self._change(actions.reopen, place))
        view.all_requested.connect(self._show_whole)
        seeing.changed.connect(self.show)

    def open(self, person: RecordId) -> None:
        """Read and show what one person wants."""
        if person != self._person:
            self._view.clear()
            self._is_whole = False
        self._person = person
        self._background.run(
            lambda: self._read(person), done=lambda found: self._take(person, found), failed=self._failed
        )

    def show(self) -> None:
        """Everything in words, or only how much there is while somebody else may see the screen."""
        outcomes, actions, today = self._wishes.outcomes, self._wishes.actions, date.today().isoformat()
        if (outcomes or actions) and not may_show(None, self._seeing.now()):
            self._view.show_covered(counted(len(outcomes), actions, today=today))
            return
        shown = actions if self._is_whole else actions[:SHOWN]
        self._view.show_all(
            [wish_words(each.body) for each in outcomes],
            [action_words(place, each.body, today=today) for place, each in enumerate(shown)],
            has_more=len(shown) < len(actions),
        )

    def _show_whole(self) -> None:
        self._is_whole = True
        self.show()

    def _close(self, place: int, *, done: bool) -> None:
        self._change(lambda action: self._actions.close(action, done=done), place)

    def _change(self, step: Callable[[Record[Action]], Record[Action]], place: int) -> None:
        action, person = self._wishes.actions[place], self._person

        def changed() -> Wishes:
            step(action)
            return self._read(person)

        def show(found: Wishes) -> None:
            self._take(person, found)
            say(self._view.said, tr("Saved on this laptop at {time}.").format(time=time_now()))

        self._background.run(changed, done=show, failed=self._failed)

    def _read(self, person: RecordId) -> Wishes:
        return Wishes(self._outcomes.of(person), in_order(self._actions.of(person)))

    def _take(self, person: RecordId, found: Wishes) -> None:
        if person == self._person:
            self._wishes = found
            self.show()

    def _failed(self, failure: Failure) -> None:
        say(self._view.said, str(failure), "error")
