"""What the person wants and what was agreed, on their page. Shows and tells; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.screens.person.covering import Cover
from ui.screens.person.section import Lines, Section, line, opener
from ui.screens.person.wishes_words import ActionWords, WishWords
from ui.widgets.row import Row
from ui.widgets.text import label, say, short


class WishesView(Section):
    """`kept` and `dropped` say what became of an action, `open_again` that this was a mistake; each tells its place."""

    kept = Signal(int)
    dropped = Signal(int)
    open_again = Signal(int)
    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("What they want, and what was agreed"))
        self.cover = Cover(self.tr("what they want, and what was agreed"))
        self.wants, self.agreed = label(self.tr("What they want"), "part"), label(self.tr("What was agreed"), "part")
        self.no_wish = label(
            self.tr("Nothing is written down yet. Write it in a visit under After, in their own words."), "hint"
        )
        self.no_action = label(self.tr("Nothing was promised yet: who does what, and by when."), "hint")
        self.wishes, self.promises = Lines(""), Lines(self.tr("Show everything that was agreed"))
        self.said = label()
        for part in (
            self.cover, self.wants, self.no_wish, self.wishes, self.agreed, self.no_action, self.promises, self.said,
        ):  # fmt: skip
            self.put(part)
        self.promises.more.clicked.connect(lambda: self.all_requested.emit())
        self.clear()

    def clear(self) -> None:
        """Nothing of anybody."""
        self.cover.tell("")
        self._empty()
        say(self.said, "")

    def show_covered(self, sentence: str) -> None:
        """That there is something, and no word of it."""
        with self.changing():
            self._empty()
            self.cover.tell(sentence)

    def show_all(self, wishes: Sequence[WishWords], actions: Sequence[ActionWords], *, has_more: bool) -> None:
        """Everything in words, or what these places are for."""
        with self.changing():
            self._empty()
            self.cover.tell("")
            for part in (self.wants, self.agreed):
                part.show()
            self.no_wish.setVisible(not wishes)
            self.no_action.setVisible(not actions)
            self.wishes.add([self._wish(each) for each in wishes], has_more=False)
            self.promises.add([self._action(each) for each in actions], has_more=has_more)

    def _empty(self) -> None:
        for part in (self.wants, self.no_wish, self.agreed, self.no_action):
            part.hide()
        for lines in (self.wishes, self.promises):
            lines.clear()

    def _wish(self, wish: WishWords) -> QFrame:
        return line([(wish.words, ""), ("\n".join(wish.beside), "hint")])

    def _action(self, action: ActionWords) -> QFrame:
        beside = (action.beside, "label" if action.is_overdue else "hint")
        where = self.tr("{number}, {what}").format(number=action.place + 1, what=short(action.what))
        steps = {self.tr("It was kept"): self.kept, self.tr("No longer needed"): self.dropped}
        if not action.is_open:
            steps = {self.tr("It is still to do"): self.open_again}
        buttons = []
        for words, told in steps.items():
            made = opener(words, self.tr("{step}: {where}").format(step=words, where=where))
            made.clicked.connect(partial(told.emit, action.place))
            buttons.append(made)
        return line([(action.what, ""), beside], under=[Row(*buttons)])
