"""The card that asks who came in, and lets somebody of several go out again. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton

from ui.screens.visit.rooms_view import presence_form
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.text import announce, label


class WhoCard(Card):
    """`known_chosen` and `went_out` tell the place of a name in the list that was shown."""

    named = Signal()
    known_chosen = Signal(int)
    went_out = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.title, self.form = label("", "heading"), presence_form()
        self.known: list[QPushButton] = []
        self.present: list[QPushButton] = []
        self._known, self._present, self._is_asking = Row(), Row(), False
        self.keep = button(self.tr("Keep this"), press=self.named.emit)
        for part in (self.title, self._present, self._known, self.form):
            self.put(part)
        self.put_left(self.keep)
        name = self.form.fields["name"]
        if isinstance(name, LineField):
            name.entered.connect(self.named)

    def show_who(self, *, asks: bool, known: Sequence[str], present: Sequence[str]) -> None:
        """Ask for a name with those known from this visit, and offer that one of several went out."""
        self.title.setText(self.tr("Who came in?") if asks else self.tr("Who is here?"))
        for part in (self.form, self.keep):
            part.setVisible(asks)
        self.known = self._buttons(self._known, self.known, known if asks else (), self.known_chosen)
        went_out = [self.tr("{name} went out").format(name=name) for name in present]
        self.present = self._buttons(self._present, self.present, went_out if len(present) > 1 else (), self.went_out)
        is_new = self.isHidden() or not self._is_asking
        self._is_asking = asks
        self.setVisible(asks or len(present) > 1)
        if asks and is_new:
            announce(self, self.title.text())

    def _buttons(
        self, row: Row, old: list[QPushButton], texts: Sequence[str], told: SignalInstance
    ) -> list[QPushButton]:
        row.setVisible(bool(texts))
        if [each.text() for each in old] == list(texts):
            return old
        for each in old:
            row.take_out(each)
        made = [button(text, press=partial(told.emit, place)) for place, text in enumerate(texts)]
        for each in made:
            row.put(each)
        return made
