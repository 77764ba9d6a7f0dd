"""The timeline on the person's page: lines under their days, the newest first. Shows and tells; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.person.section import Lines, Section, line, opener
from ui.screens.person.timeline_words import MomentWords
from ui.widgets.text import label


class TimelineView(Section):
    """`visit_chosen` tells a visit's id; `earlier_requested` asks for the page that follows."""

    visit_chosen = Signal(str)
    earlier_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Timeline"))
        self.empty = label(
            self.tr("Nothing has happened yet. Visits, filled tools and printed sheets come here by day."), "hint"
        )
        self.lines = Lines(self.tr("Show earlier days"))
        for part in (self.empty, self.lines):
            self.put(part)
        self.lines.more.clicked.connect(lambda: self.earlier_requested.emit())
        self.clear()

    def clear(self) -> None:
        """Nothing of anybody."""
        self.empty.hide()
        self.lines.clear()
        self._day = ""

    def show_moments(self, moments: Sequence[MomentWords], *, has_more: bool) -> None:
        """Lines behind those that are there; with none at all, what this place is for."""
        with self.changing():
            self.empty.setVisible(not moments and not self._day)
            self.lines.add(list(self._lines(moments)), has_more=has_more)

    def _lines(self, moments: Sequence[MomentWords]) -> Iterator[QWidget]:
        for each in moments:
            is_new, self._day = each.day != self._day, each.day
            words = [(each.day if is_new else "", "label"), (each.what, ""), ("\n".join(each.beside), "hint")]
            yield line(words, *([self._opener(each)] if each.visit else []))

    def _opener(self, moment: MomentWords) -> QWidget:
        name = self.tr("Open the visit: {day}, {time}, {what}")
        words = name.format(day=moment.day, time=moment.time, what=moment.what)
        made = opener(self.tr("Open"), words)
        made.clicked.connect(partial(self.visit_chosen.emit, moment.visit))
        return made
