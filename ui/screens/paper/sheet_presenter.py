"""What one sheet does before it leaves: asks the guard again at each answer, and shows the pages. Prints nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage, QPixmap

from msp_desktop.errors import Failure
from msp_desktop.practice.leave_behind import Leave
from msp_desktop.record.ids import RecordId
from msp_desktop.sheets.content import Format, Sheet
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.offering import LEAVE, Filling
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order, Printer
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.paper.leaving import Leaving
from ui.screens.paper.made import Made, made
from ui.screens.tools.seeing import Seeing
from ui.theme import px
from ui.widgets.text import announce, say

if TYPE_CHECKING:
    from ui.screens.paper.sheet_view import SheetView

ON_SCREEN = 96
"""Dots per inch of a page on a screen at 100 %; it grows with the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which sheet, what stands on it, and whose it is."""

    sheet_id: str
    filling: Filling
    person: RecordId | None
    visit: RecordId | None
    asks_reason: bool


class SheetPresenter(QObject):
    """One sheet at a time. Only the answer to the latest change is shown."""

    def __init__(self, view: SheetView, printer: Printer, *, background: Background, seeing: Seeing) -> None:
        super().__init__(view)
        self._view, self._printer, self._background, self._seeing = view, printer, background, seeing
        self._leaving = Leaving(view, printer, background)
        self._wanted: Wanted | None = None
        self._on_screen: Sheet | None = None
        self._asked_for, self._is_working = 0, False
        self._soon = QTimer(self, singleShot=True, interval=150)
        self._soon.timeout.connect(self.refresh)
        self._listen()

    def open(self, wanted: Wanted) -> None:
        """Show a sheet that nothing was said about yet."""
        self.close()
        self._wanted = wanted
        self._view.reason.setVisible(wanted.asks_reason)
        self.refresh()

    def close(self) -> None:
        """Nothing of the sheet stays on the screen or in memory."""
        self._wanted = self._on_screen = None
        self._asked_for += 1
        self._soon.stop()
        self._view.preview.clear()
        self._view.guard.forget()

    def refresh(self) -> None:
        """Make the sheet ready as it is wanted now, and show it."""
        if self._wanted is None or (self._wanted.asks_reason and not self._view.reason.value()):
            return
        self._asked_for += 1
        if not self._is_working:
            self._make(self._show)

    def print(self) -> None:
        """Once nothing is open any more, ask which printer."""
        self._when_allowed(self._leaving.to_printer)

    def save(self) -> None:
        """Once nothing is open any more, ask where the file goes."""
        self._when_allowed(self._leaving.to_file)

    def _make(self, then: Callable[[Made], None]) -> None:
        order, asked_for, before = self._order(), self._asked_for, self._on_screen
        now, ppi = self._seeing.now(), px(ON_SCREEN) * self._view.devicePixelRatio()

        def done(made: Made) -> None:
            self._is_working = False
            if asked_for == self._asked_for:
                then(made)
            elif self._wanted is not None:
                self._make(self._show)

        def failed(failure: Failure) -> None:
            self._is_working = False
            if asked_for == self._asked_for:
                self._failed(failure)
            elif self._wanted is not None:
                self._make(self._show)

        self._is_working = True
        self._background.run(
            lambda: made(self._printer, order, now=now, ppi=ppi, before=before), done=done, failed=failed
        )

    def _order(self) -> Order:
        view, wanted = self._view, self._wanted
        assert wanted is not None  # noqa: S101 - only asked for while a sheet is open
        choices = Choices(
            going=Going(view.going.value() or Going.WITH_ME), format=Format(view.format.value() or Format.STANDARD),
            language=view.chosen_language(), raised_to=view.raised_to(), ticked=view.guard.ticked(),
            replies=view.guard.replies(), reason=view.reason.value(), with_last_time=view.wants_last_time(),
        )  # fmt: skip
        return Order(
            sheet_id=wanted.sheet_id, choices=choices, answers=wanted.filling.answers, person=wanted.person,
            visit=wanted.visit, of_visit=wanted.filling.of_visit,
        )  # fmt: skip

    def _show(self, made: Made) -> None:
        view, may_read = self._view, self._may_read(made)
        decision = made.ready.decision
        view.beside.setVisible(made.ready.has_last_time)
        view.offer_ways(made.ready.languages, has_easy_read=made.ready.has_easy_read)
        if may_read:
            is_chosen = view.going.value() is not None
            view.guard.show_guard(
                decision.asked, warnings=decision.warnings if is_chosen else (), offered=made.ready.offered
            )
        else:
            view.guard.hide()
        if view.raised_to() is None:
            view.offer_stricter({each: LEAVE[each] for each in Leave if each > decision.leave})
        view.may_stay.setText(tr("{rule}.").format(rule=LEAVE[decision.leave]))
        say(view.refusal, decision.refusal if may_read else "", "error")
        view.show_covered(
            waits=tr("A few things are asked before this is printed. Say first who can see the screen.")
            if not may_read else "",
            covered=_covered(made),
            button_text=tr("Only us now") if self._seeing.is_in_visit else tr("Only I can see the screen"),
        )  # fmt: skip
        if made.pages is not None:
            self._on_screen = made.shown
            view.preview.show_pages(view.title.text(), [self._pixmap(page) for page in made.pages], made.lines)

    def _may_read(self, made: Made) -> bool:
        here = self._seeing.now()
        is_alone = here is not None and here.company == "only_us"
        is_about_somebody = self._wanted is not None and (self._wanted.person or self._wanted.filling.answers)
        return is_alone or not is_about_somebody or not made.is_for_few

    def _pixmap(self, page: QImage) -> QPixmap:
        made = QPixmap.fromImage(page)
        made.setDevicePixelRatio(self._view.devicePixelRatio())
        return made

    def _when_allowed(self, then: Callable[[Order, Sheet], None]) -> None:
        view, wanted = self._view, self._wanted
        is_open = view.going.value() is None
        view.going.show_error(tr("Choose where it is going. Nothing was printed.") if is_open else "")
        lacks_reason = wanted is not None and wanted.asks_reason and not view.reason.value()
        view.reason.show_error(tr("Say why. Nothing was printed.") if lacks_reason else "")
        if is_open or lacks_reason:
            (view.going if is_open else view.reason).focus()
        elif wanted is not None:
            self._soon.stop()  # it would make the sheet anew and forget that this was pressed
            self._asked_for += 1
            self._make(lambda made: self._decide(made, then))

    def _decide(self, made: Made, then: Callable[[Order, Sheet], None]) -> None:
        self._show(made)
        decision = made.ready.decision
        if not self._may_read(made):
            self._view.only_us.setFocus()
            return
        self._view.guard.show_missing(decision.questions)
        if decision.refusal:
            announce(self._view.refusal, decision.refusal)
        if decision.may_print:
            then(self._order(), made.ready.content)

    def _failed(self, failure: Failure) -> None:
        say(self._view.said, str(failure), "error")

    def _changed(self) -> None:
        self._asked_for += 1  # what is on its way answers something else
        self._view.show_ways()
        self._view.going.show_error("")
        say(self._view.said, "")
        self._soon.start()

    def _company_changed(self) -> None:
        if self._wanted is None:
            return
        if not self._wanted.filling.is_blank:
            self._view.preview.clear()  # at once: what comes next takes a moment
            self._on_screen = None
        here = self._seeing.now()
        if here is None or here.company != "only_us":
            self._view.guard.hide()
            say(self._view.refusal, "")
        self.refresh()

    def _listen(self) -> None:
        view = self._view
        view.changed.connect(self._changed)
        view.print_requested.connect(self.print)
        view.save_requested.connect(self.save)
        view.only_us_requested.connect(self._seeing.only_us)
        self._seeing.changed.connect(self._company_changed)


def _covered(made: Made) -> str:
    """What the picture leaves out."""
    if made.shown is None:
        return tr("This sheet is not shown while somebody else may see the screen.")
    if made.is_covered:
        return tr("The picture leaves out what somebody who may see the screen did not hear.")
    return ""
