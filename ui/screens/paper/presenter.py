"""What the Print page does: which sheets, for whom, and which one is open. Makes no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from msp_desktop.errors import Failure
from msp_desktop.record.ids import RecordId
from msp_desktop.sheets.offering import Filling, SheetOffer, offered
from msp_desktop.sheets.register import Print, tool_of
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.paper.packing import Packing
from ui.screens.paper.sheet_presenter import SheetPresenter, Wanted
from ui.screens.tools.seeing import Seeing
from ui.shell import Here

if TYPE_CHECKING:
    from collections.abc import Callable

    from msp_desktop.workspace import Workspace
    from ui.screens.paper.page import PaperPage


@dataclass(frozen=True, slots=True)
class Asked:
    """What another page asked to print: a tool, and answers to it or nothing."""

    tool: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sheets as they are offered, whose filled ones are among them, and whether that record is restricted."""

    headings: dict[str, tuple[SheetOffer, ...]]
    person: RecordId | None = None
    is_restricted: bool = False


class PaperPresenter(QObject):
    """Leads from the sheets to one of them and back. `tell` takes a sentence for the window.

    `printed` tells that the register has grown, `found` a sheet whose paper is to be typed in: tool, answers, sheet.
    """

    printed = Signal()
    found = Signal(str, str, str)

    def __init__(
        self, page: PaperPage, parts: Workspace, *, background: Background, seeing: Seeing, tell: Callable[[str], None]
    ) -> None:
        super().__init__(page)
        self._page, self._parts, self._background, self._seeing, self._tell = page, parts, background, seeing, tell
        self._asked, self._shelf = Asked(), Shelf({})
        self.sheet = SheetPresenter(page.sheet, parts.printer, background=background, seeing=seeing)
        self.packing = Packing(page.choose, parts.printer, background, seeing=seeing, done=lambda: self.printed.emit())
        page.choose.from_paper.wanted.connect(self.find)
        page.choose.chosen.connect(self.choose)
        page.choose.all_requested.connect(self.show_all)
        page.sheet.back_requested.connect(self.back)

    def enter(self) -> None:
        """The page is shown: something may have been filled in since."""
        if self._page.currentWidget() is self._page.sheet:
            self.sheet.refresh()
        else:
            self._read()

    def forget(self) -> None:
        """A visit is opened: the sheets are for its person now, and are read when somebody looks for them."""
        self._asked = Asked()
        self.sheet.close()
        self._page.show_choose()
        self._shelf = Shelf({})
        self._page.choose.show_sheets({}, who="", is_narrowed=False, can_pack=False)
        if self._page.isVisible():
            self._read()

    def visit_runs(self, runs: bool) -> None:
        """While a visit goes on, nothing of other people stays."""
        here, person = self._seeing.here, self._shelf.person
        if runs and here is not None and person not in (None, here.person):
            self.forget()

    def open(self, tool: str, answers: str) -> None:
        """Print a sheet of this tool: with these answers, or blank."""
        self._asked = Asked(tool, answers)
        self._page.show_choose()
        self._read(then_open=True)

    def show_all(self) -> None:
        """Every sheet again."""
        self._asked = Asked()
        self._read()

    def back(self) -> None:
        """Put the sheet away and show the list."""
        self.sheet.close()
        self._page.show_choose()
        self._read()

    def choose(self, offer: SheetOffer, filling: Filling) -> None:
        """Open one sheet."""
        here = self._seeing.here
        wanted = Wanted(
            sheet_id=offer.sheet_id, filling=filling, person=here.person if here else None,
            visit=here.visit if here else None, asks_reason=self._shelf.is_restricted and not filling.is_blank,
        )  # fmt: skip
        self._page.sheet.begin(title=offer.title, what=filling.words)
        self._page.show_sheet()
        self.sheet.open(wanted)

    def find(self, typed: str) -> None:
        """Find the sheet whose mark somebody typed."""
        self._background.run(lambda: self._parts.register.found(typed), done=self._found, failed=self._failed)

    def _found(self, printed: Print | None) -> None:
        here, asked = self._seeing.here, self._page.choose.from_paper.mark
        if printed is None:
            asked.show_error(tr("No sheet with this mark was printed from these records. Check the four letters."))
        elif here is None or printed.visit != here.visit:
            asked.show_error(tr("This sheet was printed for another visit. Open that visit first."))
        elif (tool := tool_of(printed.sheet_id, self._parts.tools)) is None:
            asked.show_error(tr("This sheet has its own place in the visit: write it in under After."))
        else:
            asked.load("")
            self.found.emit(tool.key, printed.answers or "", printed.sheet_id)

    def _read(self, *, then_open: bool = False) -> None:
        asked, here = self._asked, self._seeing.here

        def done(shelf: Shelf) -> None:
            self._show(shelf)
            if then_open:
                self._open_only_one()

        self._background.run(lambda: self._shelf_for(asked, here), done=done, failed=self._failed)

    def _shelf_for(self, asked: Asked, here: Here | None) -> Shelf:
        parts = self._parts
        filled = [parts.answers.get(RecordId(asked.answers))] if asked.answers else []
        if here and not asked.answers:
            filled = [*parts.answers.of(here.person)]
        person = filled[0].body.person if filled else here.person if here else None
        headings = offered(parts.tools, filled, has_visit=here is not None)
        if asked.tool:
            narrowed = {title: tuple(each for each in offers if each.tool == asked.tool)
                        for title, offers in headings.items()}  # fmt: skip
            headings = {title: offers for title, offers in narrowed.items() if offers}
        return Shelf(headings, person, person is not None and parts.people.get(person).body.is_restricted)

    def _show(self, shelf: Shelf) -> None:
        self._shelf, here = shelf, self._seeing.here
        who = tr("For {name}").format(name=here.name) if here and not self._asked.answers else ""
        self._page.choose.show_sheets(shelf.headings, who=who, is_narrowed=bool(self._asked.tool),
                                       can_pack=here is not None and not self._asked.tool)  # fmt: skip

    def _open_only_one(self) -> None:
        """Where what was asked for is one sheet and nothing is left to choose."""
        asked = self._asked
        ways = [
            (offer, filling)
            for offers in self._shelf.headings.values()
            for offer in offers
            for filling in offer.fillings
            if (filling.answers or "") == asked.answers and not filling.of_visit
        ]
        if len(ways) == 1:
            self.choose(*ways[0])

    def _failed(self, failure: Failure) -> None:
        self._tell(str(failure))
