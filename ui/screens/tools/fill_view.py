"""One tool being filled in: its name, what is saved, its questions, and what to do when it is done. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from msp_desktop.tools.definition import Definition
from msp_desktop.tools.form import Missing
from ui.screens.tools.board_view import BoardView
from ui.screens.tools.fill_parts import Done, FromPaper, Problem
from ui.screens.tools.form_view import FormView
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.fields.person import Offered
from ui.widgets.fold import Fold
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.text import announce, label, say
from ui.widgets.told import Told


class FillView(QWidget):
    """Questions while it is being filled in, the lines for the record when it is finished."""

    finish_requested = Signal()
    close_requested = Signal()
    compare_requested = Signal()
    print_requested = Signal()
    change_requested = Signal()
    only_us_requested = Signal()
    hide_requested = Signal()
    whole_requested = Signal()
    photo_chosen = Signal(object)

    def __init__(
        self, definition: Definition, *, who: str, offered: Sequence[Offered], can_compare: bool,
        follows_paper: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._follows_paper = follows_paper
        self.setObjectName("page")
        self.definition = definition
        self.saved, self.told, self.problem = label("", "caption"), Told(""), Problem()
        self.only_us = button("", press=self.only_us_requested.emit)
        self._say_who = Row(self.only_us)
        self.form, self.board = FormView(definition, offered=offered), BoardView()
        self.board.opened.connect(self.form.show_question)
        if definition.board:
            self.form.refreshed.connect(self._show_board)
        self.why = LineField(
            self.tr("Why is it changed?"), hint=self.tr("What was there before stays, and both are shown.")
        )
        self.done = Done(change=self.change_requested.emit)
        self.finish = button(self.tr("Finish"), "primary", press=self.finish_requested.emit)
        self.close_button = button(self.tr("Save and close"), press=self.close_requested.emit)
        self.compare = button(self.tr("Compare with last time"), press=self.compare_requested.emit)
        self.hide_button = button(self.tr("Hide now"), press=self.hide_requested.emit)
        self.print_button = button(self.tr("Print"), press=self.print_requested.emit)
        self.from_paper = FromPaper(whole=self.whole_requested.emit, photo=self.choose_photo)
        self._lay_out(who)
        self.compare.setVisible(can_compare)  # not before it has its place: it would be a window for a moment
        self.show_alone("", button_text="")
        self.show_asking(is_amending=False)

    def show_alone(self, sentence: str, *, button_text: str) -> None:
        """That some answers are left out, and how to say who can see the screen."""
        if sentence and sentence != self.told.words.text():
            announce(self.told, sentence)
        self.told.words.setText(sentence)
        self.told.setHidden(not sentence)
        self.only_us.setText(button_text)
        self._say_who.setVisible(bool(sentence))

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """What is still needed, each a way to its question; nothing for an empty list."""
        self.problem.show_missing(missing, go=self._go_to)

    def show_together(self, *, is_alone: bool) -> None:
        """Where it stands alone on the screen, without the rail, it has its own way to hide."""
        self.hide_button.setVisible(is_alone)

    def show_problem(self, sentence: str) -> None:
        """What went wrong; everything typed is still here."""
        say(self.saved, sentence, "error")

    def show_saved(self, sentence: str) -> None:
        """What is saved, and when."""
        if self.saved.property("kind") != "caption":
            say(self.saved, sentence, "caption")
        self.saved.setText(sentence)  # not announced: it changes with every pause in typing
        self.saved.setVisible(bool(sentence))

    def show_asking(self, *, is_amending: bool) -> None:
        """The questions; with the reason first where it was finished before."""
        self.done.hide()
        self.form.show()
        self._show_board()
        self.why.setVisible(is_amending)
        self.finish.setText(self.tr("Save the change") if is_amending else self.tr("Finish"))
        self.finish.setVisible(not self._follows_paper)  # what no paper asks may be needed to finish

    def choose_photo(self) -> QFileDialog:
        """Ask for a photo or scan of the paper; never in a loop of its own, so that locking can close it."""
        dialog = QFileDialog(self, self.tr("A photo or scan of the paper"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.photo_chosen.emit(Path(chosen)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
        return dialog

    def show_done(
        self, made: str, lines: Sequence[str], answers: Sequence[tuple[str, Sequence[str]]] = ()
    ) -> None:  # fmt: skip
        """It is finished: what was made of it, what goes into the record, and what was answered."""
        for part in (self.board, self.form, self.why, self.finish):
            part.hide()
        self.show_missing(())
        self.done.show_lines(made, lines, answers)
        self.done.show()
        self.column.verticalScrollBar().setValue(0)

    def _show_board(self) -> None:
        self.board.show_columns(self.form.columns() if not self.form.isHidden() else ())

    def _go_to(self, missing: Missing) -> None:
        self.form.go_to(missing, self.tr("Answer this before you finish. It can be saved without."))

    def _lay_out(self, who: str) -> None:
        top, self.column = QFrame(), Column()
        top.setObjectName("here")
        stack = QVBoxLayout(top)
        stack.setContentsMargins(px(24), px(12), px(24), px(12))
        stack.setSpacing(px(4))
        head = QHBoxLayout()
        head.addWidget(label(self.definition.title, "title"), 1)
        for each in (self.hide_button, self.close_button):
            head.addWidget(each, alignment=Qt.AlignmentFlag.AlignTop)
        self.show_together(is_alone=False)
        stack.addLayout(head)
        for words in (label(who, "caption"), self.saved):
            stack.addWidget(words)
        when = Fold(self.tr("When to use it, and when not"), self._when)
        when.opener.setProperty("kind", "link")
        parts: tuple[QWidget, ...] = (
            label(self.definition.purpose), when, self.from_paper, self.told, self._say_who, self.problem, self.why,
            self.board, self.form, self.done, Row(self.finish, self.compare, self.print_button),
        )  # fmt: skip
        for part in parts:
            self.column.put(part)
        self.from_paper.setVisible(self._follows_paper)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(self.column, 1)

    def _when(self) -> QWidget:
        card = Card()
        for heading, lines in (
            (self.tr("Use it when"), self.definition.when),
            (self.tr("Not"), self.definition.not_when),
        ):
            if lines:
                card.put(label(heading, "label"))
                card.put(label("\n".join(self.tr("• {line}").format(line=line) for line in lines)))
        return card
