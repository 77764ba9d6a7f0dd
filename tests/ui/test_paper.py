"""Print: choosing a sheet, what is asked first, what others may see of it, and paper or a file in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.record.event import EVENT, Event
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Shelf
from msp_desktop.sheets.guard import Question
from msp_desktop.sheets.offering import Filling, SheetOffer, offered
from msp_desktop.tools.library import Library
from msp_desktop.workspace import Workspace
from tests.ui import audit
from ui import theme
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.paper.page import PaperPage
from ui.screens.paper.sheet_view import SheetView
from ui.screens.visit.view import VisitView
from ui.tokens import DARK, LIGHT
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField

RULER = "Where it stands today"


@pytest.fixture
def workspace(inside: Inside) -> Workspace:
    return inside.shell.workspace


@pytest.fixture
def page(qtbot: QtBot, inside: Inside) -> PaperPage:
    """The sheets, with no visit open."""
    view = inside.go("paper").view
    assert isinstance(view, PaperPage)
    qtbot.waitUntil(lambda: f"{RULER}: Blank" in ways(view))
    return view


@pytest.fixture
def of_margaret(qtbot: QtBot, inside: Inside, workspace: Workspace) -> PaperPage:
    """The sheets while the visit that filled some of them is open; nobody has said who is here."""
    inside.open_visit(workspace.visits.list({"state": "complete"})[0].id)
    qtbot.waitUntil(lambda: inside.shell.here is not None)
    view = inside.go("paper").view
    assert isinstance(view, PaperPage)
    qtbot.waitUntil(lambda: f"{RULER}: Filled in, 14 Oct 2026" in ways(view))
    return view


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer that writes what it is sent into a file; the dialog in which it is chosen is answered at once."""
    file = tmp_path / "printed.pdf"

    def chosen(dialog: QPrintDialog) -> None:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        dialog.finished.emit(QDialog.DialogCode.Accepted.value)

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(QDialog, "open", chosen)
    return file


def ways(page: PaperPage) -> dict[str, QPushButton]:
    return named(page.choose)


def named(view: QWidget) -> dict[str, QPushButton]:
    return {each.accessibleName(): each for each in view.findChildren(QPushButton) if each.isVisible()}


def open_sheet(qtbot: QtBot, page: PaperPage, way: str) -> SheetView:
    ways(page)[way].click()
    qtbot.waitUntil(lambda: page.sheet.may_stay.text() != "")
    return page.sheet


def alone(qtbot: QtBot, view: SheetView) -> None:
    qtbot.waitUntil(view.say_who.isVisible)
    view.only_us.click()
    qtbot.waitUntil(lambda: not view.say_who.isVisible() and len(view.preview.pages) > 0)


def answer(view: SheetView, question: Question, reply: str) -> None:
    field = view.guard.questions.fields[str(question)]
    assert isinstance(field, ChoiceField)
    field.buttons[reply].click()


def save(qtbot: QtBot, view: SheetView, file: Path) -> None:
    """Choose the file in the dialog, which proposes a neutral name."""
    view.save_button.click()
    qtbot.waitUntil(lambda: view.findChild(QFileDialog) is not None)
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog) and Path(dialog.selectedFiles()[0]).name == file.name
    dialog.fileSelected.emit(str(file))
    dialog.close()


def events(workspace: Workspace) -> list[Event]:
    return [each.body for each in Shelf(workspace.store, EVENT).list() if each.body.sheet]


def going(qtbot: QtBot, view: SheetView, where: str, *, asks: Question | None = None) -> None:
    view.going.buttons[where].click()
    if asks is not None:
        qtbot.waitUntil(view.guard.questions.fields[str(asks)].isVisible)


def test_a_key_leads_to_printing(qtbot: QtBot, inside: Inside, window: MainWindow) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: inside.now == "paper")


def test_sheets_stand_under_the_headings_without_numbers_or_letters(page: PaperPage) -> None:
    from PySide6.QtWidgets import QLabel

    words = {each.text() for each in page.choose.findChildren(QLabel) if each.isVisible()}
    assert {"Information and support", "Rights", RULER, "May be left.", "Never leave in the home."} <= words
    assert not [each for each in words if each[:1] == "T" and each[1:3].isdigit()]
    assert not [name for name in ways(page) if "Filled" in name]


