"""Finish, sign, copy for the council system, change a signed visit. Shows what it is given, decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.fold import Fold
from ui.widgets.row import Row
from ui.widgets.text import label, say
from ui.widgets.words_field import WordsBox, WordsField


class GapsCard(Card):
    """What is still to be said, each a way to its place. `chosen` tells the place's name."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Still to say"))
        self.links: list[QWidget] = []
        self.go: list[QPushButton] = []
        self._shown: list[tuple[str, str]] = []
        self._rows = QVBoxLayout()
        inside = QWidget()
        inside.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.put(inside)
        self.put(label(self.tr("Nothing here stops you from saving or signing."), "hint"))

    def show_gaps(self, gaps: Sequence[tuple[str, str]]) -> None:
        """The gaps as (place, sentence); without any the card goes."""
        self.setVisible(bool(gaps))
        if list(gaps) == self._shown:
            return
        self._shown = list(gaps)
        for link in self.links:
            self._rows.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.go = []
        self.links = [self._link(place, sentence) for place, sentence in gaps]

    def _link(self, place: str, sentence: str) -> QWidget:
        row, go = QWidget(), button(self.tr("Go there"), press=partial(self.chosen.emit, place))
        go.setAccessibleName(self.tr("Go there: {sentence}").format(sentence=sentence))
        sides = QHBoxLayout(row)
        sides.setContentsMargins(0, px(4), 0, px(4))
        sides.addWidget(label(sentence), 1)
        sides.addWidget(go)
        self._rows.addWidget(row)
        self.go.append(go)
        return row


class ClosingCard(Card):
    """The last steps of a visit; only those that are possible now are shown."""

    finish_requested = Signal()
    sign_requested = Signal()
    amend_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Finish and sign"))
        self.state = label()
        self.finish = button(self.tr("Finish: I am leaving now"), "primary", press=self.finish_requested.emit)
        self.sign = button(self.tr("Sign this visit"), "primary", press=self.sign_requested.emit)
        self.reason = WordsField(self.tr("Why is this signed visit to be changed?"), lines=2,
                                 hint=self.tr("Both versions are kept and shown, with your reason."))  # fmt: skip
        self.amend = button(self.tr("Change it with this reason"), press=self.amend_requested.emit)
        self.amend_fold = Fold(self.tr("Change this signed visit"), self._amend_form)
        for part in (self.state, Row(self.finish, self.sign), self.amend_fold):
            self.put(part)

    def show_state(self, sentence: str, *, may_finish: bool, may_sign: bool, may_amend: bool) -> None:
        """Where the visit stands, and what is possible."""
        say(self.state, sentence, "")
        self.finish.setVisible(may_finish)
        self.sign.setVisible(may_sign)
        self.amend_fold.setVisible(may_amend)

    def _amend_form(self) -> QWidget:
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.reason)
        stack.addWidget(Row(self.amend))
        return inside


class CouncilCard(Card):
    """The note and the fields for a council system. `copy_requested` tells the place of a field, -1 for the note."""

    show_requested = Signal()
    copy_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__(self.tr("For the council system"))
        self.open = button(self.tr("Read and copy the note"), press=self.show_requested.emit)
        self.inside, self.said = QWidget(), label("", "hint")
        self.note, self.before = _readable(self.tr("The note")), _readable(self.tr("As it was signed before"))
        self.copy_note = button(self.tr("Copy the note"), "primary", press=partial(self.copy_requested.emit, -1))
        self._before_title = label(self.tr("As it was signed before"), "label")
        self._fields, stack = QVBoxLayout(), QVBoxLayout(self.inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(12))
        for part in (self.note, Row(self.copy_note), self.said, self._before_title, self.before):
            stack.addWidget(part)
        stack.addLayout(self._fields)
        self.put_left(self.open)
        self.put(self.inside)
        self.inside.hide()

    def show_note(self, text: str, before: str, fields: Sequence[tuple[str, str, str]]) -> None:
        """The note, the version before an amendment, and the fields as (name, value, what to know beside it)."""
        self.note.setPlainText(text)
        self.before.setPlainText(before)
        for part in (self.before, self._before_title):
            part.setVisible(bool(before))
        while (item := self._fields.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for place, (name, value, beside) in enumerate(fields):
            self._fields.addWidget(self._field(place, name, value, beside))
        self.inside.show()
        self.note.setFocus()

    def _field(self, place: int, name: str, value: str, beside: str) -> QWidget:
        row = QWidget()
        sides, words = QHBoxLayout(row), QVBoxLayout()
        sides.setContentsMargins(0, 0, 0, 0)
        words.addWidget(label(name, "caption"))
        words.addWidget(label(value or self.tr("empty")))
        if beside:
            words.addWidget(label(beside, "caption"))
        sides.addLayout(words, 1)
        copy = button(self.tr("Copy"), press=partial(self.copy_requested.emit, place))
        copy.setAccessibleName(self.tr("Copy: {name}").format(name=name))
        sides.addWidget(copy)
        return row


def _readable(name: str) -> WordsBox:
    box = WordsBox(lines=10)
    box.setReadOnly(True)
    box.setAccessibleName(name)
    return box
