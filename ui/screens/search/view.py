"""The search page: a field, who sees the screen, and what was found. Shows what it is told and decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal

from ui.keys import bind_within
from ui.screens.search.lines import Line
from ui.screens.search.results import ResultList
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.column import Column
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.text import label, say


class SearchView(Column):
    """`typed` tells each letter, `opened` the place of the line that was pressed."""

    typed = Signal(str)
    opened = Signal(int)
    only_me_said = Signal()
    others_said = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = LineField(self.tr("What are you looking for?"))
        self.sight, self.said, self.results = label(), label(), ResultList()
        self.only_me = button(self.tr("Only I can see this screen"), press=self.only_me_said.emit)
        self.others = button(self.tr("Somebody else can see it"), press=self.others_said.emit)
        self.results.setAccessibleName(self.tr("What was found"))
        self._who = Row(self.only_me, self.others)
        for part in (label(self.tr("Search"), "title"), self.field, self.said, self.sight, self._who, self.results):
            self.put(part)
        self.field.changed.connect(lambda: self.typed.emit(self.field.value()))
        self.field.entered.connect(self._into_results)
        bind_within(self.field.edit, Qt.Key.Key_Down, self._into_results)
        self.results.opened.connect(self.opened)
        self.results.selectionModel().currentChanged.connect(self._reveal_line)
        self.results.hide()

    def begin(self) -> None:
        """Put the cursor into the field, with what was typed ready to be replaced."""
        self.field.focus()
        self.field.edit.selectAll()

    def show_found(self, lines: Sequence[Line], sentence: str) -> None:
        """What was found, and how much that is."""
        self.results.setVisible(bool(lines))
        self.results.show_lines(lines)
        say(self.said, sentence)

    def show_problem(self, sentence: str) -> None:
        """What went wrong, and what to do."""
        say(self.said, sentence, "error")

    def show_sight(self, sentence: str, *, only_me: bool) -> None:
        """Who is known to see the screen; an empty sentence where that makes no difference."""
        say(self.sight, sentence)
        self._who.setVisible(bool(sentence))
        self.only_me.setVisible(not only_me)
        self.others.setVisible(only_me)

    def _into_results(self) -> None:
        if not self.results.isHidden():
            self.results.setFocus(Qt.FocusReason.TabFocusReason)
            self._reveal_line(self.results.currentIndex())

    def _reveal_line(self, index: QModelIndex) -> None:
        place = self.results.visualRect(index)
        page = self.widget()
        if page is not None and self.results.hasFocus() and not place.isEmpty():
            inside = self.results.viewport().mapTo(page, place.center())
            self.ensureVisible(inside.x(), inside.y(), 0, place.height() // 2 + px(24))
