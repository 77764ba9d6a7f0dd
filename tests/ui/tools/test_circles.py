"""Names on rings: the canvas and the list are two ways into the same rows, by keys, by mouse and by words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.tools.library import shipped
from ui import theme
from ui.tokens import LIGHT
from ui.widgets.choice_field import ChoiceField
from ui.widgets.circles import NameButton
from ui.widgets.fields.building import field_for
from ui.widgets.fields.drawn_rows import DrawnRowsField

ROWS: list[dict[str, Any]] = [
    {"name": {"name": "Ann"}, "ring": "closest", "quarter": "family"},
    {"name": {"name": "Raj"}, "ring": "paid", "quarter": "paid", "knows": "yes"},
    {"name": {"name": "Mina"}},
]


@pytest.fixture
def field(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> DrawnRowsField:
    theme.apply(qapp, LIGHT)
    tool = next(tool for tool in shipped() if tool.key == "circles")
    field = field_for(tool.field("people"), ())
    assert isinstance(field, DrawnRowsField)
    qtbot.addWidget(field)
    field.load(ROWS)
    field.resize(720, 1200)
    field.show()
    return field


def buttons(field: DrawnRowsField) -> list[NameButton]:
    assert field.canvas is not None
    return field.canvas.buttons


def test_every_name_with_a_place_is_a_button_that_says_where_it_stands(field: DrawnRowsField) -> None:
    assert [each.accessibleName() for each in buttons(field)] == [
        "Ann, Closest to me, Family", "Raj, Paid to come, Paid help",
    ]  # fmt: skip
    assert "Not on the rings yet: 1." in field.unplaced.text()


def test_arrow_keys_move_a_name_and_the_list_follows(field: DrawnRowsField) -> None:
    ann = buttons(field)[0]
    ann.setFocus()
    QTest.keyClick(ann, Qt.Key.Key_Up)
    QTest.keyClick(ann, Qt.Key.Key_Right)
    assert ann.accessibleName() == "Ann, Friends, Friends and neighbours"
    assert (field.value() or [])[0] == {"name": {"name": "Ann"}, "ring": "friend", "quarter": "friends"}
    QTest.keyClick(ann, Qt.Key.Key_Down)
    QTest.keyClick(ann, Qt.Key.Key_Down)
    assert (field.value() or [])[0]["ring"] == "closest"
    assert ann.hasFocus()


def test_dragging_moves_a_name_and_keeps_the_rest_of_its_row(field: DrawnRowsField) -> None:
    raj, canvas = buttons(field)[1], field.canvas
    assert canvas is not None
    start, goal = raj.rect().center(), QPoint(canvas.width() // 2 - 60, canvas.height() // 2 - 60)
    QTest.mousePress(raj, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(raj, raj.mapFrom(canvas, goal))
    QTest.mouseRelease(raj, Qt.MouseButton.LeftButton, pos=start)
    assert (field.value() or [])[1] == {
        "name": {"name": "Raj"}, "ring": "closest", "quarter": "family", "knows": "yes",
    }  # fmt: skip


def test_choosing_a_place_in_the_list_puts_the_name_on_the_rings(field: DrawnRowsField) -> None:
    mina = field.cards[2]
    mina.open()
    for column, code in (("ring", "friend"), ("quarter", "family")):
        choice = mina.fields[column]
        assert isinstance(choice, ChoiceField)
        choice.buttons[code].click()
    assert buttons(field)[2].accessibleName() == "Mina, Friends, Family"
    assert field.unplaced.isHidden()


def test_pressing_a_name_opens_its_row(field: DrawnRowsField) -> None:
    buttons(field)[1].click()
    assert field.cards[1].fold.is_open


def test_taking_a_row_out_takes_the_name_off_the_rings(field: DrawnRowsField) -> None:
    field.cards[0].open()
    field.cards[0].remove.click()
    assert [each.text() for each in buttons(field)] == ["Raj"]
