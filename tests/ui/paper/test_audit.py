"""Print: the page can be used by everybody."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.record.ids import RecordId
from msp_desktop.sheets.guard import Question
from msp_desktop.sheets.offering import Filling, SheetOffer, offered
from msp_desktop.tools.library import Library
from msp_desktop.tools.strings import ENGLISH, LANGUAGES
from tests.ui import audit
from tests.ui.looks import look as look
from tests.ui.paper.hands import RULER
from ui.screens.paper.page import PaperPage


@pytest.mark.usefixtures("look")
def test_the_page_can_be_used_by_everybody(qtbot: QtBot) -> None:
    page, picture = PaperPage(), QPixmap(794, 1123)
    picture.fill()
    qtbot.addWidget(page)
    page.resize(824, 600)
    ruler, note = Filling(words="Filled in, 14 Oct 2026", answers=RecordId("a")), Filling(words="Now", of_visit=True)
    page.choose.show_sheets(
        offered(Library()) | {"This visit": (SheetOffer(sheet_id="visit.note", tool="", title="Note of a visit",
        purpose="On paper.", may_stay="Never leave in the home.", fillings=(ruler, note)),)},
        who="For Margaret", is_narrowed=True)  # fmt: skip
    for fold in (page.choose.packing, page.choose.typing_in):
        fold.show()
        fold.open()
    page.choose.pack.show_titles([RULER, "What I want to happen"])
    with qtbot.waitExposed(page):
        page.show()
    found = [f"list: {fault}" for fault in audited(page)]
    view = page.sheet
    view.begin(title=RULER, what=ruler.words)
    page.show_sheet()
    view.reason.show()
    view.offer_ways(dict.fromkeys(LANGUAGES, False) | {ENGLISH: True}, has_easy_read=True)
    said_alone = {"a": ("What?", "My money"), "b": ("Who?", "Ivy")}
    view.guard.show_guard(tuple(Question), warnings=("You told me: it is not known.",), offered=said_alone)
    view.guard.show_missing(tuple(Question))
    view.show_covered(waits="It waits.", covered="Something is left out.", button_text="Only us now")
    view.refusal.setText("This sheet is never left in the home or posted there.")
    view.refusal.show()
    view.preview.show_pages(RULER, [picture, picture], ["Where it stands today", "What are we looking at?"])
    view.preview.fold.open()
    view.offer_stricter({Leave.B: "Leave only after the check", Leave.C: "Never leave in the home"})
    view.stricter.open()
    found += [f"sheet: {fault}" for fault in audited(page)]
    assert not found, "\n".join(found)


def audited(page: PaperPage) -> list[str]:
    for _ in range(5):
        QApplication.processEvents()
    return [*audit.faults(page), *audit.tab_faults(page)]
