"""Leave, sign, copy for the council system, change a signed visit. Shows what it is given, decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.fold import Fold
from ui.widgets.row import Row
from ui.widgets.text import dress_again, label, say
from ui.widgets.ways_card import WaysCard
from ui.widgets.words_field import WordsBox, WordsField


class GoingCard(Card):
    """Stands first while the visit is going on: leaving is one press, and the questions wait for the car."""

    finish_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        hint = self.tr("Press this when you leave. You can answer what stands below before it or after it.")
        self.finish = button(self.tr("Finish: I am leaving now"), "primary", press=self.finish_requested.emit)
        self.put(label(hint))
        self.put_left(self.finish)


class GapsCard(WaysCard):
    """What is still to be said, each a way to its place."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Still to say"), go=self.tr("Go there"),
            hint=self.tr("Nothing here stops you from saving or signing."),
        )  # fmt: skip


class ClosingCard(Card):
    """The last steps of a visit; only those that are possible now are shown."""

    sign_requested = Signal()
    amend_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Sign"))
        self.state = label()
        self.sign = button(self.tr("Sign this visit"), "primary", press=self.sign_requested.emit)
        self.reason = WordsField(self.tr("Why is this signed visit to be changed?"), lines=2,
                                 hint=self.tr("Both versions are kept and shown, with your reason."))  # fmt: skip
        self.amend = button(self.tr("Change it with this reason"), press=self.amend_requested.emit)
        self.amend_fold = Fold(self.tr("Change this signed visit"), self._amend_form)
        for part in (self.state, Row(self.sign), self.amend_fold):
            self.put(part)

    def show_state(self, sentence: str, *, may_sign: bool, may_amend: bool) -> None:
        """Where the visit stands, and what is possible."""
        say(self.state, sentence, "")
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
        super().__init__(self.tr("Copy for the council system"))
        self.open = button(self.tr("Read and copy the note"), press=self.show_requested.emit)
        self.inside, self.said = QWidget(), label("", "hint")
        self.note, self.before = _readable(self.tr("The note")), _readable(self.tr("As it was signed before"))
        self.copy_note = button(self.tr("Copy the note"), press=partial(self.copy_requested.emit, -1))
        self._before_title = label(self.tr("As it was signed before"), "label")
        self._fields, stack = QVBoxLayout(), QVBoxLayout(self.inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(12))
        for part in (self.note, self._before_title, self.before):
            stack.addWidget(part)
        stack.addLayout(self._fields)
        ways: tuple[QWidget, ...] = (Row(self.open, self.copy_note), self.said, self.inside)
        for way in ways:
            self.put(way)
        self.hide_note()

    def show_step(self, *, is_signed: bool) -> None:
        """Copying is what is left to do once the visit is signed."""
        self.copy_note.setProperty("kind", "primary" if is_signed else "")
        dress_again(self.copy_note)
        self.open.setHidden(is_signed)

    def hide_note(self) -> None:
        """It is no longer what would be copied."""
        for part in (self.inside, self.copy_note, self.said):
            part.hide()

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
        self.copy_note.show()

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
    box = WordsBox(lines=8)
    box.setReadOnly(True)
    box.setAccessibleName(name)
    return box
