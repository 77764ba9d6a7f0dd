"""One sheet before it is printed: where it goes, how large, what is asked, and how it looks. Decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.sheets.content import Format
from msp_desktop.sheets.guard import Going
from msp_desktop.tools.strings import ENGLISH, LANGUAGES
from ui.screens.paper.guard_card import GuardCard
from ui.widgets.busy import Busy
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.checks_field import ChecksField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.column import Column
from ui.widgets.fold import Fold
from ui.widgets.line_field import LineField
from ui.widgets.page_preview import PagePreview
from ui.widgets.row import Row
from ui.widgets.text import label, say
from ui.widgets.told import Told

_LAST_TIME = "last_time"


class SheetView(Column):
    """`changed` tells that something was chosen or answered, `file_chosen` where a PDF is to go."""

    changed = Signal()
    back_requested = Signal()
    only_us_requested = Signal()
    print_requested = Signal()
    save_requested = Signal()
    file_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title, self.what, self.may_stay = label("", "title"), label("", "label"), label("", "caption")
        self.going, self.format = self._going(), self._format()
        self.language = ChoiceField(
            self.tr("In which language?"), {}, must_choose=True,
            hint=self.tr("The questions change, the answers stay as they were given."),
        )  # fmt: skip
        self.beside = ChecksField(
            self.tr("What else?"), {_LAST_TIME: self.tr("Last time beside now, and what is different")}
        )
        self.reason = LineField(
            self.tr("Why do you print from this record?"), hint=self.tr("It is restricted. Your reason is kept.")
        )
        self.raised = ChoiceField(
            self.tr("What holds for this paper?"), {}, hint=self.tr("It can be stricter than its rule, never looser.")
        )
        self.stricter = Fold(self.tr("Handle it more carefully"), lambda: self.raised)
        self.guard, self.waits, self.covered = GuardCard(), Told(""), Told("")
        self.only_us = button("", press=self.only_us_requested.emit)
        self.say_who = Row(self.only_us)
        self.refusal, self.said = label("", "error"), label()
        self.print_button = button(self.tr("Print"), "primary", press=self.print_requested.emit)
        self.save_button = button(self.tr("Save as PDF"), "primary", press=self.save_requested.emit)
        self._busy = Busy(self.print_button, self.save_button)
        self.spooler = label(
            self.tr("The program writes no file to print. The printer's queue, or a print server, may keep a copy."),
            "hint",
        )
        self.preview = PagePreview()
        self._lay_out()

    def begin(self, *, title: str, what: str) -> None:
        """Another sheet: nothing is chosen or answered yet."""
        for part, words in ((self.title, title), (self.what, what), (self.may_stay, "")):
            part.setText(words)
        self.going.load(None)
        self.going.show_error("")
        self.offer_ways({ENGLISH: True}, has_easy_read=False)
        self.format.load(str(Format.STANDARD))
        self.language.load(ENGLISH)
        self.beside.load(None)
        self.beside.hide()
        self.raised.load(None)
        self.offer_stricter({})
        self.reason.load("")
        self.reason.show_error("")
        self.reason.hide()
        self.guard.forget()
        self.preview.clear()
        self.show_covered(waits="", covered="", button_text="")
        for told in (self.refusal, self.said):
            say(told, "")
        self.show_ways()
        self.verticalScrollBar().setValue(0)

    def offer_ways(self, languages: Mapping[str, bool], *, has_easy_read: bool) -> None:
        """In what else the sheet is written, and which languages nobody has checked yet."""
        sizes = {str(Format.STANDARD): self.tr("Standard"), str(Format.LARGE): self.tr("Large print")}
        easy = {str(Format.EASY): self.tr("Easy Read, with pictures")} if has_easy_read else {}
        self.format.offer(sizes | easy)
        unchecked = self.tr("{language}: no speaker has checked it yet, and the sheet says so")
        self.language.offer({
            code: LANGUAGES[code] if is_checked else unchecked.format(language=LANGUAGES[code])
            for code, is_checked in languages.items()
        })  # fmt: skip
        self.show_ways()

    def chosen_language(self) -> str:
        """The language it is to be printed in."""
        is_easy = self.format.value() == Format.EASY
        return ENGLISH if is_easy else self.language.value() or ENGLISH

    def offer_stricter(self, choices: Mapping[Leave, str]) -> None:
        """What would be stricter than the rule, if there is anything."""
        self.raised.offer({str(leave): words for leave, words in choices.items()})
        self.stricter.setVisible(bool(choices))

    def raised_to(self) -> Leave | None:
        """The stricter rule that was chosen."""
        chosen = self.raised.value()
        return Leave(chosen) if chosen else None

    def wants_last_time(self) -> bool:
        """Whether what was said last time stands beside it."""
        return _LAST_TIME in self.beside.value()

    def show_ways(self) -> None:
        """A file for a file, a printer for everything else. Easy Read has one language, so it asks for none."""
        self.language.setVisible(len(self.language.buttons) > 1 and self.format.value() != Format.EASY)
        is_file = self.going.value() == Going.FILE
        self.save_button.setVisible(is_file)
        self.print_button.setVisible(not is_file)
        self.spooler.setVisible(not is_file)

    def show_covered(self, *, waits: str, covered: str, button_text: str) -> None:
        """What waits until nobody else can see the screen, what is left out of the picture, and how to say so."""
        for part, words in ((self.waits, waits), (self.covered, covered)):
            if part.words.text() != words:
                part.tell(words)
        self.only_us.setText(button_text)
        self.say_who.setVisible(bool(waits or covered))

    def show_busy(self, *, busy: bool) -> None:
        """Nothing can be pressed twice."""
        self._busy.show(busy=busy)

    def choose_file(self, name: str) -> QFileDialog:
        """Ask where to; never in a loop of its own, so that locking can close it."""
        dialog = QFileDialog(self, self.tr("Save outside the sealed record"), "", self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.file_chosen.emit(Path(chosen)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
        return dialog

    def _going(self) -> ChoiceField:
        return ChoiceField(
            self.tr("Where is it going?"),
            {
                str(Going.WITH_ME): self.tr("I keep it with me"),
                str(Going.STAYS): self.tr("It stays with them"),
                str(Going.POST): self.tr("Into the post"),
                str(Going.FILE): self.tr("Into a file on this computer"),
            },
        )

    def _format(self) -> ChoiceField:
        return ChoiceField(self.tr("How is it written?"), {}, must_choose=True)

    def _lay_out(self) -> None:
        card = Card()
        for field in (self.going, self.format, self.language, self.beside, self.reason):
            card.put(field)
            field.changed.connect(self.changed)
        card.put(self.stricter)
        self.raised.changed.connect(self.changed)
        self.guard.changed.connect(self.changed)
        back = button(self.tr("Back to the sheets"), "link", press=self.back_requested.emit)
        for part in (
            Row(back), self.title, self.what, self.may_stay, card, self.waits, self.covered, self.say_who, self.guard,
            self.refusal, Row(self.print_button, self.save_button), self.spooler, self.said,
            label(self.tr("This is how it will look"), "heading"), self.preview,
        ):  # fmt: skip
            self.put(part)
