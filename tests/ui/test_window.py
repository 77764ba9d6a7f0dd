"""The real window on a real vault: the door, the pages and their keys, the lock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import unlocked
from tests.ui.standing import window_on
from ui import theme
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.tokens import LIGHT, SCALES


def test_a_wrong_passphrase_is_told_at_the_field_and_the_door_stays_usable(qtbot: QtBot, window: MainWindow) -> None:
    window.unlock.passphrase.setText("not this one")
    window.unlock.button.click()
    qtbot.waitUntil(lambda: "Nothing is lost" in window.unlock.problem.text())
    assert "Nothing is lost" in window.unlock.passphrase.accessibleName()
    assert window.unlock.button.isEnabled()


def test_keys_open_pages_and_move_between_rail_and_page(window: MainWindow, inside: Inside) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert inside.now == inside.pages[1].name
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert inside.now == "today"
    inside.rail.pages[0].setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert inside.screens["today"].view.isAncestorOf(focused)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is inside.rail.pages[0]


def test_locking_clears_the_window_and_the_door_opens_again(qtbot: QtBot, window: MainWindow, inside: Inside) -> None:
    with qtbot.waitSignal(inside.destroyed):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.centralWidget() is window.door
    assert window.unlock.passphrase.text() == ""
    unlocked(qtbot, window)


def test_what_is_asked_for_too_late_to_be_read_is_not_read_from_a_locked_vault(
    qtbot: QtBot, window: MainWindow, inside: Inside
) -> None:
    with qtbot.waitSignal(window.locked):
        inside.go("today")
        window.lock()
        inside.screens["today"].enter()


def test_where_there_is_little_room_the_rail_becomes_a_bar_with_a_menu(
    qtbot: QtBot, window: MainWindow, inside: Inside
) -> None:
    window.resize(1000, 600)
    assert inside.rail.menu.isHidden()
    window.resize(700, 600)
    qtbot.waitUntil(lambda: inside.rail.menu.isVisible())
    inside.rail.menu.click()
    inside.rail.pages[1].click()
    assert inside.now == inside.pages[1].name
    assert not inside.rail.pages[1].isVisible()


def test_while_a_visit_runs_pages_with_other_people_are_not_offered(inside: Inside) -> None:
    for runs in (True, False):
        inside.shell.visit_runs.emit(runs)
        assert inside.rail.pages[0].isHidden() is runs


def test_the_ring_shows_for_people_who_use_keys_and_goes_for_others(window: MainWindow, inside: Inside) -> None:
    window.activateWindow()
    inside.rail.pages[0].setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert window.outside.focus_ring.isVisible()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    assert not window.outside.focus_ring.isVisible()


def test_the_first_window_does_not_wait_for_the_database_library() -> None:
    script = "import sys, ui.app; print([name for name in ('sqlalchemy', 'typst', 'zxcvbn') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_nothing_is_asked_of_the_storage_once_the_window_is_closed(window: MainWindow, inside: Inside) -> None:
    asked: list[None] = []
    window.close()
    inside.shell.background.run(lambda: None, done=asked.append, failed=lambda _: None)  # such as a page's late timer
    QApplication.processEvents()
    assert asked == []


def test_the_largest_text_fits_into_the_smallest_window(qtbot: QtBot, qapp: QApplication, vault: Path) -> None:
    theme.apply(qapp, LIGHT, scale=SCALES[-1])
    window = window_on(vault)
    qtbot.addWidget(window)
    window.resize(1024, 600)
    window.show()
    inside = unlocked(qtbot, window)
    visit = inside.shell.workspace.visits.list({"state": "planned"})[0]
    inside.open_visit(visit.id)
    qtbot.waitUntil(lambda: inside.shell.here is not None)
    for page in inside.pages:
        inside.go(page.name)
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1024, 600), page.name
    window.close()
    theme.apply(qapp, LIGHT)
