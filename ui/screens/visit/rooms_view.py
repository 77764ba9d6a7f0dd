"""Who was in the room, stretch by stretch, and the form that puts one right. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from msp_desktop.practice import codes
from msp_desktop.translation import tr
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.pick_field import PickField
from ui.widgets.rows_field import RowsField
from ui.widgets.text import label


class RoomsView(Card):
    """`put_right` tells the place of a stretch in the list."""

    put_right = Signal(int)
    changed = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Who was in the room"))
        self.rows, self._rows = QWidget(), QVBoxLayout()
        self.shown: tuple[str, ...] = ()
        self.rows.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.empty = label(self.tr("Nothing is noted yet. It is noted by itself while a visit is going on."), "hint")
        self.form = segment_form()
        self.keep = button(self.tr("Keep the change"), press=self.done.emit)
        for part in (self.empty, self.rows, self.form):
            self.put(part)
        self.put_left(self.keep)
        self.form.changed.connect(self.changed)
        self.show_form(is_open=False)

    def show_rows(self, sentences: Sequence[str]) -> None:
        """Every stretch in words."""
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self.shown = tuple(sentences)
        for place, sentence in enumerate(sentences):
            frame = QFrame()
            frame.setObjectName("line")
            sides = QHBoxLayout(frame)
            sides.setContentsMargins(0, 0, 0, px(8))
            sides.addWidget(label(sentence), 1)
            change = button(self.tr("Put right"), press=partial(self.put_right.emit, place))
            change.setAccessibleName(self.tr("Put right: {stretch}").format(stretch=sentence))
            sides.addWidget(change)
            self._rows.addWidget(frame)
        self.empty.setVisible(not sentences)

    def show_form(self, *, is_open: bool) -> None:
        """Open or close the form."""
        self.form.setVisible(is_open)
        self.keep.setVisible(is_open)
        if is_open:
            self.form.fields["company"].focus()


def segment_form() -> Form:
    """One stretch of a visit."""
    return Form(
        {
            "company": ChoiceField(tr("Who was in the room then?"), codes.visit.COMPANY.labels),
            "present": RowsField(tr("Who was it?"), presence_form, more=tr("Add somebody")),
            "place": PickField(tr("Where was it?"), codes.visit.PLACE.labels),
            "in_earshot": ChoiceField(tr("Could anybody else hear?"), codes.visit.EARSHOT.labels),
            "interrupted": ChoiceField(tr("Were you interrupted?"), codes.visit.YES_OR_NO.labels),
            "enough_time": ChoiceField(tr("Was there enough time?"), codes.visit.YES_OR_NO.labels),
        },
        carries_rest=True,
    )


def presence_form() -> Form:
    """Somebody in the room."""
    return Form(
        {"name": LineField(tr("Name")), "role": PickField(tr("Who are they?"), codes.person.ROLE.labels)},
        carries_rest=True,
    )
