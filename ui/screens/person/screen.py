"""One person's page put together: what stands on top, and its sections in the order in which they matter."""

from __future__ import annotations

from functools import partial

from ui.screens.about import screen as about
from ui.screens.person import documents, ledger, looked, timeline, wishes
from ui.screens.person.about import About
from ui.screens.person.opening import PersonOpened
from ui.screens.person.part import Part
from ui.screens.person.presenter import PersonPresenter
from ui.screens.person.view import PersonView
from ui.screens.tools.seeing import Seeing
from ui.shell import Shell


class PersonScreen:
    """Shows the person who was opened; opening is an event, which is not written here."""

    def __init__(self, shell: Shell) -> None:
        self.view, parts = PersonView(), shell.workspace
        self.presenter = PersonPresenter(
            self.view, shell.background, people=parts.people, visits=parts.visits,
            open_visit=shell.visit_requested.emit, planned=self.refresh,
        )  # fmt: skip
        self._seeing = Seeing(shell, clock=parts.store.now)
        self._seeing.setParent(self.view)
        self._parts, self._background = list[Part](), shell.background
        self._found: PersonOpened | None = None
        self.about = About(partial(about.make, shell))
        self._furnish(shell)

    def open(self, found: PersonOpened) -> None:
        """Somebody else's page, from its top."""
        self._found = found
        self.presenter.show(found)
        self.about.show_name(found.person.call_me)
        self._read(found)

    def refresh(self) -> None:
        """The page is shown again, or something was added to it."""
        if self._found is not None:
            self.presenter.refresh()
            self._read(self._found)

    def leave(self) -> None:
        """Save what is not saved yet."""
        for part in self._all():
            part.leave()

    def _read(self, found: PersonOpened) -> None:
        self.view.begin_reading()
        for part in self._all():
            part.open(found.id)
        end = self.view.end_reading
        self._background.run(lambda: None, done=lambda _: end(), failed=lambda _: end())  # after what they asked for

    def _all(self) -> list[Part]:
        return [*self._parts, self.about.part]

    def _furnish(self, shell: Shell) -> None:
        tr = self.view.tr
        self._put(tr("Time alone"), ledger.make(shell))
        self._put(tr("What they want"), wishes.make(shell, self._seeing))
        self.view.put_section(tr("About them"), self.about)
        self._put(tr("Timeline"), timeline.make(shell))
        self._put(tr("Documents"), documents.make(shell, self._seeing))
        self._put(tr("Who looked"), looked.make(shell))

    def _put(self, title: str, part: Part) -> None:
        self.view.put_section(title, part.view)
        self._parts.append(part)
