"""Together: the tools at hand to fill in with the person, one press each, and what was begun of them."""

from __future__ import annotations

from collections.abc import Sequence
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
        self._begun, self._tools = Row(), Row()
        self._begun_title = label(self.tr("Begun, and not finished"), "part")
        card = Card(
            self.tr("Fill something in together"),
            self.tr("A tool opens on its own, with nothing else on the screen. Say what it is for, and ask first."),
        )
        for part in (self._begun_title, self._begun, label(self.tr("Begin"), "part"), self._tools):
            card.put(part)
        card.put_left(button(self.tr("All tools, and what each is for"), "link", press=self.tools_requested.emit))
        self.put(card)
        self.show_tools((), begun=())

    def show_tools(self, tools: Sequence[tuple[str, str]], *, begun: Sequence[tuple[str, str]]) -> None:
        """Tools as (key, title), and what was begun as (id, words)."""
        self.begun = _offered(self._begun, self.begun, begun, self.go_on_requested)
        self.tools = _offered(self._tools, self.tools, tools, self.fill_requested)
        self._show_begun()

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
