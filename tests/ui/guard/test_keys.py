"""The keys are declared once: what their page says is what they do, and none gets in the way of writing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import audit
from tests.ui.visit.conftest import Desk
from ui.inside import Inside
from ui.keys import KEYS
from ui.main_window import MainWindow
from ui.screens.hidden.view import HiddenView
from ui.screens.keys.view import KeysView
from ui.screens.today.view import TodayView
from ui.tokens import CORNER
from ui.widgets.column import Column

ROOT = Path(__file__).resolve().parents[3]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)


def has_arrived(inside: Inside) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and inside.screens[inside.now].view.isAncestorOf(focused)


def test_the_page_tells_every_key_that_does_something_and_no_other(inside: Inside, desk: Desk) -> None:
    view = inside.go("keys").view
    words = {each.text() for each in view.findChildren(QLabel)}
    told = {name for name, key in KEYS.items() if {key.told, key.words} <= words}
    bound = {each.key().toString() for each in inside.window().findChildren(QShortcut)}
    by_other_ways = {"hide", "back"}  # heard without a shortcut: `hiding`, and the keys of the pages
    does = {name for name, key in KEYS.items() if set(key.keys) & bound} | by_other_ways
    assert told == does == KEYS.keys()


def test_shortcuts_are_made_in_one_place() -> None:
    others = [path for path in (ROOT / "ui").rglob("*.py") if "QShortcut" in path.read_text("utf-8")]
    assert others == [ROOT / "ui/keys.py"]


def test_no_two_things_have_the_same_key() -> None:
    all_keys = [each for key in KEYS.values() for each in key.keys]
    assert len(all_keys) == len(set(all_keys))


@pytest.mark.parametrize("key", [Qt.Key.Key_Question, Qt.Key.Key_F1])
def test_a_question_mark_shows_the_keys(window: MainWindow, inside: Inside, key: Qt.Key) -> None:
    inside.rail.pages[0].setFocus()
    press(window, key)
    assert isinstance(inside.screens[inside.now].view, KeysView)


def test_in_a_field_a_question_mark_is_a_letter(window: MainWindow, today: TodayView, desk: Desk) -> None:
    desk.start()
    words = desk.view.here.lines.words
    for field in (words, desk.view.here.lines.speaker.edit):
        field.show()
        field.setFocus()
        press(window, Qt.Key.Key_Question)
        text = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
        assert (text, desk.inside.now) == ("?", "visit")


def test_escape_goes_back_to_the_page_before_and_out_of_nothing(
    qtbot: QtBot, window: MainWindow, inside: Inside
) -> None:
    for page in ("tools", "outbox", "keys"):
        inside.go(page)
    visited = []
    for _ in range(5):
        qtbot.waitUntil(lambda: has_arrived(inside))
        press(window, Qt.Key.Key_Escape)
        visited.append(inside.now)
    assert visited == ["outbox", "tools", "today", "today", "today"]


def test_escape_goes_back_before_a_page_has_read_what_it_shows(
    qtbot: QtBot, window: MainWindow, inside: Inside
) -> None:
    inside.go("tools")
    qtbot.waitUntil(lambda: has_arrived(inside))
    inside.go("people")
    press(window, Qt.Key.Key_Escape)
    assert inside.now == "tools"


def test_escape_leads_to_nobody_else_while_a_visit_runs(window: MainWindow, desk: Desk) -> None:
    desk.start()
    for _ in range(2):
        press(window, Qt.Key.Key_Escape)
    assert desk.inside.now == "visit"


def test_ctrl_n_leads_to_the_place_where_a_new_visit_begins(window: MainWindow, inside: Inside) -> None:
    inside.go("tools")
    press(window, Qt.Key.Key_N, CTRL)
    today = inside.screens["today"].view
    assert isinstance(today, TodayView)
    assert inside.now == "today" and today.call_me.edit.hasFocus()


def test_ctrl_p_and_the_numbers_open_pages(window: MainWindow, inside: Inside) -> None:
    press(window, Qt.Key.Key_P, CTRL)
    assert inside.now == "paper"
    press(window, Qt.Key.Key_4, ALT)
    assert inside.now == "tools"


def test_a_pin_is_offered_where_the_day_begins_and_nowhere_else(window: MainWindow, inside: Inside) -> None:
    offer = inside.pin_offer
    assert offer.isVisible()
    for wrong, told in (("12", "4 to 8 digits"), ("12ab", "4 to 8 digits"), ("1234", "easy to guess"),
                        ("7777", "easy to guess")):  # fmt: skip
        offer.field.edit.setText(wrong)
        offer.field.keep.click()
        assert told in offer.field.error.text()
        assert not window.pin.is_chosen
    for page in inside.pages:
        inside.go(page.name)
        assert offer.isVisible() == (page.name == "today"), page.name


def test_a_pin_that_is_chosen_is_not_asked_for_again(window: MainWindow, inside: Inside) -> None:
    inside.pin_offer.field.edit.setText("2580")
    inside.pin_offer.field.keep.click()
    assert window.pin.fits("2580")
    assert "is chosen" in inside.pin_offer.field.said.text()
    assert inside.pin_offer.field.value() == ""
    inside.go("tools")
    assert not inside.pin_offer.isVisible()


def test_a_pin_may_be_put_off_and_chosen_on_the_page_of_keys(window: MainWindow, inside: Inside) -> None:
    inside.pin_offer.later.click()
    inside.go("tools")
    assert not inside.pin_offer.isVisible()
    view = inside.go("keys").view
    assert isinstance(view, KeysView)
    view.pin.edit.setText("2580")
    QTest.keyClick(view.pin.edit, Qt.Key.Key_Return)
    assert window.pin.fits("2580")


def test_a_pin_is_written_nowhere(qtbot: QtBot, window: MainWindow, inside: Inside, vault: Path) -> None:
    window.pin.choose("25801379")
    with qtbot.waitSignal(window.locked):
        window.lock()
    assert not [path for path in vault.parent.rglob("*") if path.is_file() and b"25801379" in path.read_bytes()]


@pytest.mark.parametrize("size", [(1024, 600), (800, 600)])
def test_nothing_that_is_pressed_gets_into_the_corner_that_hides(
    window: MainWindow, desk: Desk, size: tuple[int, int]
) -> None:
    desk.start()
    desk.write("I want my card back.")
    window.resize(*size)
    for page in desk.inside.pages:
        view = desk.inside.go(page.name).view
        for _ in range(5):
            QApplication.processEvents()
        for part in (*audit.controls(view), *audit.shown(view, QScrollBar)):
            assert not may_stand_in_corner(part, window), audit.path(part)


def may_stand_in_corner(part: QWidget, window: MainWindow) -> bool:
    """Whether it reaches into it, where it is or wherever it is scrolled to."""
    end = part.mapTo(window, part.rect().bottomRight())
    place, scrolls = part.parentWidget(), False
    while place is not None and not scrolls:
        place, scrolls = place.parentWidget(), isinstance(place, Column) and not isinstance(part, QScrollBar)
    return end.x() >= window.width() - CORNER and (scrolls or end.y() >= window.height() - CORNER)


def test_the_plain_page_can_be_used_by_everybody(qtbot: QtBot) -> None:
    view = HiddenView()
    qtbot.addWidget(view)
    view.resize(1024, 600)
    with qtbot.waitExposed(view):
        view.show()
    view.ask_pin()
    view.show_wrong("This is not the PIN. You can try again.")
    QApplication.processEvents()
    assert [*audit.faults(view), *audit.tab_faults(view)] == []
