"""Together: the tools at hand to fill in with the person, one press each, and what was begun of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.row import Row
from ui.widgets.text import label


class TogetherView(Column):
    """`fill_requested` tells a tool's key, `go_on_requested` the id of what was begun."""

    tools_requested = Signal()
    fill_requested = Signal(str)
    go_on_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._may_be_seen = False
        self.begun: list[QPushButton] = []
        self.tools: list[QPushButton] = []
        self._begun, self._under = Row(), dict[str, Row]()
        self._begun_title = label(self.tr("Begun, and not finished"), "part")
        self._card = Card(
            self.tr("Fill something in together"),
            self.tr("A tool opens on its own, with nothing else on the screen. Say what it is for, and ask first."),
        )
        every = button(self.tr("All tools, and what each is for"), "link", press=self.tools_requested.emit)
        for part in (self._begun_title, self._begun, Row(every)):
            self._card.put(part)
        self.put(self._card)
        self._show_begun()

    def show_tools(
        self, headings: Mapping[str, Sequence[tuple[str, str]]], *, begun: Sequence[tuple[str, str]]
    ) -> None:  # fmt: skip
        """Tools as (key, title) under their headings, and what was begun as (id, words)."""
        self.begun = _offered(self._begun, self.begun, begun, self.go_on_requested)
        old, self.tools = self.tools, []
        for heading, tools in headings.items():
            row = self._row(heading)
            gone = [each for each in old if row.isAncestorOf(each)]
            self.tools += _offered(row, gone, tools, self.fill_requested)
        self._show_begun()

    def _row(self, heading: str) -> Row:
        """The row of tools under a heading, made when it is first wanted."""
        if heading not in self._under:
            self._under[heading] = Row()
            self._card.put(label(heading, "part"))
            self._card.put(self._under[heading])
        return self._under[heading]

    def show_private(self, *, may_be_seen: bool) -> None:
        """What was begun is left out while others may see the screen: a title can tell enough."""
        self._may_be_seen = may_be_seen
        self._show_begun()

    def _show_begun(self) -> None:
        for part in (self._begun_title, self._begun):
            part.setVisible(self._may_be_seen and bool(self.begun))


def _offered(
    row: Row, old: list[QPushButton], offers: Sequence[tuple[str, str]], told: SignalInstance
) -> list[QPushButton]:
    for each in old:
        row.take_out(each)
    made = [button(words, press=partial(told.emit, id)) for id, words in offers]
    for each in made:
        row.put(each)
    return made
