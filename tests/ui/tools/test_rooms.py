"""Three rooms: a press in a room adds to it, a press on what is in it opens it; the list is an equal way in."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.tools.a_life import ROOMS
from tests.ui.tools.hands import touched
from ui.screens.tools.form_view import FormView
from ui.widgets.choice_field import ChoiceField
from ui.widgets.fields.quote import QuoteField
from ui.widgets.fields.room_rows import RoomsField
from ui.widgets.rooms import Room


@pytest.fixture
def field(form: FormView) -> RoomsField:
    field = form.fields["rooms"]
    assert isinstance(field, RoomsField)
    return field


def rows(field: RoomsField) -> list[dict[str, Any]]:
    return field.value() or []


def room(field: RoomsField, code: str) -> Room:
    return field.canvas.rooms[code]


def said(field: RoomsField, code: str) -> list[str]:
    return [each.accessibleName() for each in room(field, code).buttons]


def test_each_room_is_read_with_what_is_in_it(field: RoomsField) -> None:
    assert room(field, "worries").accessibleName() == "Worries, things in it: 2"
    assert said(field, "good") == ["Good things: My garden"]
    assert said(field, "wishes") == ["Wishes: To sit outside with Ann"]


@pytest.mark.parametrize("how", ["mouse", "touch", "button", "keys"])
def test_a_press_in_a_room_adds_to_it_with_the_cursor_in_its_words(field: RoomsField, how: str) -> None:
    good = room(field, "good")
    empty = QPoint(good.width() - 12, good.height() // 2)
    if how == "mouse":
        QTest.mouseClick(good, Qt.MouseButton.LeftButton, pos=empty)
    elif how == "touch":
        touched(good, empty)
    elif how == "button":
        good.add.click()
    else:
        good.add.setFocus()
        QTest.keyClick(good.add, Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "The birds")
    assert rows(field)[-1] == {"room": "good", "words": {"words": "The birds"}}
    assert said(field, "good") == ["Good things: My garden", "Good things: The birds"]


def test_a_press_that_leaves_the_room_adds_nothing(field: RoomsField) -> None:
    good = room(field, "good")
    QTest.mousePress(good, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseRelease(good, Qt.MouseButton.LeftButton, pos=QPoint(-50, 5))
    assert len(field.cards) == len(ROOMS)


def test_a_press_on_something_opens_it_and_adds_nothing(field: RoomsField) -> None:
    QTest.mouseClick(room(field, "worries").buttons[1], Qt.MouseButton.LeftButton)
    assert field.cards[1].fold.is_open and len(field.cards) == len(ROOMS)


def test_choosing_another_room_in_the_list_carries_it_there(field: RoomsField) -> None:
    field.cards[0].open()
    choice = field.cards[0].fields["room"]
    assert isinstance(choice, ChoiceField)
    choice.buttons["wishes"].click()
    assert "Wishes: The stairs" in said(field, "wishes")
    assert room(field, "worries").accessibleName() == "Worries, things in it: 1"


def test_words_in_no_room_yet_are_told(field: RoomsField) -> None:
    card = field.add_row()
    words = card.fields["words"]
    assert isinstance(words, QuoteField)
    QTest.keyClicks(words.box, "Something")
    assert "Not in a room yet: 1." in field.unplaced.text()


def test_rooms_stand_side_by_side_where_there_is_room_and_else_below_each_other(
    qtbot: QtBot, form: FormView, field: RoomsField
) -> None:
    def tops() -> set[int]:
        return {each.y() for each in field.canvas.rooms.values()}

    assert len(tops()) == 1
    form.resize(420, 4000)
    qtbot.waitUntil(lambda: len(tops()) == 3)


def test_a_full_room_grows_and_cuts_nothing(qtbot: QtBot, field: RoomsField) -> None:
    field.load([{"room": "worries", "words": {"words": f"Worry number {at} that is rather long"}} for at in range(20)])
    worries = room(field, "worries")
    qtbot.waitUntil(lambda: all(worries.rect().contains(each.geometry()) for each in worries.buttons))
    places = [each.geometry() for each in worries.buttons]
    assert len(places) == 20
    assert not [one for at, one in enumerate(places) for other in places[:at] if one.intersects(other)]
