"""What the visit pack does: every sheet in it goes to the printer as one job, or into a folder. Makes no widgets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from msp_desktop.errors import Failure
from msp_desktop.sheets import content, pack
from msp_desktop.sheets.content import Format
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.pack import Packed
from msp_desktop.sheets.printing import Order, Printer
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.paper.made import images
from ui.screens.paper.printing import ask_printer, draw, fineness, has_printer, printer_for
from ui.screens.tools.seeing import Seeing
from ui.writing import time_now

T = TypeVar("T")

if TYPE_CHECKING:
    from ui.screens.paper.choose_view import ChooseSheetView


class Packing(QObject):
    """`done` is called when something was printed, since the register has grown."""

    def __init__(
        self, view: ChooseSheetView, printer: Printer, background: Background, *, seeing: Seeing,
        done: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._view, self._printer, self._background, self._seeing, self._tell = view, printer, background, seeing, done
        view.pack.print_requested.connect(self.to_printer)
        view.pack.folder_chosen.connect(self.to_folder)

    def to_printer(self) -> None:
        """Ask which printer, and print everything as one job."""
        if not has_printer():
            self._view.pack.show_problem(
                tr("This computer knows no printer. Nothing was printed, and nothing is lost. Save the pack as files.")
            )
            return
        printer = printer_for(content.Paper.A4, name=tr("Sheets"))
        ask_printer(self._view, printer, then=lambda: self._print(printer))

    def to_folder(self, folder: Path) -> None:
        """One PDF for each sheet."""
        wanted = self._orders(Going.FILE)
        sentence = tr("Saved at {time}: {count} files. They have left the sealed record: anybody who finds them can"
                      " read them.")  # fmt: skip
        self._begin(lambda: pack.saved(self._printer, wanted, folder), lambda packed: self._told(packed, sentence))

    def _print(self, printer: QPrinter) -> None:
        wanted, ppi = self._orders(Going.WITH_ME), fineness(printer)

        def made() -> tuple[Packed, tuple[QImage, ...]]:
            packed = pack.printed(self._printer, wanted, ppi=ppi)
            return packed, images(tuple(page for paper in packed.papers for page in paper.pages))

        def drawn(found: tuple[Packed, tuple[QImage, ...]]) -> None:
            packed, pages = found
            if not pages or draw(printer, pages, ppi=ppi):
                self._told(packed, tr("Sent to the printer at {time}: {count} sheets."))
            else:
                self._not_taken(wanted)

        self._begin(made, drawn)

    def _not_taken(self, wanted: tuple[Order, ...]) -> None:
        sentence = tr("The printer did not take it. Nothing is lost, and it is written down that no paper came. Look"
                      " at the printer, and print again.")  # fmt: skip

        def write() -> None:
            for order in wanted:
                self._printer.did_not_come(order)

        self._begin(write, lambda _: self._view.pack.show_problem(sentence))

    def _orders(self, going: Going) -> tuple[Order, ...]:
        here = self._seeing.here
        if here is None:
            return ()
        size = Format(self._view.pack.format.value() or Format.STANDARD)
        return pack.orders(
            self._view.in_pack, person=here.person, visit=here.visit, format=size, going=going,
            language=self._view.pack.chosen_language(),
        )  # fmt: skip

    def _begin(self, operation: Callable[[], T], done: Callable[[T], None]) -> None:
        self._view.pack.show_busy(busy=True)

        def ended(result: T) -> None:
            self._view.pack.show_busy(busy=False)
            done(result)

        self._background.run(operation, done=ended, failed=self._failed)

    def _told(self, packed: Packed, sentence: str) -> None:
        words = sentence.format(time=time_now(), count=len(packed.papers))
        if packed.left_out:
            one_by_one = tr("Something is asked before these, so print them one by one: {titles}.")
            words += " " + one_by_one.format(titles="; ".join(packed.left_out))
        self._view.empty_pack()
        self._view.pack.show_done(words)
        self._tell()

    def _failed(self, failure: Failure) -> None:
        self._view.pack.show_busy(busy=False)
        self._view.pack.show_problem(str(failure))
