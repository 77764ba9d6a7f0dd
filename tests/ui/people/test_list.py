"""The list of people: lines in words, finding as one types, pages, adding somebody, restricted records."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from msp_desktop.record.events import Events
from msp_desktop.record.person import Person
from msp_desktop.record.record import Record
from tests.ui.people.conftest import Folk, heard
from ui.screens.people.presenter import PAGE
from ui.screens.visit.screen import VisitPage


def add(folk: Folk, *names: str) -> list[Record[Person]]:
    made = [folk.workspace.people.new(name) for name in names]
    folk.refresh()
    return made


def test_each_line_says_when_there_was_time_alone_and_what_is_planned(folk: Folk) -> None:
    add(folk, "Idris")
    assert folk.lines()[0] == "Idris: No time alone is recorded yet."
    assert folk.lines()[1].startswith("Margaret: Last time alone together: 14 Oct 2026, 19 minutes.")
    assert "24 Oct 2026" in folk.lines()[1]
    assert "Margaret. Last time alone together: 14 Oct 2026" in heard(folk.view.list)


def test_somebody_is_found_a_moment_after_the_second_letter(folk: Folk, qtbot: QtBot) -> None:
    add(folk, "Idris", "Mo")
    folk.type("id")
    qtbot.waitUntil(lambda: [line.split(":")[0] for line in folk.lines()] == ["Idris"])
    assert folk.view.said.text() == "Found: 1."
    folk.type("i")
    qtbot.waitUntil(lambda: len(folk.lines()) == 3)
    assert folk.view.said.isHidden()


def test_only_the_answer_to_what_was_typed_last_is_shown(folk: Folk, qtbot: QtBot) -> None:
    add(folk, "Idris", "Mo")
    shown: list[list[str]] = []
    folk.view.model.modelReset.connect(lambda: shown.append([line.split(":")[0] for line in folk.lines()]))
    for typed in ("id", "mo"):
        folk.type(typed)
        folk.page.presenter.refresh()  # as if the moment after the last letter were over
    qtbot.waitUntil(lambda: shown[-1:] == [["Mo"]])
    assert ["Idris"] not in shown


def test_where_nobody_is_found_it_says_what_to_do_next(folk: Folk, qtbot: QtBot) -> None:
    folk.type("zeppelin")
    qtbot.waitUntil(lambda: folk.lines() == [])
    assert "Nobody is found for “zeppelin”. Type fewer letters" in folk.view.said.text()
    assert not folk.view.open.isVisible() and folk.view.adding.opener.isVisible()


def test_a_long_list_comes_page_by_page(folk: Folk, qtbot: QtBot) -> None:
    add(folk, *(f"Person {number:03}" for number in range(2 * PAGE)))
    assert folk.view.model.rowCount() == PAGE
    for _ in range(2):
        folk.view.list.scrollToBottom()
        folk.settle()
    qtbot.waitUntil(lambda: folk.view.model.rowCount() == 2 * PAGE + 1)
    names = [line.split(":")[0] for line in folk.lines()]
    assert names == sorted(names) and len(set(names)) == 2 * PAGE + 1


def test_coming_back_to_the_list_the_chosen_line_is_still_chosen(folk: Folk) -> None:
    add(folk, "Idris", "Mo")
    folk.view.list.setCurrentIndex(folk.view.model.index(2))
    folk.view.open.click()
    folk.settle()
    assert folk.person.view.name.text() == "Mo"
    folk.person.view.back.click()
    folk.settle()
    assert folk.page.currentWidget() is folk.view
    assert folk.view.list.currentIndex().row() == 2


def test_adding_somebody_needs_one_thing_and_opens_their_page(folk: Folk) -> None:
    folk.view.adding.open()
    folk.view.add.click()
    folk.settle()
    assert "likes to be called" in folk.view.call_me.error.text()
    folk.view.call_me.load("Idris")
    QTest.keyClick(folk.view.call_me.edit, Qt.Key.Key_Return)
    folk.settle()
    assert folk.person.view.name.text() == "Idris"
    assert folk.page.currentWidget() is folk.person.view


@pytest.mark.parametrize("button", ["same", "other"])
def test_a_name_that_is_here_already_is_asked_about(folk: Folk, button: str) -> None:
    folk.view.adding.open()
    folk.view.call_me.load("margaret")
    folk.view.add.click()
    folk.settle()
    assert folk.view.same.isVisible() and folk.workspace.people.count() == 1
    getattr(folk.view, button).click()
    folk.settle()
    assert folk.workspace.people.count() == (1 if button == "same" else 2)
    assert folk.person.view.name.text() == ("Margaret" if button == "same" else "margaret")


def test_a_name_that_is_too_long_is_refused_and_stays_in_the_field(folk: Folk) -> None:
    folk.view.adding.open()
    folk.view.call_me.load("x" * 301)
    folk.view.add.click()
    folk.settle()
    assert "at most 300" in folk.view.call_me.error.text()
    assert folk.view.call_me.value() == "x" * 301


def test_a_restricted_record_shows_only_that_and_opens_with_a_reason(folk: Folk) -> None:
    (hidden,) = add(folk, "Wilhelmina")
    folk.workspace.people.save(hidden, replace(hidden.body, is_restricted=True))
    folk.refresh()
    assert folk.lines()[-1] == "A restricted record: It asks for a reason when you open it."
    assert "Wilhelmina" not in heard(folk.page)
    folk.view.open_requested.emit(hidden.id)
    folk.settle()
    assert folk.page.currentWidget() is folk.page.why
    folk.page.why.open.click()
    folk.settle()
    assert "Say why" in folk.page.why.reason.error.text()
    folk.page.why.reason.load("Duty call about her")
    folk.page.why.open.click()
    folk.settle()
    assert folk.person.view.name.text() == "Wilhelmina"
    assert [each.body.reason for each in Events(folk.workspace.store).looks(hidden.id)] == ["Duty call about her"]


def test_from_the_question_why_there_is_a_way_back(folk: Folk) -> None:
    (hidden,) = add(folk, "Wilhelmina")
    folk.workspace.people.save(hidden, replace(hidden.body, is_restricted=True))
    folk.inside.open_person(hidden.id)
    folk.settle()
    folk.page.why.back.click()
    folk.settle()
    assert folk.page.currentWidget() is folk.view
    assert Events(folk.workspace.store).looks(hidden.id) == ()


def test_pressed_again_on_the_rail_the_page_shows_the_list_and_coming_back_the_person(folk: Folk) -> None:
    folk.open(folk.margaret())
    folk.inside.go("tools")
    margaret = folk.workspace.people.get(folk.margaret())
    folk.workspace.people.save(margaret, replace(margaret.body, names="Margaret Ellis"))
    folk.inside.go("people")
    folk.settle()
    assert folk.page.currentWidget() is folk.person.view
    assert folk.person.view.also.text() == "Margaret Ellis"
    folk.inside.go("people")
    folk.settle()
    assert folk.page.currentWidget() is folk.view
    assert len(Events(folk.workspace.store).looks(folk.margaret())) == 1


def test_while_a_visit_runs_nobody_is_shown_and_no_page_of_theirs_opens(folk: Folk, qtbot: QtBot) -> None:
    folk.open(folk.margaret()).view.start.click()
    qtbot.waitUntil(lambda: folk.inside.now == "visit")
    folk.settle()
    assert folk.inside.rail.pages[[page.name for page in folk.inside.pages].index("people")].isHidden()
    assert folk.page.person is None and folk.lines() == []
    folk.inside.shell.person_requested.emit(folk.margaret())
    assert folk.inside.now == "visit"
    assert "A visit is going on" in folk.inside.notice.words.text()


def test_another_text_size_keeps_the_person_open(folk: Folk, qtbot: QtBot) -> None:
    folk.open(folk.margaret())
    window = folk.inside.window()
    window.look.resize_text(1)  # type: ignore[attr-defined]  # the main window has it
    anew = window.inside  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "people" in anew.screens)
    page = anew.screens["people"].view
    assert isinstance(page, type(folk.page))
    qtbot.waitUntil(lambda: page.person is not None and page.currentWidget() is page.person.view)
    window.look.resize_text(-1)  # type: ignore[attr-defined]


def test_the_visit_that_was_opened_from_a_page_is_the_one_that_is_shown(folk: Folk, qtbot: QtBot) -> None:
    folk.open(folk.margaret()).view.planned.click()
    qtbot.waitUntil(lambda: folk.inside.now == "visit")
    page = folk.inside.screens["visit"].view
    assert isinstance(page, VisitPage)
    qtbot.waitUntil(lambda: page.view is not None and "24 Oct 2026" in page.view.top.who.text())
