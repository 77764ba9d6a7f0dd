"""What the top of one person's page does: name and talk, planning a visit, starting one. No widgets here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from msp_desktop.errors import Failure
from msp_desktop.record.ids import RecordId
from msp_desktop.record.times import moment, read_instant
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.person.opening import PersonOpened, also_called, next_planned, talk_lines
from ui.writing import time_now

if TYPE_CHECKING:
    from msp_desktop.record.people import People
    from msp_desktop.record.record import Record
    from msp_desktop.record.visit import Visit
    from msp_desktop.record.visits import Visits
    from ui.screens.person.view import PersonView

Planned = tuple[RecordId, str] | None


class PersonPresenter(QObject):
    """One person at a time. `planned` runs when a visit was planned, so that the whole page shows it."""

    def __init__(
        self, view: PersonView, background: Background, *, people: People, visits: Visits,
        open_visit: Callable[[str], None], planned: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._view, self._background, self._people, self._visits = view, background, people, visits
        self._open_visit, self._told_planned = open_visit, planned
        self._person = RecordId("")
        self._planned: Planned = None
        view.start_requested.connect(self.start)
        view.planned_requested.connect(self.open_planned)
        view.plan.plan_requested.connect(self.plan)

    def show(self, found: PersonOpened) -> None:
        """Somebody's page."""
        self._person = found.id
        self._view.show_top()
        self._show(found)

    def refresh(self) -> None:
        """The page is shown again: a visit may have been planned, or something written down about them."""
        person = self._person
        self._background.run(lambda: self._read(person), done=self._show, failed=self._failed)

    def start(self) -> None:
        """A visit that nobody planned begins now."""
        person = self._person
        self._background.run(
            lambda: self._visits.start_unplanned(person), done=lambda visit: self._open_visit(visit.id),
            failed=self._failed,
        )  # fmt: skip

    def open_planned(self) -> None:
        """Open the visit that is planned next."""
        if self._planned is not None:
            self._open_visit(self._planned[0])

    def plan(self, day: str, time: str) -> None:
        """A visit to come."""
        if day < date.today().isoformat():
            self._view.plan.show_over()
            return
        person, at = self._person, read_instant(moment(day, time, self._visits.zone))
        self._background.run(lambda: self._visits.plan(person, at=at), done=self._made, failed=self._failed)

    def _made(self, _visit: Record[Visit]) -> None:
        self._view.plan.clear()
        self._view.show_saved(tr("Saved on this laptop at {time}.").format(time=time_now()))
        self._told_planned()

    def _read(self, person: RecordId) -> PersonOpened:
        return PersonOpened(person, self._people.get(person).body, next_planned(self._visits, person))

    def _show(self, found: PersonOpened) -> None:
        if found.id == self._person:
            person, self._planned = found.person, found.planned
            self._view.show_person(person.call_me, also_called(person), talk_lines(person.communication))
            self._view.show_planned(found.planned[1] if found.planned else "")

    def _failed(self, failure: Failure) -> None:
        self._view.show_problem(str(failure))
