"""The card of the safe contact: dots, and words only while a button is held or the form is open. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from ui.screens.about.form_card import FormCard
from ui.widgets.buttons import button
from ui.widgets.hold_button import HoldButton
from ui.widgets.row import Row
from ui.widgets.text import announce, label, say

DOTS = "\N{BLACK CIRCLE} " * 8
HOLD_MS = 1000
"""How long the button is held before the form opens: nobody does that by mistake."""


class SafeCard(FormCard):
    """`show_requested` asks for the words, which stay as long as the button is held; `write_requested` for the form.

    `covered` tells that the card went out of sight and nothing in it is uncovered, `seen` that it is back.
    """

    show_requested = Signal()
    write_requested = Signal()
    covered = Signal()
    seen = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("How to reach them without harm"),
            self.tr("Covered, and kept apart from everything else. Each look at it is written down."),
        )
        self.cover, self.said, self.empty = label(DOTS), label(), label("", "hint")
        self.hold = HoldButton(self.tr("Press and hold to show"))
        self.change = HoldButton(self.tr("Press and hold to change"))
        self.write = button(self.tr("Write it down"), press=self.write_requested.emit)
        self.long_enough = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._is_held = False
        for part in (self.empty, Row(self.hold, self.change, self.write), self.cover, self.said):
            self.read_with(part)
        self.said.hide()
        self._listen()
        self.show_unknown()

    def show_state(self, *, is_set: bool, is_being_written: bool) -> None:
        """What is known of it without a look."""
        self.let_go()
        is_there = is_set or is_being_written
        self.hold.setVisible(is_set)
        self.change.setVisible(is_there)
        self.write.setVisible(not is_there)
        self.cover.setVisible(is_there)
        nothing = self.tr(
            "Nothing is written down. Ask when nobody else can hear: how to reach them, and how never to."
        )
        half = self.tr("Something you were writing here was not saved. Press and hold to go on with it.")
        self.empty.setText(half if is_being_written else "" if is_set else nothing)
        self.empty.setVisible(is_being_written or not is_set)

    def show_unknown(self) -> None:
        """Not even known yet whether there is one."""
        self.let_go()
        for part in (self.hold, self.change, self.write, self.cover, self.empty):
            part.hide()

    def show_words(self, words: str) -> None:
        """The words, if somebody still holds the button."""
        if self._is_held:
            self.cover.setAccessibleName("")
            self.cover.setText(words)
            announce(self.cover, words)

    def show_said(self, sentence: str, kind: str = "hint") -> None:
        """What happened; never a word of it."""
        say(self.said, sentence, kind)

    def let_go(self) -> None:
        """Dots again."""
        self._is_held = False
        if self.long_enough.isActive():
            self.show_said("")
        self.long_enough.stop()
        self.cover.setText(DOTS)
        self.cover.setAccessibleName(self.tr("Covered"))

    def showEvent(self, event: QShowEvent) -> None:
        """In sight again."""
        super().showEvent(event)
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight, nothing stays uncovered."""
        super().hideEvent(event)
        self.let_go()
        self.covered.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another window came to the front: whoever held the button looks elsewhere."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.let_go()

    def _listen(self) -> None:
        self.hold.held.connect(self._hold)
        self.change.held.connect(self._hold_to_change)
        for each in (self.hold, self.change):
            each.let_go.connect(self.let_go)
        self.long_enough.timeout.connect(self.write_requested)

    def _hold(self) -> None:
        self._is_held = True
        self.show_said("")
        self.show_requested.emit()

    def _hold_to_change(self) -> None:
        self.show_said(self.tr("Keep holding for a second."))
        self.long_enough.start()
