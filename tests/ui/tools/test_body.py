"""A body map: a press puts a mark on the outline, keys and dragging move it; the list is an equal way in."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.tools.library import shipped
from tests.ui.tools.hands import touched
from ui import theme
from ui.screens.tools.form_view import FormView
from ui.tokens import LIGHT
from ui.widgets.fields.body_rows import BodyField
from ui.widgets.fields.spot import SpotField

FOREARM = {"name": "Bruise", "view": "front", "spot": {"x": 830, "y": 420}}


@pytest.fixture
def field(qtbot: QtBot, qapp: QApplication) -> BodyField:
    theme.apply(qapp, LIGHT)
    form = FormView(next(tool for tool in shipped() if tool.key == "body_map"), offered=())
    qtbot.addWidget(form)
    form.load({"marks": [FOREARM]})
    form.build_all()
    form.resize(760, 4000)
    with qtbot.waitExposed(form):
        form.show()
    field = form.fields["marks"]
    assert isinstance(field, BodyField)
    return field


def rows(field: BodyField) -> list[dict[str, Any]]:
    return field.value() or []


def told(field: BodyField) -> list[str]:
    return [each.accessibleName() for each in field.canvas.buttons]


def test_a_mark_is_a_button_that_tells_its_number_and_its_region(field: BodyField) -> None:
    assert told(field) == ["1. Bruise, Front, left forearm"]
    assert field.canvas.accessibleName() == "Outline: Front. Marks: 1."
    assert field.outlines.buttons["front"].text() == "Front (1)"


@pytest.mark.parametrize("how", ["mouse", "touch"])
def test_a_press_on_the_outline_adds_a_mark_with_the_cursor_in_its_words(field: BodyField, how: str) -> None:
    at = field.canvas.point_of(500, 60)
    if how == "mouse":
        QTest.mouseClick(field.canvas, Qt.MouseButton.LeftButton, pos=at)
    else:
        touched(field.canvas, at)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Cut")
    assert rows(field)[1]["name"] == "Cut" and rows(field)[1]["view"] == "front"
    assert told(field)[1] == "2. Cut, Front, forehead"


def test_a_press_that_leaves_the_outline_adds_nothing(field: BodyField) -> None:
    QTest.mousePress(field.canvas, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseRelease(field.canvas, Qt.MouseButton.LeftButton, pos=QPoint(-50, 5))
    assert len(field.cards) == 1


def test_a_press_gives_its_spot_to_the_open_row_that_has_none(field: BodyField) -> None:
    field.add_row()
    QTest.mouseClick(field.canvas, Qt.MouseButton.LeftButton, pos=field.canvas.point_of(500, 60))
    assert len(field.cards) == 2 and told(field)[1] == "2. Front, forehead"


def test_arrow_keys_move_a_mark_in_small_steps_and_it_keeps_the_keyboard(field: BodyField) -> None:
    mark = field.canvas.buttons[0]
    mark.setFocus()
    QTest.keyClick(mark, Qt.Key.Key_Left)
    QTest.keyClick(mark, Qt.Key.Key_Down)
    assert rows(field)[0]["spot"] == {"x": 820, "y": 430}
    assert QApplication.focusWidget() is mark


def test_a_mark_stays_on_the_drawing(field: BodyField) -> None:
    mark = field.canvas.buttons[0]
    for _ in range(30):
        QTest.keyClick(mark, Qt.Key.Key_Right)
    assert rows(field)[0]["spot"]["x"] == 1000


def test_page_keys_carry_a_mark_to_another_outline(field: BodyField) -> None:
    field.canvas.buttons[0].setFocus()
    QTest.keyClick(field.canvas.buttons[0], Qt.Key.Key_PageDown)
    assert rows(field)[0]["view"] == "back" and field.canvas.view == "back"
    assert told(field) == ["1. Bruise, Back, right forearm"]
    assert QApplication.focusWidget() is field.canvas.buttons[0]
    QTest.keyClick(field.canvas.buttons[0], Qt.Key.Key_PageUp)
    QTest.keyClick(field.canvas.buttons[0], Qt.Key.Key_PageUp)
    assert rows(field)[0]["view"] == "seated"


def test_dragging_moves_a_mark(field: BodyField) -> None:
    mark = field.canvas.buttons[0]
    middle, to = mark.rect().center(), field.canvas.point_of(500, 60) - mark.pos()
    QTest.mousePress(mark, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(mark, to)
    QTest.mouseRelease(mark, Qt.MouseButton.LeftButton, pos=middle)
    assert told(field) == ["1. Bruise, Front, forehead"]
    assert not field.cards[0].fold.is_open


def test_enter_opens_the_row_of_a_mark_which_says_where_it_is(field: BodyField) -> None:
    QTest.keyClick(field.canvas.buttons[0], Qt.Key.Key_Return)
    assert field.cards[0].fold.is_open
    where = field.cards[0].fields["spot"]
    assert isinstance(where, SpotField) and where.told.text() == "Front, left forearm"


def test_a_row_goes_onto_the_drawing_from_the_list_without_a_mouse(field: BodyField) -> None:
    card = field.add_row()
    where = card.fields["spot"]
    assert isinstance(where, SpotField)
    assert where.told.text() == "It has no place yet."
    where.to_drawing.setFocus()
    QTest.keyClick(where.to_drawing, Qt.Key.Key_Space)
    assert rows(field)[1]["spot"] == {"x": 500, "y": 500}
    assert QApplication.focusWidget() is field.canvas.buttons[1]


def test_another_outline_shows_its_own_marks_alone(field: BodyField) -> None:
    field.outlines.buttons["feet"].click()
    assert field.canvas.view == "feet" and not field.canvas.buttons
    assert field.canvas.accessibleName() == "Outline: Feet. Marks: 0."


def test_rows_that_are_on_no_outline_are_told(field: BodyField) -> None:
    field.load([FOREARM, {"name": "Cut"}])
    assert "Not on an outline yet: 1." in field.unplaced.text()
