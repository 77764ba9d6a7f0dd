"""The place to type and the lines of the note: shows what it is given, and tells what was typed. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from msp_desktop.practice import codes
from ui.keys import bind_row, key_for
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.choosing import show_checked, when_chosen
from ui.widgets.fold import Fold
from ui.widgets.form import Form
from ui.widgets.hold_button import HoldButton
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.tab_order import chain, in_reading_order
from ui.widgets.text import announce, label
from ui.widgets.words_field import WordsBox, WordsField

KINDS = tuple(codes.visit.STATEMENT_KIND)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line as it is shown: when and what it is, and the words."""

    id: str
    head: str
    words: str


class LinesView(QWidget):
    """`typed` tells every change of the place to type, `entered` that the line is done."""

    typed = Signal()
    entered = Signal()
    edit_requested = Signal(str)
    edited = Signal()
    edit_done = Signal()
    edit_left = Signal()
    held = Signal()
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = WordsBox(lines=3, keeps_enter=False)
        self.words.setAccessibleName(self.tr("What was said or happened"))
        self.kinds = {kind: button(codes.visit.STATEMENT_KIND.label(kind)) for kind in KINDS}
        self.speaker = LineField(self.tr("Who told you?"))
        self.asked = LineField(self.tr("What did you ask?"))
        self.more = Fold(self.tr("Answer to a question"), lambda: self.asked)
        self.keep = button(self.tr("Keep this line"), "primary", press=self.entered.emit)
        self.hidden, self.hold = label("", "label"), HoldButton(self.tr("Press and hold to show"))
        self.editing = Card(self.tr("Change this line"))
        self.lines, self._rows = QWidget(), QVBoxLayout()
        self._shown: list[tuple[ShownLine, bool]] = []
        self._lay_out()
        self._listen()

    @property
    def kind(self) -> str:
        """What the line that is being typed is."""
        return next(kind for kind, each in self.kinds.items() if each.isChecked())

    @property
    def shown(self) -> list[tuple[str, str]]:
        """The lines that are on the screen, as (id, words)."""
        return [(line.id, line.words) for line, _ in self._shown]

    def clear(self) -> None:
        """Free for the next line; its kind stays."""
        self.words.blockSignals(True)  # noqa: FBT003 - Qt's own name for it
        self.words.clear()
        self.words.blockSignals(False)  # noqa: FBT003 - as above
        self.asked.load("")

    def show_lines(self, lines: Sequence[ShownLine], *, left_out: int, may_change: bool) -> None:
        """The lines in order, and how many are left out while others may see the screen."""
        wanted = [(line, may_change) for line in lines]
        kept = 0
        while kept < min(len(wanted), len(self._shown)) and wanted[kept] == self._shown[kept]:
            kept += 1
        while self._rows.count() > kept:
            item = self._rows.takeAt(kept)
            if item is not None and (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for line in lines[kept:]:
            self._rows.addWidget(self._row(line, may_change=may_change))
        self._shown = wanted
        self.hidden.setText(self._left_out(left_out))
        for part in (self.hidden, self.hold):
            part.setVisible(left_out > 0 or self.hold.isDown())

    def put_under_typing(self, part: QWidget) -> None:
        """Give a part its place between the place to type and the lines."""
        self._stack.insertWidget(1, part)
        in_reading_order(self._stack)

    def tell(self, words: str) -> None:
        """Say to a screen reader what is shown as long as the button is held."""
        if words:
            announce(self.hold, words)

    def show_editing(self, *, is_open: bool) -> None:
        """Open or close the card in which a line is changed."""
        if is_open:
            words = self.edit.fields["words"]
            chain(self)
            self.editing.show()
            words.focus()
        else:
            self.editing.hide()

    def choose_kind(self, kind: str) -> None:
        """Say what is being typed."""
        show_checked(self.kinds[kind], checked=True)
        self.speaker.setVisible(kind == "told")
        self.typed.emit()

    def _left_out(self, count: int) -> str:
        if count == 1:
            return self.tr("One line is left out while others may see the screen.")
        return self.tr("{count} lines are left out while others may see the screen.").format(count=count)

    def _row(self, line: ShownLine, *, may_change: bool) -> QWidget:
        frame, change = QFrame(), button(self.tr("Change"), press=lambda: self.edit_requested.emit(line.id))
        frame.setObjectName("line")
        change.setAccessibleName(self.tr("Change: {words}").format(words=line.words[:60]))
        sides, words = QHBoxLayout(frame), QVBoxLayout()
        sides.setContentsMargins(0, 0, 0, px(8))
        words.addWidget(label(line.head, "caption"))
        words.addWidget(label(line.words))
        sides.addLayout(words, 1)
        sides.addWidget(change)
        change.setVisible(may_change)
        return frame

    @cached_property
    def edit(self) -> Form:
        """What can be changed in a line, made when somebody first wants to."""
        form = Form({
            "words": WordsField(self.tr("The words")),
            "kind": ChoiceField(self.tr("What is it?"), codes.visit.STATEMENT_KIND.labels),
            "speaker": LineField(self.tr("Whose words are they?")),
            "question": LineField(self.tr("What did you ask?")),
        })  # fmt: skip
        form.changed.connect(self.edited)
        keep = button(self.tr("Keep the change"), press=self.edit_done.emit)
        leave = button(self.tr("Leave it as it was"), press=self.edit_left.emit)
        self.editing.put(form)
        self.editing.put(Row(keep, leave))
        return form

    def _listen(self) -> None:
        self.words.textChanged.connect(self.typed)
        self.words.enter_pressed.connect(self.entered)
        for field in (self.speaker, self.asked):
            field.changed.connect(self.typed)
            field.entered.connect(self.entered)
        self.hold.held.connect(self.held)
        self.hold.let_go.connect(self.let_go)
        for number, kind in enumerate(KINDS):
            self.kinds[kind].setToolTip(key_for("kinds", number))
        bind_row(self, "kinds", [self.kinds[kind].click for kind in KINDS])

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for number, each in enumerate(self.kinds.values()):
            each.setCheckable(True)
            each.setAutoExclusive(True)  # a screen reader hears a radio button
            group.addButton(each, number)
        when_chosen(group, lambda number: self.choose_kind(KINDS[number]))
        show_checked(self.kinds["said"], checked=True)
        self.typing, self._stack = Card(), QVBoxLayout(self)
        parts: list[QWidget] = [Row(*self.kinds.values()), self.words, self.speaker, self.more, Row(self.keep)]
        for part in parts:
            self.typing.put(part)
        self.typing.put(label(self.tr("Enter keeps the line. Shift and Enter starts a new row in it."), "caption"))
        self.lines.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(px(16))
        for part in (self.typing, self.editing, self.hidden, Row(self.hold), self.lines):
            self._stack.addWidget(part)
        for later in (self.speaker, self.editing, self.hidden, self.hold):
            later.hide()
