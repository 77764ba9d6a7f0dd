"""A ring of options: a press or a key chooses one, and the list beside it shows the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.tools.library import shipped
from tests.ui.tools.hands import touched
from ui import theme
from ui.screens.tools.form_view import FormView
from ui.tokens import LIGHT
from ui.widgets.cycle import CycleCanvas
from ui.widgets.fields.cycle import CycleField


@pytest.fixture
def field(qtbot: QtBot, qapp: QApplication) -> CycleField:
    theme.apply(qapp, LIGHT)
    form = FormView(next(tool for tool in shipped() if tool.key == "change_cycle"), offered=())
    qtbot.addWidget(form)
    form.load({"person_places_self": "thinking"})
    form.build_all()
    form.resize(760, 4000)
    with qtbot.waitExposed(form):
        form.show()
    field = form.fields["person_places_self"]
    assert isinstance(field, CycleField)
    return field


def ring(field: CycleField) -> CycleCanvas:
    assert field.canvas is not None
    return field.canvas


def on_ring(field: CycleField) -> list[str]:
    return [code for code, each in ring(field).buttons.items() if each.isChecked()]


def test_what_was_answered_is_marked_on_the_ring_and_in_the_list(field: CycleField) -> None:
    assert on_ring(field) == ["thinking"] and field.value() == "thinking"
    assert ring(field).buttons["doing"].accessibleName() == "I am doing it"


@pytest.mark.parametrize("how", ["mouse", "touch", "keys"])
def test_a_press_on_the_ring_chooses_and_only_one_is_chosen(field: CycleField, how: str) -> None:
    doing = ring(field).buttons["doing"]
    if how == "mouse":
        QTest.mouseClick(doing, Qt.MouseButton.LeftButton)
    elif how == "touch":
        touched(doing)
    else:
        doing.setFocus()
        QTest.keyClick(doing, Qt.Key.Key_Space)
    assert field.value() == "doing" and on_ring(field) == ["doing"]


def test_the_list_chooses_on_the_ring_as_well(field: CycleField) -> None:
    field.buttons["slipped"].click()
    assert on_ring(field) == ["slipped"]


def test_an_answer_that_is_taken_back_leaves_the_ring(field: CycleField) -> None:
    field.load(None)
    assert on_ring(field) == []
