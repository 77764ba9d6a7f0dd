"""What the list of people does: pages, finding as one types, adding. No widgets here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from msp_desktop.errors import Failure
from ui.background import Background
from ui.screens.people.model import ShownLine
from ui.screens.people.words import CUT, FOUND, NOBODY, NOT_FOUND, line_words

if TYPE_CHECKING:
    from msp_desktop.record.everybody import Everybody, Line
    from msp_desktop.record.people import People
    from ui.screens.people.view import PeopleView

PAGE, MOST_FOUND, MOST_AGAIN = 50, 100, 300
"""Lines of a page, of what is found, and at most of those that are read again when somebody comes back."""
SHORTEST, QUIET_MS = 2, 150
"""Letters that are looked for, and how long after the last one (interface.md)."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One page as it came from the records, with what was typed for it."""

    typed: str
    lines: tuple[Line, ...]
    is_whole: bool
    after: Line | None = None


class PeoplePresenter(QObject):
    """Only the answer to what was typed last is shown, and only one question is on its way at a time."""

    def __init__(
        self, view: PeopleView, background: Background, *, people: People, everybody: Everybody,
        open_person: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._view, self._background, self._people, self._everybody = view, background, people, everybody
        self._open_person = open_person
        self._typed, self._name, self._same = "", "", ""
        self._last: Line | None = None
        self._is_asking, self._is_stale = False, False
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Read the list again, from the first line on."""
        if self._is_asking:
            self._is_stale = True
            return
        self._is_asking, self._is_stale = True, False
        typed, shown = self._typed, self._view.model.rowCount()
        self._background.run(lambda: self._asked(typed, shown), done=self._show, failed=self._failed)

    def search(self, typed: str) -> None:
        """Something was typed: it is looked for a moment after the last letter."""
        self._typed = typed if len(typed) >= SHORTEST else ""
        self._soon.start()

    def more(self) -> None:
        """The page that follows the last line."""
        last = self._last
        self._background.run(lambda: self._page(last, PAGE), done=self._add_page, failed=self._failed)

    def add(self, name: str) -> None:
        """Somebody new; a name that is here already is asked about first."""

        def known() -> str:
            same = self._people.called(name)
            return same[-1].id if same else ""

        self._name = name
        self._background.run(known, done=self._known, failed=self._not_added)

    def same_person(self) -> None:
        """The name means somebody who is here already."""
        self._added(self._same)

    def other_person(self) -> None:
        """The name means somebody new."""
        name = self._name
        self._background.run(lambda: self._people.new(name).id, done=self._added, failed=self._not_added)

    def _asked(self, typed: str, shown: int) -> Answered:
        if not typed:
            return self._page(None, min(max(PAGE, shown), MOST_AGAIN))
        found = self._everybody.found(typed, today=_today(), limit=MOST_FOUND)
        return Answered(typed, found, is_whole=True)

    def _page(self, after: Line | None, limit: int) -> Answered:
        lines = self._everybody.page(after=after, today=_today(), limit=limit)
        return Answered("", lines, is_whole=len(lines) < limit, after=after)

    def _show(self, answered: Answered) -> None:
        self._is_asking = False
        if self._is_stale or answered.typed != self._typed:
            self.refresh()
            return
        self._last = answered.lines[-1] if answered.lines else None
        self._view.show_lines(_shown(answered.lines), _sentence(answered), is_whole=answered.is_whole)

    def _add_page(self, answered: Answered) -> None:
        if not self._typed and answered.after is self._last:  # otherwise the list was shown anew meanwhile
            self._last = answered.lines[-1] if answered.lines else self._last
            self._view.model.add(_shown(answered.lines), is_whole=answered.is_whole)

    def _known(self, same: str) -> None:
        self._same = same
        self._view.ask_which(self._name if same else "")
        if not same:
            self.other_person()

    def _added(self, id: str) -> None:
        self._view.show_added()
        self._open_person(id)

    def _failed(self, failure: Failure) -> None:
        self._is_asking = False
        self._view.show_problem(str(failure))

    def _not_added(self, failure: Failure) -> None:
        self._view.show_not_added(str(failure))


def _today() -> str:
    return date.today().isoformat()


def _shown(lines: Sequence[Line]) -> list[ShownLine]:
    return [ShownLine(line.id, *line_words(line, today=_today())) for line in lines]


def _sentence(answered: Answered) -> str:
    count = len(answered.lines)
    if not answered.typed:
        return "" if count else NOBODY
    if not count:
        return NOT_FOUND.format(typed=answered.typed)
    return CUT.format(count=count) if count == MOST_FOUND else FOUND.format(count=count)