def test_a_blank_sheet_is_shown_before_it_is_printed(qtbot: QtBot, page: PaperPage) -> None:
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    qtbot.waitUntil(lambda: len(view.preview.pages) == 1)
    assert view.preview.pages[0].accessibleName() == f"Page 1 of 1: {RULER}"
    assert "What are we looking at?" in view.preview.words.text()
    assert view.going.value() is None and view.may_stay.text() == "May be left."


def test_a_blank_sheet_is_saved_as_a_pdf(qtbot: QtBot, page: PaperPage, workspace: Workspace, tmp_path: Path) -> None:
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    view.going.buttons["file"].click()
    assert not view.print_button.isVisible()
    qtbot.waitUntil(lambda: "leaves the sealed record" in view.guard.told.words.text())
    save(qtbot, view, tmp_path / "T15 A.pdf")
    qtbot.waitUntil(lambda: "as copy 2" in view.said.text())
    with pikepdf.open(tmp_path / "T15 A.pdf") as pdf:
        assert len(pdf.pages) == 1
    assert [(each.what, each.leave, each.where_to) for each in events(workspace)][-1] == ("export", "A", "file")


FILLED = f"{RULER}: Filled in, 14 Oct 2026"


def test_a_filled_sheet_that_stays_asks_its_questions_first(
    qtbot: QtBot, of_margaret: PaperPage, workspace: Workspace, printer: Path
) -> None:
    view = open_sheet(qtbot, of_margaret, FILLED)
    alone(qtbot, view)
    going(qtbot, view, "stays", asks=Question.MAY_STAY)
    assert not any(view.guard.questions.values().values()) and not view.guard.ticked()
    before = len(events(workspace))
    view.print_button.click()
    qtbot.waitUntil(lambda: "Answer this first" in view.guard.questions.fields["may_stay"].error.text())
    assert not printer.exists() and len(events(workspace)) == before
    answer(view, Question.MAY_STAY, "yes")
    answer(view, Question.MUST_NOT_BE_FOUND, "no")
    post = view.guard.questions.fields["who_opens_post"]
    assert isinstance(post, LineField)
    QTest.keyClicks(post.edit, "She does")
    view.print_button.click()
    qtbot.waitUntil(lambda: "Sent to the printer" in view.said.text())
    assert printer.exists() and len(events(workspace)) == before + 1


def test_what_is_told_about_a_person_and_a_no_stop_the_paper(qtbot: QtBot, of_margaret: PaperPage) -> None:
    view = open_sheet(qtbot, of_margaret, FILLED)
    alone(qtbot, view)
    going(qtbot, view, "stays", asks=Question.MAY_STAY)
    qtbot.waitUntil(lambda: "You have not been told how to reach" in view.guard.told.words.text())
    answer(view, Question.MAY_STAY, "no")
    qtbot.waitUntil(lambda: "Take it back with you" in view.refusal.text())


def test_a_sheet_that_is_never_left_there_is_refused_in_one_sentence(
    qtbot: QtBot, page: PaperPage, workspace: Workspace, printer: Path
) -> None:
    view = open_sheet(qtbot, page, "What is the no about?: Blank")
    going(qtbot, view, "stays")
    qtbot.waitUntil(lambda: view.refusal.text().startswith("This sheet is never left in the home"))
    before = len(events(workspace))
    view.print_button.click()
    qtbot.waitUntil(lambda: len(view.preview.pages) > 0)
    assert not printer.exists() and len(events(workspace)) == before


def test_a_sheet_can_be_handled_more_carefully_than_its_rule(qtbot: QtBot, page: PaperPage) -> None:
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    view.stricter.open()
    assert [*view.raised.buttons] == ["B", "C"]
    view.raised.buttons["C"].click()
    going(qtbot, view, "stays")
    qtbot.waitUntil(lambda: view.refusal.text().startswith("This sheet is never left in the home"))
    assert view.may_stay.text() == "Never leave in the home."


