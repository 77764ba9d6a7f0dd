"""What was not saved last time: in the form at once, in the record only when somebody goes on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ui.screens.about.saving import back_told
from ui.writing import Writing

if TYPE_CHECKING:
    from msp_desktop.record.body import Body
    from msp_desktop.record.record import Unsaved
    from ui.screens.about.draft_view import DraftView

B = TypeVar("B", bound="Body")
FOUND = "draft"


class Found:
    """The offer on one card. Typing on is going on with it; leaving without an answer leaves it a draft."""

    def __init__(self, view: DraftView) -> None:
        self._view, self.is_open = view, False

    def offer(self, writing: Writing[B], draft: Unsaved[B] | None) -> None:
        """Put a draft on top of a record that is being written; without one there is nothing to offer."""
        self.answered()
        if draft is not None:
            body = draft.body
            writing.bring_back(FOUND, lambda _: body)
            self.is_open = True
            self._view.offer(back_told(draft.saved_at))

    def answered(self) -> None:
        """Nothing is offered any more."""
        self.is_open = False
        self._view.offer("")

    def forget(self, writing: Writing[B] | None) -> None:
        """Leave it out; the draft is gone."""
        self.answered()
        if writing is not None:
            writing.take_back(FOUND)
            writing.autosave.now()
