"""What stands above and after the questions of a tool: what is still needed, and what came of finishing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from msp_desktop.tools.form import Missing
from msp_desktop.translation import tr
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.fold import Fold
from ui.widgets.row import Row
from ui.widgets.text import announce, label
from ui.widgets.words_button import WordsButton

MADE = {
    "outcome": (tr("1 thing they want"), tr("{count} things they want")),
    "action": (tr("1 promise"), tr("{count} promises")),
    "connection": (tr("1 person around them"), tr("{count} people around them")),
}


class Problem(QFrame):
    """What is still needed to finish, each a press that leads to its question."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problem")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(px(24), px(16), px(24), px(16))
        self._stack.addWidget(label(self.tr("Not finished yet. Everything is saved. Still needed:"), "label"))
        self.links: list[WordsButton] = []
        self.hide()

    def show_missing(self, missing: Sequence[Missing], *, go: Callable[[Missing], None]) -> None:
        """Show the list with the keyboard on it, or take it away when it is empty."""
        for link in self.links:
            link.hide()
            link.deleteLater()
        self.links = [WordsButton(each.ask, press=partial(go, each)) for each in missing]
        before: QWidget = self
        for link, each in zip(self.links, missing, strict=True):
            link.setAccessibleName(each.ask)
            self._stack.addWidget(link)
            QWidget.setTabOrder(before, link)  # late-born widgets come last otherwise
            before = link
        asks = "; ".join(each.ask for each in missing)
        self.setAccessibleName(self.tr("Not finished yet. Still needed: {questions}").format(questions=asks))
        self.setVisible(bool(missing))
        if missing:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.accessibleName())


class Done(Card):
    """What was made of the answers, and the lines for the record."""

    def __init__(self, *, change: Callable[[], object]) -> None:
        super().__init__()
        self.made, self.lines = label("", "label"), label()
        self.put(label(self.tr("Finished"), "heading"))
        self.put(self.made)
        self.put(label(self.tr("What goes into the record"), "label"))
        self.put(self.lines)
        self.answers = Facts()
        self.every = Fold(self.tr("Every answer"), lambda: self.answers)
        self.put(self.every)
        self.change = button(self.tr("Change something"), press=change)
        self.put_left(self.change)

    def show_lines(self, made: str, lines: Sequence[str], answers: Sequence[tuple[str, Sequence[str]]]) -> None:
        """What was made, what goes into the record, and behind it every answer, all in words."""
        self.answers.show_facts(answers)
        self.every.setVisible(bool(answers))
        self.made.setText(made)
        self.made.setVisible(bool(made))
        self.lines.setText("\n".join(lines) or self.tr("Nothing. These answers stay in the tool."))
        if made:
            announce(self, made)


class FromPaper(Card):
    """What helps to type in what stands on paper."""

    def __init__(self, *, whole: Callable[[], object], photo: Callable[[], object]) -> None:
        super().__init__(
            self.tr("From the paper"),
            self.tr("The questions come in the order of the paper. Write what stands there, and nothing else."),
        )
        self.photo = button(self.tr("Keep a photo or scan of the paper"), press=photo)
        self.whole = button(self.tr("Show every question"), press=whole)
        self.put(Row(self.photo, self.whole))


def made_words(made: Counter[str]) -> str:
    """How many records of each kind were made of answers, in one sentence; empty for none."""
    words = [MADE[kind][count > 1].format(count=count) for kind, count in made.items()]
    return tr("Made from it: {what}.").format(what=", ".join(words)) if words else ""