def test_a_printer_gets_the_pages_in_their_size_under_a_neutral_name(
    qtbot: QtBot, page: PaperPage, workspace: Workspace, printer: Path
) -> None:
    view = open_sheet(qtbot, page, "Good day, bad day: Blank")
    going(qtbot, view, "with_me")
    view.print_button.click()
    qtbot.waitUntil(lambda: "Sent to the printer" in view.said.text())
    with pikepdf.open(printer) as pdf:
        assert str(pdf.docinfo["/Title"]) == "T03 A"
        wide = [float(side) for side in pdf.pages[0].mediabox]
    assert wide[2] == pytest.approx(842, abs=2) and wide[3] == pytest.approx(595, abs=2)
    last = events(workspace)[-1]
    assert last.printed is not None
    assert (last.what, last.where_to, last.printed.copy) == ("export", "file", 2)  # this printer writes a file


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_is_gone_loses_nothing_and_the_register_tells_it(
    qtbot: QtBot, page: PaperPage, workspace: Workspace, printer: Path
) -> None:
    printer.mkdir()  # it cannot be written to
    view = open_sheet(qtbot, page, f"{RULER}: Blank")
    going(qtbot, view, "with_me")
    view.print_button.click()
    qtbot.waitUntil(lambda: view.said.text().startswith("The printer did not take it. Nothing is lost"))
    assert view.print_button.isEnabled()
    assert [(each.what, each.copies) for each in events(workspace)[-2:]] == [("export", 1), ("not_printed", 0)]


def test_a_computer_without_a_printer_says_so(
    qtbot: QtBot, page: PaperPage, monkeypatch: pytest.MonkeyPatch, workspace: Workspace
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    view, before = open_sheet(qtbot, page, f"{RULER}: Blank"), len(events(workspace))
    going(qtbot, view, "with_me")
    view.print_button.click()
    qtbot.waitUntil(lambda: view.said.text().startswith("This computer knows no printer."))
    assert len(events(workspace)) == before


def test_locking_closes_the_dialog_for_the_printer(
    qtbot: QtBot, window: MainWindow, page: PaperPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    view, before = open_sheet(qtbot, page, f"{RULER}: Blank"), len(events(workspace))
    going(qtbot, view, "with_me")
    view.print_button.click()
    qtbot.waitUntil(lambda: view.findChild(QPrintDialog) is not None)
    dialog = view.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog) and dialog.isVisible() and len(events(workspace)) == before
    window.lock()
    assert not dialog.isVisible() and window.inside is None


def test_while_somebody_may_see_the_screen_nothing_said_alone_is_on_it(
    qtbot: QtBot, of_margaret: PaperPage, printer: Path
) -> None:
    view = open_sheet(qtbot, of_margaret, FILLED)
    qtbot.waitUntil(view.waits.isVisible)
    assert not view.guard.isVisible() and "over my money" not in view.preview.words.text()
    going(qtbot, view, "with_me")
    view.print_button.click()
    qtbot.waitUntil(view.only_us.hasFocus)
    assert not printer.exists()


def test_a_blank_sheet_can_be_printed_whoever_is_there(
    qtbot: QtBot, of_margaret: PaperPage, workspace: Workspace, printer: Path
) -> None:
    view = open_sheet(qtbot, of_margaret, f"{RULER}: Blank")
    going(qtbot, view, "stays")
    view.print_button.click()
    qtbot.waitUntil(lambda: "Sent to the printer" in view.said.text())
    assert printer.exists() and not view.waits.isVisible()
    assert events(workspace)[-1].person == workspace.people.list()[0].id


def test_what_is_ticked_is_shown_and_printed_and_goes_at_once_when_somebody_comes(
    qtbot: QtBot, inside: Inside, of_margaret: PaperPage, workspace: Workspace, tmp_path: Path
) -> None:
    view = open_sheet(qtbot, of_margaret, FILLED)
    alone(qtbot, view)
    qtbot.waitUntil(lambda: "question" in view.guard.ticks.boxes)
    view.guard.ticks.boxes["question"].click()
    qtbot.waitUntil(lambda: "over my money" in view.preview.words.text())
    going(qtbot, view, "file")
    save(qtbot, view, tmp_path / "T15 B.pdf")
    qtbot.waitUntil(lambda: "Saved at" in view.said.text())
    printed = events(workspace)[-1].printed
    assert printed is not None and printed.ticked == ("question",) and printed.copy == 2
    visit = inside.findChild(VisitView)
    assert isinstance(visit, VisitView)
    visit.top.they.click()
    assert not view.preview.pages and not view.preview.words.text() and not view.guard.isVisible()


def test_the_note_of_a_visit_can_be_printed_to_keep(
    qtbot: QtBot, of_margaret: PaperPage, workspace: Workspace, printer: Path
) -> None:
    view = open_sheet(qtbot, of_margaret, "Note of a visit: As it stands now")
    qtbot.waitUntil(lambda: view.covered.words.text().startswith("This sheet is not shown"))
    assert not view.preview.pages
    alone(qtbot, view)
    assert "I want my card back." in view.preview.words.text()
    going(qtbot, view, "with_me")
    view.print_button.click()
    qtbot.waitUntil(lambda: "Sent to the printer" in view.said.text())
    assert (events(workspace)[-1].sheet, events(workspace)[-1].leave) == ("visit.note", "C")


def test_a_tool_leads_to_its_sheet(qtbot: QtBot, inside: Inside, page: PaperPage) -> None:
    tools = inside.go("tools").view
    qtbot.waitUntil(lambda: "Print it empty: Scaling ruler" in named(tools))
    named(tools)["Print it empty: Scaling ruler"].click()
    qtbot.waitUntil(lambda: len(page.sheet.preview.pages) == 1)
    assert inside.now == "paper" and page.sheet.title.text() == RULER
    page.sheet.back_requested.emit()
    qtbot.waitUntil(lambda: set(ways(page)) >= {f"{RULER}: Blank"})
    page.choose.show_all.click()
    qtbot.waitUntil(lambda: "My rights: Blank" in ways(page))


def test_a_sheet_of_somebody_else_is_put_away_when_a_visit_begins(
    qtbot: QtBot, inside: Inside, workspace: Workspace
) -> None:
    idris = workspace.people.new("Idris").id
    ruler = workspace.answers.open(workspace.tools.tool("scaling"), person=idris)
    inside.open_visit(workspace.visits.list({"state": "planned"})[0].id)
    qtbot.waitUntil(lambda: inside.shell.here is not None)
    inside.shell.paper_requested.emit("scaling", ruler.id)
    page, visit = inside.screens["paper"].view, inside.findChild(VisitView)
    assert isinstance(page, PaperPage) and isinstance(visit, VisitView)
    qtbot.waitUntil(lambda: page.currentWidget() is page.sheet)
    visit.top.start.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.choose)
    assert not page.sheet.preview.pages and not page.sheet.preview.words.text()


