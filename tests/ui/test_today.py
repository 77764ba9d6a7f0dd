"""Today: the visits in words, and planning one with nothing but a name."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.screens.today.view import TodayView


def test_the_visits_are_shown_in_words(today: TodayView) -> None:
    lines = [today.visits.item(row).text() for row in range(2)]
    assert lines == ["24 Oct 2026, 10:05: Margaret. Planned.", "14 Oct 2026: Margaret. Complete and signed."]


def test_a_new_visit_needs_only_what_to_call_the_person(qtbot: QtBot, today: TodayView) -> None:
    today.plan.click()
    qtbot.waitUntil(lambda: "likes to be called" in today.call_me.edit.accessibleName())
    today.call_me.load("Idris")
    today.plan.click()
    qtbot.waitUntil(lambda: today.visits.count() == 3)
    assert "Saved on this laptop at" in today.said.text()


def test_a_name_that_is_here_already_is_asked_about(qtbot: QtBot, today: TodayView) -> None:
    today.call_me.load("margaret")
    today.plan.click()
    qtbot.waitUntil(lambda: today.same.isVisible())
    assert today.visits.count() == 2
    today.same.click()
    qtbot.waitUntil(lambda: today.visits.count() == 3)
    assert not today.same.isVisible()


def test_after_unlocking_the_keyboard_stands_on_the_visits(today: TodayView) -> None:
    assert today.visits.hasFocus()
