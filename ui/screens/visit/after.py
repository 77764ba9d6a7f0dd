"""What the step after a visit does: its cards' presenters put together. Each card's own work is in its own module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from msp_desktop.errors import Failure
from msp_desktop.record.action import Action
from msp_desktop.record.actions import Actions
from msp_desktop.record.notes import Notes
from msp_desktop.record.outcome import Outcome
from msp_desktop.record.outcomes import Outcomes
from msp_desktop.record.signing import Signer
from msp_desktop.record.visit import PaperCount, Visit
from msp_desktop.record.visits import Visits
from msp_desktop.sheets.register import Register
from msp_desktop.translation import tr
from ui.screens.visit.adding import Adding, Small
from ui.screens.visit.after_view import AfterView
from ui.screens.visit.alone import Alone
from ui.screens.visit.closing import Closing
from ui.screens.visit.leaving import Leaving
from ui.screens.visit.rooms import Rooms
from ui.screens.visit.wishes import (
    action_answers,
    action_from,
    action_told,
    outcome_answers,
    outcome_from,
    outcome_told,
)
from ui.writing import Writing


@dataclass(frozen=True, slots=True)
class AfterParts:
    """What the step needs of the workspace."""

    visits: Visits
    outcomes: Outcomes
    actions: Actions
    notes: Notes
    register: Register
    sign: Signer


class After:
    """The cards of one open visit. `kept` says that something beside the visit itself was saved."""

    def __init__(
        self, view: AfterView, writing: Writing[Visit], parts: AfterParts, *, finished: Callable[[], None],
        kept: Callable[[], None], failed: Callable[[Failure], None],
    ) -> None:  # fmt: skip
        self.view, self._writing, self._kept, self._failed = view, writing, kept, failed
        self._register = parts.register
        self.alone = Alone(view.alone, writing, visits=parts.visits)
        self.rooms = Rooms(view.rooms, writing, visits=parts.visits)
        self.leaving = Leaving(view.danger, view.paper, view.rest, writing=writing, visits=parts.visits)
        self.wants, self.agreed = self._wants(parts.outcomes), self._agreed(parts.actions)
        self.closing = Closing(
            view, writing=writing, visits=parts.visits, notes=parts.notes, sign=parts.sign, finished=finished,
            signed=view.show_copying,
        )  # fmt: skip
        view.closing.sign_requested.connect(self.sign)
        for card in (view.alone, view.danger, view.paper, view.rest):
            card.changed.connect(self.closing.show_gaps)

    def load(self) -> None:
        """Fill every card with what is recorded."""
        for part in (self.alone, self.leaving):
            part.load()
        self.load_small()

    def load_small(self) -> None:
        """Read again what is wanted, agreed and printed."""
        for part in (self.wants, self.agreed):
            part.load()
        id = self._writing.record.id
        self._writing.background.run(lambda: self._register.taken_to(id), done=self._printed, failed=self._failed)

    def _printed(self, printed: tuple[PaperCount, ...]) -> None:
        self.leaving.show_printed(printed)
        self.closing.show_gaps()

    def show(self, *, is_private: bool) -> None:
        """What follows from the last save, and only where nobody else can see it."""
        self.alone.refresh()
        self.rooms.show()
        self.closing.show(is_private=is_private)
        self.view.show_private(may_be_seen=is_private, may_change=self._writing.body.signature is None)

    def sign(self) -> None:
        """Sign the visit, together with what was typed as wanted or agreed and not added yet."""
        for part in (self.wants, self.agreed):
            part.add_typed()
        self.closing.sign()

    def leave(self) -> None:
        """Keep what is still being typed."""
        for part in (self.wants, self.agreed, self.closing):
            part.leave()

    def _wants(self, outcomes: Outcomes) -> Adding[Outcome]:
        id = self._writing.record.id
        small = Small(
            outcome_answers, lambda values, before: outcome_from(values, before, self._writing.body, id), outcome_told,
            missing=tr("Write down what the person wants."),
        )  # fmt: skip
        return Adding(
            self.view.wants, outcomes, self._writing.background, visit=id, small=small, kept=self._kept,
            failed=self._failed,
        )  # fmt: skip

    def _agreed(self, actions: Actions) -> Adding[Action]:
        id = self._writing.record.id
        small = Small(
            action_answers, lambda values, before: action_from(values, before, self._writing.body, id), action_told,
            missing=tr("Write down what was promised."),
        )  # fmt: skip
        return Adding(
            self.view.agreed, actions, self._writing.background, visit=id, small=small, kept=self._kept,
            failed=self._failed,
        )  # fmt: skip
