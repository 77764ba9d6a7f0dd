"""The first ten seconds of a visit: a place to type with the cursor in it, who came in, and how to talk together."""

from __future__ import annotations

from ui.screens.visit.lines_view import LinesView
from ui.screens.visit.who_view import WhoCard
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.text import label


class HereView(Column):
    """Lines first; nothing here tells of other days."""

    def __init__(self) -> None:
        super().__init__()
        self.lines, self.talk, self.who = LinesView(), Card(), WhoCard()
        self.how, self.stop = label(), label()
        self.not_begun = label(self.tr("The visit has not begun. Press Start the visit when you are at the door."))
        self.talk.put(self.how)
        self.talk.put(self.stop)
        self.lines.put_under_typing(self.who)
        for part in (self.not_begun, self.talk, self.lines):
            self.put(part)
        for later in (self.who, self.talk):
            later.hide()

    def show_talk(self, how: str, stop: str) -> None:
        """How to communicate, and the signal to stop."""
        for place, text in ((self.how, how), (self.stop, stop)):
            place.setText(text)
            place.setVisible(bool(text))
        self.talk.setVisible(bool(how or stop))

    def show_begun(self, *, is_begun: bool, is_signed: bool) -> None:
        """Nothing is typed before the visit begins, nor after it was signed."""
        self.lines.typing.setVisible(not is_signed)
        self.not_begun.setVisible(not is_begun)
        self.lines.setVisible(is_begun)
