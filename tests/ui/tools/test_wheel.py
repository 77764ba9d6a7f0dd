"""A wheel: a press or an arrow key on a spoke sets a number; the list is an equal way in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.tools.library import shipped
from msp_desktop.tools.wheel import point
from tests.ui.tools.hands import touched
from ui import theme
from ui.screens.tools.form_view import FormView
from ui.tokens import LIGHT
from ui.widgets.fields.wheel_rows import WheelField


@pytest.fixture
def field(qtbot: QtBot, qapp: QApplication) -> WheelField:
    theme.apply(qapp, LIGHT)
    form = FormView(next(tool for tool in shipped() if tool.key == "wellbeing_wheel"), offered=())
    qtbot.addWidget(form)
    form.load({"areas": [{"row": "safe", "now": 2, "wanted": 8}]})
    form.build_all()
    form.resize(760, 4000)
    with qtbot.waitExposed(form):
        form.show()
    field = form.fields["areas"]
    assert isinstance(field, WheelField)
    return field


def told(field: WheelField, spoke: int) -> str:
    return field.canvas.buttons[spoke].accessibleName()


def test_each_spoke_is_read_with_both_its_numbers(field: WheelField) -> None:
    assert told(field, 2) == "3. Feeling safe, Now 2, How I want it 8"
    assert told(field, 0) == "1. Being treated with respect"


@pytest.mark.parametrize("how", ["mouse", "touch"])
def test_a_press_on_a_spoke_sets_the_number_that_is_chosen(field: WheelField, how: str) -> None:
    at = field.canvas._point(*point(9, 0, 0.7)).toPoint()
    field.ways["wanted"].click()
    if how == "mouse":
        QTest.mouseClick(field.canvas, Qt.MouseButton.LeftButton, pos=at)
    else:
        touched(field.canvas, at)
    assert told(field, 0) == "1. Being treated with respect, How I want it 7"
    assert {"row": "dignity", "wanted": 7} in (field.value() or [])


def test_arrow_keys_move_the_mark_and_stop_at_the_ends_of_the_scale(field: WheelField) -> None:
    spoke = field.canvas.buttons[2]
    spoke.setFocus()
    QTest.keyClick(spoke, Qt.Key.Key_Up)
    assert told(field, 2) == "3. Feeling safe, Now 3, How I want it 8"
    for _ in range(12):
        QTest.keyClick(spoke, Qt.Key.Key_Down)
    assert told(field, 2) == "3. Feeling safe, Now 0, How I want it 8"
    assert QApplication.focusWidget() is spoke


def test_enter_on_a_spoke_opens_its_row(field: WheelField) -> None:
    QTest.keyClick(field.canvas.buttons[4], Qt.Key.Key_Return)
    assert field.cards[4].fold.is_open


def test_what_the_list_holds_is_drawn(field: WheelField) -> None:
    field.load([{"row": "safe", "now": 10}])
    assert field.canvas.spokes[2].now == 1.0 and field.canvas.spokes[2].wanted is None
