"""The timeline put together: reads a page at a time, so that a person with hundreds of visits opens at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from msp_desktop.errors import BadInput, Failure
from msp_desktop.record.event import Event
from msp_desktop.record.events import Events
from msp_desktop.record.filled import Answers
from msp_desktop.record.ids import RecordId
from msp_desktop.record.timeline import Timeline
from msp_desktop.sheets import visit_summary
from ui.background import Background
from ui.screens.person.part import Part
from ui.screens.person.timeline_view import TimelineView
from ui.screens.person.timeline_words import MomentWords, Title, moment_words
from ui.shell import Shell

if TYPE_CHECKING:
    from msp_desktop.record.answers import AnswersShelf
    from msp_desktop.tools.library import Library

PAGE = 10


def make(shell: Shell) -> Part:
    """The timeline; opening a visit is a request to the shell."""
    view, parts = TimelineView(), shell.workspace
    events, titles = Events(parts.store), Titles(parts.answers, parts.tools)

    def days_of(person: RecordId) -> Timeline:
        return Timeline(person, visits=parts.visits, answers=parts.answers, events=events)

    presenter = TimelinePresenter(view, shell.background, days_of=days_of, title=titles.of, tell=shell.told.emit)
    view.visit_chosen.connect(shell.visit_requested)
    return Part(view, open=presenter.open, leave=lambda: None)


class Titles:
    """The titles of tools and sheets, in the storage thread; tools are read only where the record does not say."""

    def __init__(self, answers: AnswersShelf, tools: Library) -> None:
        self._answers, self._tools = answers, tools
        self._known: dict[tuple[str, int], str] = {}

    def of(self, body: Answers | Event) -> str:
        """The title of what was filled in or printed; its name where nobody knows the title any more."""
        if isinstance(body, Answers):
            return self._tool(body.tool, body.version)
        if body.printed is not None and body.printed.title:
            return body.printed.title
        return visit_summary.TITLE if body.sheet == visit_summary.SHEET else self._sheet(body.sheet)

    def _tool(self, key: str, version: int) -> str:
        if (key, version) not in self._known:
            found = self._answers.definition(key, version)
            self._known[key, version] = found.title if found else key
        return self._known[key, version]

    def _sheet(self, id: str) -> str:
        try:
            tool, sheet = self._tools.sheet(id)
        except BadInput:  # a team's own tool that is not on this laptop any more
            return id
        return sheet.title or tool.title


class TimelinePresenter(QObject):
    """One person at a time; what comes back for another one is not shown."""

    def __init__(
        self, view: TimelineView, background: Background, *, days_of: Callable[[RecordId], Timeline],
        title: Title, tell: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._view, self._background = view, background
        self._days_of, self._title, self._tell = days_of, title, tell
        self._person = RecordId("")
        self._days: Timeline | None = None
        view.earlier_requested.connect(self._more)

    def open(self, person: RecordId) -> None:
        """Read and show the newest days of one person."""
        if person != self._person:
            self._view.clear()
        self._person, self._days = person, self._days_of(person)
        self._more(is_first=True)

    def _more(self, *, is_first: bool = False) -> None:
        days = self._days
        if days is None:
            return

        def read() -> list[MomentWords]:
            today = date.today().isoformat()
            return [moment_words(each, today=today, title=self._title) for each in days.more(PAGE)]

        def show(moments: list[MomentWords]) -> None:
            if days is self._days:
                self._show(moments, is_first=is_first)

        self._background.run(read, done=show, failed=self._failed)

    def _show(self, moments: list[MomentWords], *, is_first: bool) -> None:
        if is_first:
            self._view.clear()
        self._view.show_moments(moments, has_more=len(moments) == PAGE)

    def _failed(self, failure: Failure) -> None:
        self._days = None
        self._tell(str(failure))
