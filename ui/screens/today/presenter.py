"""What the Today screen does. No widgets here; it gets the parts it needs, not the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from msp_desktop.errors import Failure
from msp_desktop.translation import tr
from ui.background import Background

if TYPE_CHECKING:  # the database library costs more than all of Qt and is loaded in the storage thread
    from msp_desktop.record.people import People
    from msp_desktop.record.visits import Visits

STATES = {
    "planned": tr("{day}: {name}. Planned."),
    "draft": tr("{day}: {name}. Draft, not signed yet."),
    "complete": tr("{day}: {name}. Complete and signed."),
    "addendum": tr("{day}: {name}. Changed after signing, with a reason."),
    "not_made": tr("{day}: {name}. Not made, with a reason."),
}


class Today(Protocol):
    """What the presenter needs of the screen."""

    def show_visits(self, lines: Sequence[str]) -> None:
        """Show the visits."""

    def show_planned(self, sentence: str) -> None:
        """Say that a visit was planned."""

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong."""


class TodayPresenter:
    """Lists visits and plans one to somebody new."""

    def __init__(self, view: Today, background: Background, *, people: People, visits: Visits) -> None:
        self._view, self._background, self._people, self._visits = view, background, people, visits

    def refresh(self) -> None:
        """Read the visits again."""
        self._background.run(self._lines, done=self._view.show_visits, failed=self._failed)

    def plan(self, call_me: str) -> None:
        """A new person and a visit to them, now; without a name nothing is made."""
        self._background.run(lambda: self._planned(call_me), done=self._saved, failed=self._failed)

    def _planned(self, call_me: str) -> str:
        person = self._people.new(call_me)
        self._visits.plan(person.id, at=datetime.now(UTC))
        return datetime.now().astimezone().strftime("%H:%M:%S")

    def _saved(self, at: str) -> None:
        self._view.show_planned(tr("Saved on this laptop at {time}.").format(time=at))
        self.refresh()

    def _lines(self) -> list[str]:
        from msp_desktop.record.times import shown_day

        names = {person.id: person.body.call_me for person in self._people.list()}
        return [
            STATES[visit.body.state].format(day=shown_day(visit.body.day), name=names.get(visit.body.person, ""))
            for visit in self._visits.list(order=("-day", "-n"), limit=200)
        ]

    def _failed(self, failure: Failure) -> None:
        self._view.show_problem(str(failure))
