"""What is asked before a sheet leaves the laptop: nothing is answered or ticked from the start. Decides nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal

from msp_desktop.sheets.guard import NO, QUESTIONS, YES, Question
from ui.widgets.card import Card
from ui.widgets.checks_field import ChecksField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.tab_order import in_reading_order
from ui.widgets.told import Told


class GuardCard(Card):
    """What the worker was told, what was said alone, and the questions of the guard."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told, self.ticks = Told(""), ChecksField("", {})
        self._offered: dict[str, tuple[str, str]] = {}
        self.questions = Form({str(each): self._field(each) for each in QUESTIONS})
        for part in (self.told, self.ticks, self.questions):
            self.put(part)
        self.questions.ask(())
        self.questions.changed.connect(self.changed)
        self.ticks.hide()

    def show_guard(
        self, asked: Collection[Question], *, warnings: Sequence[str], offered: Mapping[str, tuple[str, str]]
    ) -> None:
        """These questions and no others; answers of questions that are not asked now stay.

        `offered` are a question and what was said to it, by field.
        """
        if " ".join(warnings) != self.told.words.text():
            self.told.tell(" ".join(warnings))
        self._offer(offered)
        self.questions.ask([str(each) for each in asked])
        self.questions.setVisible(bool(asked))
        self.setVisible(bool(asked or warnings or offered))

    def forget(self) -> None:
        """Another sheet: nothing is answered."""
        self.questions.load({})
        for field in self.questions.fields.values():
            field.show_error("")
        self._offer({})
        self.told.tell("")
        self.hide()

    def replies(self) -> dict[Question, str]:
        """What was answered."""
        return {Question(name): value for name, value in self.questions.values().items() if value}

    def ticked(self) -> frozenset[str]:
        """What was said alone and is to be printed all the same."""
        return frozenset(self.ticks.value())

    def show_missing(self, missing: Sequence[Question]) -> None:
        """Say at each open question that it is open, and go to the first."""
        for name, field in self.questions.fields.items():
            is_open = name in missing
            field.show_error(self.tr("Answer this first. Nothing was printed.") if is_open else "")
        if missing:
            self.questions.fields[str(missing[0])].focus()

    def _offer(self, offered: Mapping[str, tuple[str, str]]) -> None:
        if dict(offered) == self._offered:
            return
        kept, old, self._offered = self.ticks.value(), self.ticks, dict(offered)
        question = self.tr("Said alone. Tick what is to be on the paper all the same.")
        asks, words = ({key: both[part] for key, both in offered.items()} for part in (0, 1))
        self.ticks = ChecksField(question, asks, helps=words)
        self.ticks.load(kept)
        self.ticks.changed.connect(self.changed)
        self._stack.replaceWidget(old, self.ticks)
        old.hide()
        old.deleteLater()
        self.ticks.setVisible(bool(offered))
        in_reading_order(self._stack)

    def _field(self, question: Question) -> Field:
        words = QUESTIONS[question]
        if question is Question.WHO_OPENS_POST:
            return LineField(words)
        return ChoiceField(words, {YES: self.tr("Yes"), NO: self.tr("No")})
