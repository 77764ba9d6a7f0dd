"""What the Today screen does. No widgets here; it gets the parts it needs, not the workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msp_desktop.errors import Failure
from msp_desktop.translation import tr
from ui.background import Background

if TYPE_CHECKING:  # the database library costs more than all of Qt and is loaded in the storage thread
    from msp_desktop.record.ids import RecordId
    from msp_desktop.record.people import People
    from msp_desktop.record.record import Record
    from msp_desktop.record.visit import Visit
    from msp_desktop.record.visits import Visits
    from ui.screens.today.view import TodayView

STATES = {
    "planned": tr("{day}, {time}: {name}. Planned."),
    "going_on": tr("{day}: {name}. Going on now."),
    "draft": tr("{day}: {name}. Draft, not signed yet."),
    "complete": tr("{day}: {name}. Complete and signed."),
    "addendum": tr("{day}: {name}. Changed after signing, with a reason."),
    "not_made": tr("{day}: {name}. Not made, with a reason."),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for with a name, and the person of that name who is here already."""

    name: str
    starts: bool
    found: RecordId | None = None


class TodayPresenter:
    """Lists visits, plans one, starts one that nobody planned."""

    def __init__(
        self, view: TodayView, background: Background, *, people: People, visits: Visits,
        open_visit: Callable[[str], None],
    ) -> None:  # fmt: skip
        self._view, self._background, self._people, self._visits = view, background, people, visits
        self._open_visit, self._asked = open_visit, Asked("", starts=False)

    def refresh(self) -> None:
        """Read the visits again."""
        self._background.run(self._lines, done=self._view.show_visits, failed=self._failed)

    def plan(self, name: str) -> None:
        """A visit to come; a name that is here already is asked about first."""
        self._look_up(Asked(name, starts=False))

    def start(self, name: str) -> None:
        """A visit that begins now; a name that is here already is asked about first."""
        self._look_up(Asked(name, starts=True))

    def same_person(self) -> None:
        """The name means the person who is here already."""
        self._make(self._asked)

    def other_person(self) -> None:
        """The name means somebody new."""
        self._make(Asked(self._asked.name, self._asked.starts))

    def _look_up(self, asked: Asked) -> None:
        def known() -> Asked:
            same = self._people.called(asked.name)
            return Asked(asked.name, asked.starts, same[-1].id if same else None)

        self._background.run(known, done=self._known, failed=self._failed)

    def _known(self, asked: Asked) -> None:
        self._asked = asked
        self._view.ask_which(asked.name if asked.found else "")
        if asked.found is None:
            self._make(asked)

    def _make(self, asked: Asked) -> None:
        def made() -> Record[Visit]:
            person = asked.found or self._people.new(asked.name).id
            if asked.starts:
                return self._visits.start_unplanned(person)
            return self._visits.plan(person, at=datetime.now(UTC))

        self._background.run(made, done=self._made, failed=self._failed)

    def _made(self, visit: Record[Visit]) -> None:
        at = datetime.now().astimezone().strftime("%H:%M:%S")
        self._view.show_planned(tr("Saved on this laptop at {time}.").format(time=at))
        if visit.body.started_at:
            self._open_visit(visit.id)
        else:
            self.refresh()

    def _lines(self) -> list[tuple[str, str]]:
        visits = self._visits.list(order=("-day", "-n"), limit=200)
        ids = sorted({visit.body.person for visit in visits})
        names = {person.id: person.body.call_me for person in self._people.list({"id": ids})}
        return [(visit.id, _line(visit.body, names.get(visit.body.person, ""))) for visit in visits]

    def _failed(self, failure: Failure) -> None:
        self._view.show_problem(str(failure))


def _line(visit: Visit, name: str) -> str:
    from msp_desktop.record import company
    from msp_desktop.record.planning import planned_time
    from msp_desktop.record.times import shown_day

    state = "not_made" if visit.not_made and visit.state == "draft" else visit.state
    state = "going_on" if company.running(visit) else state
    return STATES[state].format(day=shown_day(visit.day), time=planned_time(visit), name=name)
