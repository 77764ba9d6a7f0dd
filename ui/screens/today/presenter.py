"""What the Today screen does. No widgets here; it gets the parts it needs, not the workspace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msp_desktop.errors import Failure
from msp_desktop.today import MOST, Lists
from ui.background import Background
from ui.screens.today.words import MORE, VISIT, Shown, shown, signed_lines

if TYPE_CHECKING:
    from msp_desktop.record.ids import RecordId
    from msp_desktop.record.people import People
    from msp_desktop.record.record import Record
    from msp_desktop.record.visit import Visit
    from msp_desktop.record.visits import Visits
    from msp_desktop.today import Today
    from ui.screens.today.view import TodayView
    from ui.widgets.ways_card import Way

FURTHER = 20
"""How many more are shown when somebody asks for more of a list."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for with a name, and the person of that name who is here already."""

    name: str
    starts: bool
    found: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What the page is about."""

    today: Today
    people: People
    visits: Visits


class TodayPresenter:
    """Shows the day, plans a visit, starts one that nobody planned. `open` leads to places, by their kind."""

    def __init__(
        self, view: TodayView, background: Background, *, parts: Parts, open: Mapping[str, Callable[[str], None]],
        tell: Callable[[str], None],
    ) -> None:  # fmt: skip
        self._view, self._background, self._parts = view, background, parts
        self._not_read: Callable[[Failure], None] = lambda failure: tell(str(failure))
        self._open = {**open, MORE: self.show_more}
        self._asked, self._most = Asked("", starts=False), dict.fromkeys(Lists, MOST)

    def refresh(self) -> None:
        """Read the day again."""
        most = dict(self._most)
        read: Callable[[], Shown] = lambda: shown(self._parts.today.read(most))  # noqa: E731
        self._background.run(read, done=self._view.show_day, failed=self._not_read)
        if self._view.signed_fold.is_open:
            self.show_signed()

    def show_signed(self) -> None:
        """Read signed visits, which are only shown when somebody wants them."""
        most = self._most[Lists.SIGNED]
        read: Callable[[], tuple[Way, ...]] = lambda: signed_lines(self._parts.today.signed(most))  # noqa: E731
        self._background.run(read, done=self._view.show_signed, failed=self._not_read)

    def go(self, place: str) -> None:
        """Go to where a line leads."""
        kind, name = place.split(" ", 1)
        self._open[kind](name)

    def show_more(self, name: str) -> None:
        """Read more of one list."""
        self._most[Lists(name)] += FURTHER
        if name == Lists.SIGNED:
            self.show_signed()
        else:
            self.refresh()

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
            same = self._parts.people.called(asked.name)
            return Asked(asked.name, asked.starts, same[-1].id if same else None)

        self._background.run(known, done=self._known, failed=self._failed)

    def _known(self, asked: Asked) -> None:
        self._asked = asked
        self._view.ask_which(asked.name if asked.found else "")
        if asked.found is None:
            self._make(asked)

    def _make(self, asked: Asked) -> None:
        def made() -> Record[Visit]:
            person = asked.found or self._parts.people.new(asked.name).id
            return self._parts.visits.start_unplanned(person) if asked.starts else self._parts.visits.plan(person)

        self._background.run(made, done=self._made, failed=self._failed)

    def _made(self, visit: Record[Visit]) -> None:
        self._view.show_planned()
        self._open[VISIT](visit.id)

    def _failed(self, failure: Failure) -> None:
        self._view.show_problem(str(failure))
