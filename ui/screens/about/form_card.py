"""A card that is read, and under a press becomes the form to change what it says. Shows and tells; decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.screens.about.draft_view import DraftView
from ui.screens.about.item import Fact
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import first_field
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.text import label, shortened


class FormCard(Card):
    """What is read lies in `reading`; the form stands in its place while it is open, and lives no longer than that.

    `changed` tells of any answer, `done_requested` that the worker has finished with the form.
    """

    changed = Signal()
    done_requested = Signal()

    def __init__(self, heading: str, hint: str = "") -> None:
        super().__init__()
        self.heading, self.offer = label(heading, "heading"), DraftView()
        self.form: Form | None = None
        self.reading, self._reading = _stack(px(16))
        self.title, self.saved = label("", "part"), label("", "caption")
        self.done = button(self.tr("Done"), press=self.done_requested.emit)
        self._writing, self._place = _stack(px(16))
        self.put(self.heading)
        if hint:
            self.put(label(hint, "hint"))
        for part in (self.offer, self.reading, self._writing):
            self.put(part)
        for part in (self.title, self.done, self.saved):
            self._place.addWidget(part)
        self._place.setAlignment(self.done, Qt.AlignmentFlag.AlignLeft)
        self._under: list[QWidget] = [self.done, self.saved]
        self.done.setAccessibleName(self.tr("Done: {heading}").format(heading=heading))
        self._writing.hide()

    def read_with(self, part: QWidget) -> None:
        """Add a part to what is read."""
        self._reading.addWidget(part)

    def write_with(self, part: QWidget) -> None:
        """Add a part to what stands under the form."""
        self._place.addWidget(part)
        self._under.append(part)

    def open_form(self, form: Form, title: str = "", *, with_focus: bool = True) -> None:
        """Show a form, filled, in the place of what is read, with the cursor in its first question."""
        self.close_form()
        self.form = form
        self._place.insertWidget(1, form)
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.saved.setText("")
        self.reading.hide()
        self._writing.show()
        for part in self._under:  # a screen reader reads the form before what ends it
            part.raise_()
        form.changed.connect(self.changed)
        if with_focus:
            first_field(form).setFocus(Qt.FocusReason.TabFocusReason)

    def close_form(self) -> None:
        """What is read again; the form goes for good, with every word in it."""
        form, self.form = self.form, None
        if form is None:
            return
        focused = QApplication.focusWidget()
        was_here = focused is not None and self._writing.isAncestorOf(focused)
        form.blockSignals(True)  # noqa: FBT003 - Qt's own name for it
        form.load({})
        self._place.removeWidget(form)
        form.hide()
        form.deleteLater()
        self._writing.hide()
        self.reading.show()
        if was_here:
            first_field(self.reading).setFocus(Qt.FocusReason.TabFocusReason)

    def leads_to_problem(self) -> bool:
        """Whether something in the form cannot be kept as it is; then the cursor is there, with the reason."""
        found = [] if self.form is None else self.form.findChildren(Field)
        wrong = next((each for each in found if each.problem and each.isVisibleTo(self)), None)
        if wrong is not None:
            wrong.show_error(wrong.problem)
            wrong.focus()
        return wrong is not None

    def show_saved(self, sentence: str) -> None:
        """When what was typed was kept last."""
        self.saved.setText(sentence if self.form is not None else "")


class KnownCard(FormCard):
    """What is known, line by line, or what this place is for; and one press to change it."""

    change_requested = Signal()

    def __init__(self, heading: str, *, empty: str, hint: str = "") -> None:
        super().__init__(heading, hint)
        self.facts, self.empty = Facts(), label(empty, "hint")
        self.shown: tuple[Fact, ...] = ()
        self.change = button(self.tr("Change"), press=self.change_requested.emit)
        self.change.setAccessibleName(self.tr("Change: {heading}").format(heading=heading))
        for part in (self.facts, self.empty, self.change):
            self.read_with(part)
        self._reading.setAlignment(self.change, Qt.AlignmentFlag.AlignLeft)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """What is known now."""
        self.shown = tuple(facts)
        self.facts.show_facts([(what, (shortened(words),)) for what, words in facts])
        self.facts.setVisible(bool(facts))
        self.empty.setVisible(not facts)


def _stack(gap: int) -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    stack = QVBoxLayout(part)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(gap)
    return part, stack
