"""What was being written when the program last stopped: back at once, and offered to be kept or forgotten.

It is back as an unsaved change, so that nothing typed meanwhile can push it out of the one draft that is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from msp_desktop.record.record import Unsaved
from msp_desktop.record.times import local
from msp_desktop.record.visit import Visit
from msp_desktop.translation import tr
from ui.screens.visit.opening import Opened
from ui.writing import Writing

if TYPE_CHECKING:
    from ui.screens.visit.view import VisitView

FOUND = "draft"


class Offer:
    """The draft of one visit, bound to the version it was based on. `forgotten` runs when it is gone."""

    def __init__(
        self, view: VisitView, opened: Opened, *, writing: Writing[Visit], forgotten: Callable[[], None]
    ) -> None:
        self._view, self._writing, self._forgotten = view, writing, forgotten
        self._draft = opened.draft
        if self._draft is not None and opened.visit.body.signature is None:
            draft, is_same = self._draft, self._draft.base == opened.visit.rev
            writing.change(FOUND, lambda visit: recovered(visit, draft.body, is_same_version=is_same))
        view.go_on_requested.connect(self.go_on)
        view.forget_confirmed.connect(self.forget)

    def show(self) -> None:
        """Offer it until it is part of the record or forgotten. Its words are not in the offer: others may see it."""
        self._view.offer_draft(_told(self._draft) if self._draft and self._writing.holds(FOUND) else "")

    def go_on(self) -> None:
        """Make it part of the record."""
        self._writing.save()

    def forget(self) -> None:
        """Leave it out; the draft is gone."""
        self._writing.take_back(FOUND)
        self._writing.autosave.now()
        self._forgotten()


def recovered(visit: Visit, draft: Visit, *, is_same_version: bool) -> Visit:
    """The visit with the draft: all of it where the version is the same, else only the lines that are missing."""
    if is_same_version:
        return draft
    there = {each.id for each in visit.statements}
    missing = tuple(each for each in draft.statements if each.id not in there)
    return replace(visit, statements=(*visit.statements, *missing))


def _told(draft: Unsaved[Visit]) -> str:
    at = local(draft.saved_at, draft.body.zone).strftime("%H:%M:%S")
    return tr("The program stopped while you were writing. What you wrote until {time} is back.").format(time=at)
