"""Print: what is asked first, and what others may see of a sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from msp_desktop.sheets.guard import Question
from msp_desktop.workspace import Workspace
from tests.ui.paper.hands import FILLED, RULER, alone, answer, events, going, open_sheet, save
from ui.inside import Inside
from ui.screens.paper.page import PaperPage
from ui.screens.visit.view import VisitView
from ui.widgets.line_field import LineField


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
