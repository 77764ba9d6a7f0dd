"""The card about time alone, always the first after a visit. Shows what it is given; the rule decides elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.screens.visit import alone_forms
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.fold import Fold
from ui.widgets.form import Form
from ui.widgets.part_field import PartField
from ui.widgets.row import Row
from ui.widgets.text import label


class AloneView(Card):
    """Nothing is chosen beforehand. `changed` tells of any answer."""

    changed = Signal()
    confirmed = Signal()
    other_wanted = Signal()
    other_narrowed = Signal()
    other_chosen = Signal()
    more_opened = Signal()
    rooms_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(self.tr("Time alone"))
        self._name = name
        self.four = alone_forms.four_questions(name)
        self.still, self.result, self.advice = label("", "hint"), label("", "label"), label("", "hint")
        self.rooms = button(self.tr("Put right who was in the room"), press=self.rooms_wanted.emit)
        self.confirm = button(self.tr("Yes, that is right"), press=self.confirmed.emit)
        self.change = button(self.tr("Something else fits better"), press=self.other_wanted.emit)
        self.other = alone_forms.other_result()
        self.choose = button(self.tr("Choose this"), press=self.other_chosen.emit)
        self.pretext = PartField(self.tr("You gave another reason than the real one"), alone_forms.pretext())
        self.next = PartField(self.tr("The next time alone"), alone_forms.next_attempt())
        self.around: Form | None = None
        self.more = Fold(self.tr("More about time alone"), self._make_around)
        self._lay_out()

    def ask_for_other(self, *, is_open: bool) -> None:
        """Open or close the choice of another result."""
        for part in (self.other, self.choose):
            part.setVisible(is_open)
        if is_open:
            self.other.load({})
            self.other.fields["otherwise"].focus()

    def _make_around(self) -> Form:
        self.around = alone_forms.around(self._name)
        self.more_opened.emit()
        self.around.changed.connect(self.changed)
        return self.around

    def _lay_out(self) -> None:
        ways = Row(self.rooms, self.confirm, self.change)
        for part in (self.four, self.still, self.result, self.advice, ways, self.other):
            self.put(part)
        self.put_left(self.choose)
        for later in (self.pretext, self.next, self.more):
            self.put(later)
        for hidden in (self.rooms, self.confirm, self.change, self.other, self.choose, self.pretext, self.next):
            hidden.hide()
        self.other.fields["otherwise"].changed.connect(self.other_narrowed)
        for source in (self.four, self.pretext, self.next):
            source.changed.connect(self.changed)