def test_a_restricted_record_asks_why_and_keeps_the_answer(
    qtbot: QtBot, inside: Inside, page: PaperPage, workspace: Workspace, tmp_path: Path
) -> None:
    person, (ruler,) = workspace.people.list()[0], workspace.answers.list({"tool": "scaling"})
    workspace.people.save(person, replace(person.body, is_restricted=True))
    inside.shell.paper_requested.emit("scaling", ruler.id)
    view = page.sheet
    qtbot.waitUntil(view.reason.isVisible)
    assert not view.preview.pages
    QTest.keyClicks(view.reason.edit, "Her sister asked for it")
    alone(qtbot, view)
    going(qtbot, view, "file")
    save(qtbot, view, tmp_path / "T15 B.pdf")
    qtbot.waitUntil(lambda: "Saved at" in view.said.text())
    assert events(workspace)[-1].reason == "Her sister asked for it"


LOOKS = {"light-100%": (LIGHT, 1.0), "dark-150%": (DARK, 1.5), "light-200%": (LIGHT, 2.0)}


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    colours, scale = LOOKS[request.param]
    theme.apply(qapp, colours, scale=scale)
    yield
    theme.apply(qapp, LIGHT)


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
    with qtbot.waitExposed(page):
        page.show()
    found = [f"list: {fault}" for fault in audited(page)]
    view = page.sheet
    view.begin(title=RULER, what=ruler.words)
    page.show_sheet()
    view.reason.show()
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
