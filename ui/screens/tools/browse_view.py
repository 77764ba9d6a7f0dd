"""Choosing a tool: for whom, what is happening, and the tools under the guidance's headings. Shows and tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.tools.team_card import TeamCard
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.column import Column
from ui.widgets.fold import Fold
from ui.widgets.row import Row
from ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class Begun:
    """One filling of a tool that is there already: its record's id, and what it is in words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One tool as it is offered. `mark` says that it is for the worker alone, or of the team."""

    key: str
    title: str
    purpose: str
    mark: str = ""
    begun: tuple[Begun, ...] = ()


class BrowseView(Column):
    """`fill_requested` and `print_requested` tell the tool's key, `go_on_requested` the id of what was begun."""

    fill_requested = Signal(str)
    go_on_requested = Signal(str)
    print_requested = Signal(str)
    somebody_else_requested = Signal()
    happening_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.who = label("", "label")
        self.somebody_else = button(self.tr("Choose who it is for"), press=self.somebody_else_requested.emit)
        self._choose = Row(self.somebody_else)
        self.happening = ChoiceField(self.tr("What is happening?"), {}, hint=self.tr("Shows the tools that may help."))
        self.fold = Fold(self.tr("Find one by what is happening"), lambda: self.happening)
        self.team, self.faults = TeamCard(), label("", "error")
        self.team_fold = Fold(self.tr("Tools of your team"), lambda: self.team)
        self._tools = QWidget()
        title = label(self.tr("Tools"), "title")
        for part in (title, self.who, self._choose, self.faults, self.fold, self.team_fold, self._tools):
            self.put(part)
        self.faults.hide()
        self.happening.changed.connect(lambda: self.happening_chosen.emit(self.happening.value() or ""))

    def show_who(self, sentence: str, *, may_choose: bool) -> None:
        """For whom a tool would be filled in."""
        self.who.setText(sentence)
        self.who.setVisible(bool(sentence))
        self._choose.setVisible(may_choose)

    def show_faults(self, sentence: str) -> None:
        """That some files of the team need a look."""
        self.faults.setText(sentence)
        self.faults.setVisible(bool(sentence))

    def show_tools(self, headings: Mapping[str, Sequence[Offer]], happening: Mapping[str, str]) -> None:
        """The tools under their headings."""
        self.happening.offer(happening)
        old, self._tools = self._tools, QWidget()
        stack = QVBoxLayout(self._tools)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(12))
        for title, offers in headings.items():
            stack.addWidget(label(title, "heading"))
            for offer in offers:
                stack.addWidget(self._card(offer))
        self.put(self._tools)
        old.hide()
        old.deleteLater()

    def _card(self, offer: Offer) -> Card:
        card = Card()
        card.setAccessibleName(offer.title)
        for words, kind in ((offer.title, "label"), (offer.purpose, ""), (offer.mark, "caption")):
            if words:
                card.put(label(words, kind))
        for begun in offer.begun:
            go_on = button(begun.words, "link", press=partial(self.go_on_requested.emit, begun.id))
            go_on.setAccessibleName(self.tr("{tool}: {words}").format(tool=offer.title, words=begun.words))
            card.put_left(go_on)
        fill = button(self.tr("Fill in"), press=partial(self.fill_requested.emit, offer.key))
        paper = button(self.tr("Print it empty"), "link", press=partial(self.print_requested.emit, offer.key))
        for each in (fill, paper):
            each.setAccessibleName(self.tr("{what}: {tool}").format(what=each.text(), tool=offer.title))
        card.put(Row(fill, paper))
        return card
