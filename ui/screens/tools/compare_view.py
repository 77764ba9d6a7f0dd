"""Scales as small lines, and then and now side by side. It says what differs, never what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from msp_desktop.tools.circles_compared import CirclesThenNow
from msp_desktop.tools.comparing import Compared, Difference
from msp_desktop.tools.over_time import Line
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.circles_beside import CirclesBeside
from ui.widgets.column import Column
from ui.widgets.row import Row
from ui.widgets.scale_over_time import ScaleOverTime
from ui.widgets.text import label


class CompareView(Column):
    """One comparison."""

    back_requested = Signal()

    def __init__(
        self, title: str, lines: Sequence[Compared], circles: Sequence[CirclesThenNow] = (),
        scales: Sequence[Line] = (),
    ) -> None:  # fmt: skip
        super().__init__(widest=1040 if circles else 760)
        self.lines = tuple(lines)
        self.back = button(self.tr("Back to the questions"), press=self.back_requested.emit)
        self._words = {
            Difference.SAME: self.tr("The same"), Difference.NEW: self.tr("New"),
            Difference.GONE: self.tr("Not there any more"), Difference.CHANGED: self.tr("Changed"),
        }  # fmt: skip
        self.put(label(self.tr("{tool}: last time and now").format(tool=title), "title"))
        self.put(Row(self.back))
        if not lines and not scales:
            self.put(label(self.tr("There is nothing to compare yet.")))
        if scales:
            self.put(self._over_time(scales))
        for both in circles:
            self.put(self._circles(both))
        for line in lines:
            self.put(self._card(line))

    def _over_time(self, scales: Sequence[Line]) -> Card:
        card = Card(self.tr("Over time"))
        card.put(label(self.tr("Each number as it was chosen, the oldest first."), "hint"))
        for line in scales:
            card.put(ScaleOverTime(line))
        return card

    def _circles(self, both: CirclesThenNow) -> Card:
        card = Card(both.rows.ask)
        card.put(CirclesBeside(both))
        card.put(label("\n".join(both.sentences())))
        return card

    def _card(self, line: Compared) -> Card:
        card = Card()
        asked = self.tr("{question} {name}").format(question=line.ask, name=line.name) if line.name else line.ask
        card.put(label(asked, "label"))
        card.put(label(self._difference(line), "caption"))
        if line.difference is Difference.SAME:
            card.put(label(line.now))
        else:
            nothing = self.tr("no answer")
            card.put(label(self.tr("Last time: {words}").format(words=line.then or nothing)))
            card.put(label(self.tr("Now: {words}").format(words=line.now or nothing)))
        return card

    def _difference(self, line: Compared) -> str:
        # Somebody on a list can be gone; a question that was not asked this time has lost nothing.
        if line.difference is Difference.GONE and not line.name:
            return self.tr("Not answered this time")
        return self._words[line.difference]
