"""A sheet on its way out: onto a printer that somebody chooses, or into a file. What may leave was decided before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from msp_desktop.errors import Failure
from msp_desktop.export_targets import refuse_target
from msp_desktop.sheets.content import Sheet
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.printing import Order, Paper, Printer
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.paper.made import images
from ui.screens.paper.printing import ask_printer, draw, fineness, has_printer, printer_for
from ui.widgets.text import say
from ui.writing import time_now

if TYPE_CHECKING:
    from ui.screens.paper.sheet_view import SheetView


class Leaving(QObject):
    """Says on the view how it went."""

    def __init__(self, view: SheetView, printer: Printer, background: Background) -> None:
        super().__init__(view)
        self._view, self._printer, self._background = view, printer, background
        self._to_save: Order | None = None
        view.file_chosen.connect(self._save)

    def to_printer(self, order: Order, sheet: Sheet) -> None:
        """Ask which printer, and print."""
        if not has_printer():
            self._tell_problem(tr("This computer knows no printer. Nothing was printed, and nothing is lost. Add a"
                                  " printer, or choose a file."))  # fmt: skip
            return
        printer = printer_for(sheet.paper, name=sheet.chrome.id)
        ask_printer(self._view, printer, then=lambda: self._print(printer, order))

    def to_file(self, order: Order, sheet: Sheet) -> None:
        """Ask where the file goes, and write it. Its name is neutral, unless somebody gives it another."""
        self._to_save = order
        self._view.choose_file(f"{sheet.chrome.id}.pdf")

    def _print(self, printer: QPrinter, order: Order) -> None:
        if printer.outputFileName():  # then it is no paper that stays or goes: it is a file
            order = replace(order, choices=replace(order.choices, going=Going.FILE))
        ppi = fineness(printer)

        def printed() -> tuple[Paper, tuple[QImage, ...]]:
            if printer.outputFileName():
                refuse_target(Path(printer.outputFileName()).absolute().parent)
            paper = self._printer.print(order, ppi=ppi, copies=printer.copyCount())
            return paper, images(paper.pages)

        def drawn(made: tuple[Paper, tuple[QImage, ...]]) -> None:
            if draw(printer, made[1], ppi=ppi):
                self._done(made[0], tr("Sent to the printer at {time}. It is written down as copy {copy}."))
            else:
                self._not_taken(order)

        self._view.show_busy(busy=True)
        self._background.run(printed, done=drawn, failed=self._failed)

    def _not_taken(self, order: Order) -> None:
        sentence = tr("The printer did not take it. Nothing is lost, and it is written down that no paper came. Look"
                      " at the printer, and print again.")  # fmt: skip
        self._background.run(
            lambda: self._printer.did_not_come(order), done=lambda _: self._tell_problem(sentence), failed=self._failed
        )

    def _save(self, file: Path) -> None:
        order, self._to_save = self._to_save, None
        if order is None:
            return
        sentence = tr("Saved at {time} as copy {copy}. This file has left the sealed record: anybody who finds it can"
                      " read it.")  # fmt: skip
        self._view.show_busy(busy=True)
        self._background.run(
            lambda: self._printer.save(order, file), done=lambda paper: self._done(paper, sentence), failed=self._failed
        )

    def _done(self, paper: Paper, sentence: str) -> None:
        self._view.show_busy(busy=False)
        words = sentence.format(time=time_now(), copy=paper.copy)
        if paper.replaced:
            words += " " + tr("Some characters cannot be printed and were replaced. Look at the sheet.")
        say(self._view.said, words)

    def _failed(self, failure: Failure) -> None:
        self._tell_problem(str(failure))

    def _tell_problem(self, sentence: str) -> None:
        self._view.show_busy(busy=False)
        say(self._view.said, sentence, "error")
