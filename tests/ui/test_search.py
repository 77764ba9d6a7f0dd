"""Search from the keyboard: found as somebody types, opened by pressing, and nothing shown that others may not see."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from msp_desktop.record.found import SAID_ALONE
from tests.ui import audit
from tests.ui.conftest import unlocked
from tests.ui.standing import window_on
from ui import theme
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.search.lines import MATCHES, RESTRICTED
from ui.screens.search.presenter import NOTHING
from ui.screens.search.results import _layouts
from ui.screens.search.view import SearchView
from ui.tokens import DARK, LIGHT

BANK = "bank with Ivy"
"""What the demo's Margaret said alone, in a tool."""


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """Somebody listens: without a screen reader, Qt keeps what it once told of a list."""
    is_active = True
    QAccessible.setActive(is_active)
    yield
    QAccessible.setActive(not is_active)


@pytest.fixture
def search(inside: Inside) -> SearchView:
    view = inside.go("search").view
    assert isinstance(view, SearchView)
    return view


def enter(qtbot: QtBot, search: SearchView, text: str) -> None:
    """Type it and wait for what is found."""
    search.field.edit.selectAll()
    QTest.keyClicks(search.field.edit, text)
    qtbot.waitUntil(lambda: any(words in search.said.text() for words in ("found", "latest")))
    qtbot.waitUntil(lambda: search.field.value() == text)


def titles(search: SearchView) -> list[str]:
    return [line.title for line in search.results.rows.lines]


def place_of(search: SearchView, title: str) -> int:
    return next(place for place, each in enumerate(titles(search)) if each.startswith(title))


def press(search: SearchView, place: int) -> None:
    index = search.results.rows.index(place)
    search.results.scrollTo(index)
    where = search.results.visualRect(index).center()
    QTest.mouseClick(search.results.viewport(), Qt.MouseButton.LeftButton, pos=where)


def heard(face: QAccessibleInterface) -> str:
    """Everything that a screen reader could come by."""
    inside: list[QAccessibleInterface | None] = [face.child(place) for place in range(face.childCount())]
    own = " ".join(face.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description,
                                                QAccessible.Text.Value))  # fmt: skip
    return " ".join([own, *(heard(each) for each in inside if each is not None and each.isValid())])


def everything(search: SearchView) -> str:
    """What is painted, told and labelled on the page."""
    painted = " ".join(line.title + " " + line.words for line in search.results.rows.lines)
    labels = " ".join(each.text() for each in search.findChildren(QLabel))
    return " ".join([painted, labels, heard(QAccessible.queryAccessibleInterface(search))])


def test_ctrl_f_opens_it_with_the_cursor_in_the_field(window: MainWindow, inside: Inside) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    view = inside.screens["search"].view
    assert inside.now == "search" and isinstance(view, SearchView)
    assert QApplication.focusWidget() is view.field.edit


def test_it_is_not_there_while_a_visit_runs(window: MainWindow, inside: Inside) -> None:
    runs = True
    inside.shell.visit_runs.emit(runs)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert inside.now == "today"


def test_what_is_found_stands_under_its_person_with_its_day(qtbot: QtBot, search: SearchView) -> None:
    enter(qtbot, search, "ba")
    assert titles(search)[0] == "Margaret"
    assert "Scaling ruler, 14 Oct 2026" in titles(search)
    assert search.said.text() == "4 found."


def test_nothing_found_says_what_to_try(qtbot: QtBot, search: SearchView) -> None:
    enter(qtbot, search, "zzz")
    assert search.said.text() == NOTHING
    assert not search.results.isVisible()


def test_what_was_said_alone_is_nowhere_on_the_page_until_the_worker_says_so(qtbot: QtBot, search: SearchView) -> None:
    enter(qtbot, search, "ba")
    assert BANK not in everything(search) and SAID_ALONE in everything(search)
    search.only_me.click()
    qtbot.waitUntil(lambda: BANK in everything(search))
    assert BANK in heard(QAccessible.queryAccessibleInterface(search.results))
    search.others.click()
    assert BANK not in everything(search)
    qtbot.waitUntil(lambda: SAID_ALONE in everything(search))
    assert BANK not in everything(search)


