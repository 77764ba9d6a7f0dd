"""What the search page does as somebody types: wait for a pause, stop what nobody waits for, show the latest.

No widgets here. What may be shown of a hit is decided in `msp_desktop.record.found`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from msp_desktop.errors import Failure, Stopped
from msp_desktop.practice.said_alone import STALE_AFTER
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.search.lines import Line, count_of, lines_of

if TYPE_CHECKING:
    from msp_desktop.record.found import Results
    from msp_desktop.record.search import Search
    from ui.screens.search.view import SearchView

PAUSE = 150
"""Milliseconds after the last letter (interface.md)."""

BEGIN = tr(
    "Type at least two letters: the beginning of a word is enough. People and those around them, visits, what is"
    " wanted, what was agreed, and tools are looked through. How to reach somebody safely never is."
)
NOTHING = tr("Nothing was found. Try fewer letters, another word, or only a name.")
HIDDEN = tr("Words stay out of sight while somebody else could read them.")
ONLY_YOU = tr("Only you see this screen, as you said at {time}. After ten minutes it is hidden again.")


class SearchPresenter(QObject):
    """`open_visit` and `open_person` take ids. Nobody is taken to be alone until they say so, each time anew."""

    def __init__(
        self, view: SearchView, background: Background, *, search: Search, clock: Callable[[], datetime],
        open_visit: Callable[[str], None], open_person: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._view, self._background, self._search, self._clock = view, background, search, clock
        self._open_visit, self._open_person = open_visit, open_person
        self._text, self._asked = "", 0
        self._said_at: datetime | None = None
        self._lines: tuple[Line, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self._stale = QTimer(self, singleShot=True, interval=int(STALE_AFTER.total_seconds() * 1000))
        self._stale.timeout.connect(self.hide)
        view.typed.connect(self.typed)
        view.only_me_said.connect(self.only_me)
        view.others_said.connect(self.hide)
        view.opened.connect(self.open)

    def enter(self) -> None:
        """The page is opened."""
        self.hide()
        self._view.begin()

    def leave(self) -> None:
        """The page is left: nothing of what was found stays on it, and nobody knows any more who sees it."""
        self._stop()
        self._said_at = None
        self._show((), "")

    def show_again(self, text: str) -> None:
        """Search for what was typed before the page was made anew."""
        self._view.field.load(text)
        self.typed(text)

    def typed(self, text: str) -> None:
        """Another letter: what runs is not wanted any more."""
        self._stop()
        self._text = text
        self._pause.start()

    def open(self, place: int) -> None:
        """Open what was found: its visit or, where it belongs to none, its person."""
        line = self._lines[place]
        if line.visit:
            self._open_visit(line.visit)
        elif line.person:
            self._open_person(line.person)

    def only_me(self) -> None:
        """The worker says that nobody else sees the screen."""
        self._said_at = self._clock()
        self._stale.start()
        self._again()

    def hide(self) -> None:
        """Somebody else may see the screen."""
        self._said_at = None
        self._stale.stop()
        self._show((), "")
        self._again()

    def look(self) -> None:
        """Search for what stands in the field."""
        from msp_desktop.record.search import SHORTEST

        if len(self._text) < SHORTEST:
            self._show((), BEGIN)
            return
        asked, text, only_me = self._asked, self._text, self._said_at is not None

        def found() -> Results | None:
            return self._search.find(text, only_me=only_me) if asked == self._asked else None

        self._background.run(
            found, done=lambda results: self._found(asked, results), failed=lambda failure: self._failed(asked, failure)
        )

    def _found(self, asked: int, results: Results | None) -> None:
        if results is None or asked != self._asked:
            return
        count = count_of(results)
        sentence = tr("{count} found.").format(count=count) if count else NOTHING
        if results.has_more:
            sentence = tr("The latest {count}. There are more: type more letters.").format(count=count)
        self._show(lines_of(results), sentence)

    def _failed(self, asked: int, failure: Failure) -> None:
        if asked == self._asked and not isinstance(failure, Stopped):
            self._view.show_problem(str(failure))

    def _again(self) -> None:
        self._stop()
        self.look()

    def _stop(self) -> None:
        self._pause.stop()
        self._asked += 1
        self._search.interrupt()

    def _show(self, lines: tuple[Line, ...], sentence: str) -> None:
        self._lines = lines
        self._view.show_found(lines, sentence)
        if self._said_at is not None:
            time = self._said_at.astimezone().strftime("%H:%M")
            self._view.show_sight(ONLY_YOU.format(time=time), only_me=True)
        else:
            self._view.show_sight(HIDDEN if any(line.is_covered for line in lines) else "", only_me=False)
