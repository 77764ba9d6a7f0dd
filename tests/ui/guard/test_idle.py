"""A window that nobody uses locks itself: announced, put off by any key, at once after sleep; in a visit it hides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.idle import ALONE, HIDDEN_AFTER, IN_A_VISIT, PIN_FOR, WARNED_BEFORE
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.outbox.view import OutboxView


class Hands:
    """The clock on the wall, moved by a test, and the look at it that comes each second."""

    def __init__(self, window: MainWindow) -> None:
        self.idle, self.now = window.outside.idle, 0.0
        self.idle._clock = lambda: self.now
        self.idle.start()
        self.idle._timer.stop()

    def pass_seconds(self, seconds: float) -> None:
        for _ in range(round(seconds / 10)):
            self.now += 10
            self.idle.tick()


@pytest.fixture
def hands(window: MainWindow, inside: Inside) -> Hands:
    return Hands(window)


def test_the_lock_comes_in_time_and_is_announced(hands: Hands, window: MainWindow, inside: Inside) -> None:
    hands.pass_seconds(ALONE - WARNED_BEFORE)
    assert "lock in 30 seconds" in inside.notice.words.text()
    assert window.inside is inside
    hands.pass_seconds(WARNED_BEFORE)
    assert window.inside is None


def test_any_key_puts_it_off_and_brings_back_what_was_told(hands: Hands, window: MainWindow, inside: Inside) -> None:
    inside.notice.tell("What stood here before.")
    hands.pass_seconds(ALONE - WARNED_BEFORE)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert inside.notice.words.text() == "What stood here before."
    hands.pass_seconds(ALONE - WARNED_BEFORE - 10)
    assert window.inside is inside


@pytest.fixture
def in_visit(inside: Inside) -> Inside:
    runs = True
    inside.shell.visit_runs.emit(runs)
    return inside


def test_in_a_visit_it_hides_without_a_sign_and_locks_much_later(
    hands: Hands, window: MainWindow, in_visit: Inside
) -> None:
    hands.pass_seconds(HIDDEN_AFTER - 10)
    assert window.inside is in_visit and in_visit.notice.words.text() == ""
    hands.pass_seconds(10)
    assert window.hidden is not None
    hands.pass_seconds(IN_A_VISIT - HIDDEN_AFTER - 10)
    assert window.hidden is not None
    hands.pass_seconds(10)
    assert window.centralWidget() is window.door


def test_what_somebody_does_on_the_plain_page_puts_nothing_off(
    hands: Hands, window: MainWindow, in_visit: Inside
) -> None:
    hands.pass_seconds(HIDDEN_AFTER)
    for _ in range(IN_A_VISIT // 60 - 2):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
        hands.pass_seconds(60)
    assert window.centralWidget() is window.door


def test_what_a_hand_has_hidden_locks_after_ten_minutes(hands: Hands, window: MainWindow, in_visit: Inside) -> None:
    window.disappear()
    hands.pass_seconds(PIN_FOR - 10)
    assert window.hidden is not None
    hands.pass_seconds(10)
    assert window.centralWidget() is window.door


def test_without_a_visit_it_locks_in_the_usual_time_while_it_is_hidden(
    hands: Hands, window: MainWindow, inside: Inside
) -> None:
    window.disappear()
    hands.pass_seconds(ALONE - 10)
    assert window.hidden is not None
    hands.pass_seconds(10)
    assert window.centralWidget() is window.door


def test_after_coming_back_the_time_begins_anew(qtbot: QtBot, hands: Hands, window: MainWindow, inside: Inside) -> None:
    window.disappear()
    hands.pass_seconds(ALONE - 20)
    window.reappear()
    qtbot.waitUntil(lambda: window.inside is not None)
    hands.pass_seconds(ALONE - WARNED_BEFORE - 10)
    assert window.inside is not None and window.inside.notice.words.text() == ""


@pytest.mark.parametrize("leap", [3600, -3600])
def test_a_laptop_that_slept_wakes_up_locked(hands: Hands, window: MainWindow, leap: float) -> None:
    hands.pass_seconds(10)
    hands.now += leap
    hands.idle.tick()
    assert window.inside is None


def test_the_lock_closes_what_is_open_over_the_window(qtbot: QtBot, window: MainWindow, inside: Inside) -> None:
    view = inside.go("outbox").view
    assert isinstance(view, OutboxView)
    dialog = view.choose_folder()
    assert dialog.isVisible()
    with qtbot.waitSignal(inside.destroyed):
        window.lock()
        assert not dialog.isVisible()