def test_leaving_the_page_takes_it_all_away_and_coming_back_asks_again(
    qtbot: QtBot, inside: Inside, search: SearchView
) -> None:
    enter(qtbot, search, "ba")
    search.only_me.click()
    qtbot.waitUntil(lambda: BANK in everything(search))
    inside.go("today")
    assert BANK not in everything(search)
    inside.go("search")
    qtbot.waitUntil(lambda: SAID_ALONE in everything(search))
    assert search.only_me.isVisible() and not search.others.isVisible()


def test_pressing_what_was_found_opens_its_visit(qtbot: QtBot, inside: Inside, search: SearchView) -> None:
    enter(qtbot, search, "ba")
    press(search, place_of(search, "Visit"))
    assert inside.now == "visit"


def test_the_keyboard_alone_finds_and_opens(qtbot: QtBot, window: MainWindow, inside: Inside) -> None:
    view = inside.go("search").view
    assert isinstance(view, SearchView)
    enter(qtbot, view, "ba")
    QTest.keyClick(view.field.edit, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is view.results
    QTest.keyClick(view.results, Qt.Key.Key_Down)
    assert view.results.currentIndex().row() == 2
    QTest.keyClick(view.results, Qt.Key.Key_Return)
    assert inside.now == "visit"


def test_a_person_is_asked_for_by_their_id(qtbot: QtBot, inside: Inside, search: SearchView) -> None:
    enter(qtbot, search, "garet")
    asked: list[str] = []
    inside.shell.person_requested.connect(asked.append)
    press(search, place_of(search, "Person"))
    (margaret,) = (each for each in inside.shell.workspace.people.list() if each.body.call_me == "Margaret")
    assert asked == [margaret.id]


def test_of_a_restricted_person_only_that_something_matches(qtbot: QtBot, inside: Inside, search: SearchView) -> None:
    people = inside.shell.workspace.people
    (margaret,) = (each for each in people.list() if each.body.call_me == "Margaret")
    people.save(margaret, replace(margaret.body, is_restricted=True))
    enter(qtbot, search, "garet")
    assert titles(search) == [RESTRICTED, MATCHES]
    assert "Margaret" not in everything(search)


def test_a_letter_that_comes_later_wins_and_what_ran_is_not_shown(
    qtbot: QtBot, inside: Inside, search: SearchView
) -> None:
    go_on = threading.Event()
    inside.shell.looking.run(go_on.wait, done=lambda _: None, failed=lambda _: None)  # the thread is busy
    QTest.keyClicks(search.field.edit, "zz")
    qtbot.waitUntil(lambda: not _is_pausing(search))
    QTest.keyClicks(search.field.edit, "z")
    search.field.edit.clear()
    QTest.keyClicks(search.field.edit, "ba")
    qtbot.waitUntil(lambda: not _is_pausing(search))
    told: list[str] = []
    search.results.rows.modelReset.connect(lambda: told.append(" ".join(titles(search))))
    go_on.set()
    qtbot.waitUntil(lambda: "Margaret" in titles(search))
    assert len(told) == 1


def _is_pausing(search: SearchView) -> bool:
    from ui.screens.search.presenter import SearchPresenter

    (presenter,) = search.findChildren(SearchPresenter)
    return presenter._pause.isActive()


def test_the_lock_does_not_wait_for_a_search(qtbot: QtBot, window: MainWindow, search: SearchView) -> None:
    QTest.keyClicks(search.field.edit, "ba")
    with qtbot.waitSignal(window.locked):
        window.lock()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_results_can_be_used_by_everybody(qtbot: QtBot, qapp: QApplication, vault: Path, scale: float) -> None:
    theme.apply(qapp, DARK, scale=scale)
    window = window_on(vault)
    qtbot.addWidget(window)
    window.show()
    inside = unlocked(qtbot, window)
    view = inside.go("search").view
    assert isinstance(view, SearchView)
    enter(qtbot, view, "ba")
    for _ in range(5):
        QApplication.processEvents()
    found = [*audit.faults(window), *audit.tab_faults(window)]
    window.close()
    theme.apply(qapp, LIGHT)
    assert not found, "\n".join(found)


def test_what_was_found_is_bold_and_underlined_and_not_only_coloured(qtbot: QtBot, search: SearchView) -> None:
    enter(qtbot, search, "margaret")
    line = search.results.rows.lines[place_of(search, "Person")]
    assert [line.words[start:end] for start, end in line.marks] == ["Margaret"]
    ((_, _), (layout, _)) = _layouts(line, 400)
    (form,) = layout.formats()
    assert form.format.fontWeight() == QFont.Weight.Bold and form.format.fontUnderline()
