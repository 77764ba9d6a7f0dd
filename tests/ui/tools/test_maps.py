"""Maps: the canvas and the list are two ways into the same rows, by mouse, by touch, by keys and by words."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.tools.a_life import PEOPLE, TIES, crowd
from tests.ui.tools.hands import touched
from ui.screens.tools.form_view import FormView
from ui.widgets.choice_field import ChoiceField
from ui.widgets.circles import NameButton
from ui.widgets.fields.map_rows import EcomapField, GenogramField, MapField


@pytest.fixture
def ecomap(form: FormView) -> EcomapField:
    field = form.fields["ties"]
    assert isinstance(field, EcomapField)
    return field


@pytest.fixture
def family(form: FormView) -> GenogramField:
    field = form.fields["people"]
    assert isinstance(field, GenogramField)
    return field


def rows(field: MapField) -> list[dict[str, Any]]:
    return field.value() or []


def button(field: MapField, name: str) -> NameButton:
    return next(each for each in field.canvas.buttons if each.accessibleName().startswith(name))


def test_a_screen_reader_hears_the_map_as_its_list(ecomap: EcomapField) -> None:
    face = QAccessible.queryAccessibleInterface(ecomap.canvas)
    assert face.text(QAccessible.Text.Name).startswith("Me in the middle, 6 around. Strong: My daughter Ann")
    children = [face.child(at) for at in range(face.childCount())]
    assert [each.role() for each in children] == [QAccessible.Role.Button] * 6
    assert [each.text(QAccessible.Text.Name) for each in children] == [
        "My daughter Ann, Strong, Both ways, No stress", "The GP, Weak, To me",
        "Raj next door, New, To me, Some stress",
        "The bank, Broken off, A lot of stress", "My son Kit, Strong, From me, A lot of stress",
        "Thursday club, no line yet",
    ]  # fmt: skip
    assert all("Press to open it." in each.text(QAccessible.Text.Description) for each in children)


def test_the_key_stands_there_in_words(ecomap: EcomapField) -> None:
    assert [sample.words for sample in ecomap.key.shown][:4] == ["Strong", "Weak", "Broken off", "New"]
    assert "No line yet: 1." in ecomap.unplaced.text()


def test_up_and_down_change_the_line_and_the_list_follows(ecomap: EcomapField) -> None:
    club = button(ecomap, "Thursday club")
    club.setFocus()
    QTest.keyClick(club, Qt.Key.Key_Down)
    assert rows(ecomap)[5]["strength"] == "strong" and club.accessibleName() == "Thursday club, Strong"
    QTest.keyClick(club, Qt.Key.Key_Down)
    QTest.keyClick(club, Qt.Key.Key_Up)
    QTest.keyClick(club, Qt.Key.Key_Up)
    assert rows(ecomap)[5]["strength"] == "new"
    assert club.hasFocus() and ecomap.unplaced.isHidden()


def test_left_and_right_move_a_name_around_and_the_keyboard_goes_with_it(ecomap: EcomapField) -> None:
    club = button(ecomap, "Thursday club")
    club.setFocus()
    QTest.keyClick(club, Qt.Key.Key_Right)
    assert rows(ecomap)[0]["name"] == "Thursday club"
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName().startswith("Thursday club")


def test_dragging_puts_a_name_into_another_place_with_its_line(ecomap: EcomapField) -> None:
    bank, ann, canvas = button(ecomap, "The bank"), button(ecomap, "My daughter Ann"), ecomap.canvas
    goal = ann.geometry().center()
    QTest.mousePress(bank, Qt.MouseButton.LeftButton, pos=bank.rect().center())
    QTest.mouseMove(bank, bank.mapFrom(canvas, goal))
    QTest.mouseRelease(bank, Qt.MouseButton.LeftButton, pos=bank.rect().center())
    assert rows(ecomap)[0] == {"name": "The bank", "strength": "broken", "stress": "a_lot"}
    assert button(ecomap, "The bank").geometry().center().y() < canvas.height() / 3


@pytest.mark.parametrize("how", ["mouse", "touch", "enter"])
def test_pressing_a_name_opens_its_row(ecomap: EcomapField, how: str) -> None:
    gp = button(ecomap, "The GP")
    if how == "mouse":
        QTest.mouseClick(gp, Qt.MouseButton.LeftButton)
    elif how == "touch":
        touched(gp)
    else:
        gp.setFocus()
        QTest.keyClick(gp, Qt.Key.Key_Return)
    assert ecomap.cards[1].fold.is_open


def test_choosing_a_line_in_the_list_draws_it(ecomap: EcomapField) -> None:
    club, before = ecomap.cards[5], len(ecomap.canvas.map.strokes)
    club.open()
    choice = club.fields["strength"]
    assert isinstance(choice, ChoiceField)
    choice.buttons["strong"].click()
    assert len(ecomap.canvas.map.strokes) == before + 1
    assert button(ecomap, "Thursday club").accessibleName() == "Thursday club, Strong"


def test_an_empty_map_takes_no_room(ecomap: EcomapField) -> None:
    ecomap.load(None)
    assert ecomap.canvas.isHidden() and ecomap.key.isHidden() and ecomap.numbers.isHidden()
    ecomap.load(TIES)
    assert ecomap.canvas.isVisible()


def test_a_crowd_is_numbers_with_its_names_underneath(ecomap: EcomapField) -> None:
    ecomap.load(crowd(20))
    assert [each.text() for each in ecomap.canvas.buttons] == [str(at + 1) for at in range(20)]
    assert "1. Somebody called 0" in ecomap.numbers.text()
    assert ecomap.canvas.buttons[0].accessibleName().startswith("Somebody called 0, Strong")


def test_in_little_room_numbers_stand_for_names_and_come_back_to_names(qtbot: QtBot, ecomap: EcomapField) -> None:
    canvas = ecomap.canvas
    canvas.setParent(None)  # a size of its own
    qtbot.addWidget(canvas)
    canvas.resize(260, 260)
    canvas.show()
    qtbot.waitUntil(lambda: canvas.map.is_numbered)
    canvas.resize(680, 500)
    qtbot.waitUntil(lambda: not canvas.map.is_numbered)


@pytest.mark.parametrize("size", [300, 480, 760])
def test_names_stay_inside_the_canvas_and_off_each_other(qtbot: QtBot, ecomap: EcomapField, size: int) -> None:
    canvas = ecomap.canvas
    canvas.setParent(None)
    qtbot.addWidget(canvas)
    canvas.resize(size, canvas.heightForWidth(size))
    canvas.show()
    places = [each.geometry() for each in canvas.buttons]
    assert all(canvas.rect().contains(place) for place in places)
    assert not [one for at, one in enumerate(places) for other in places[:at] if one.intersects(other)]


def test_a_person_says_everything_the_map_shows_of_them(family: GenogramField) -> None:
    margaret = button(family, "Margaret").accessibleName()
    assert margaret.startswith("Margaret, Mine, A woman, lives here, line to Tom: Married, Close")
    assert "line to Kit: Cares for, Somebody says harm is done" in margaret
    assert family.canvas.accessibleName().startswith("Living here: Margaret, Kit, Mo, Lee, the lodger.")
    assert "Not on the map yet: 1." in family.unplaced.text()


def test_up_and_down_change_the_generation_and_stop_at_the_last(family: GenogramField) -> None:
    ann = button(family, "Ann")
    ann.setFocus()
    QTest.keyClick(ann, Qt.Key.Key_Down)
    assert rows(family)[2]["generation"] == "below_two"
    QTest.keyClick(button(family, "Ann"), Qt.Key.Key_Down)
    assert rows(family)[2]["generation"] == "below_two"
    QTest.keyClick(button(family, "Ann"), Qt.Key.Key_Up)
    assert rows(family)[2] == PEOPLE[2]
    assert button(family, "Ann").hasFocus()


def test_dragging_a_person_to_others_puts_them_into_that_generation(family: GenogramField) -> None:
    ann, tom = button(family, "Ann"), button(family, "Tom")
    goal = ann.mapFrom(family.canvas, tom.geometry().center() + QPoint(0, 4))
    QTest.mousePress(ann, Qt.MouseButton.LeftButton, pos=ann.rect().center())
    QTest.mouseMove(ann, goal)
    QTest.mouseRelease(ann, Qt.MouseButton.LeftButton, pos=ann.rect().center())
    assert rows(family)[2]["generation"] == "same"


def test_lines_between_people_come_and_go_with_the_other_question(form: FormView, family: GenogramField) -> None:
    before = family.canvas.map.strokes
    form.fields["links"].load(None)
    form.fields["links"].changed.emit()
    assert len(family.canvas.map.strokes) < len(before)
    assert "line to" not in button(family, "Margaret").accessibleName()


def test_lines_that_were_said_alone_leave_the_map_while_somebody_may_see_it(
    form: FormView, family: GenogramField
) -> None:
    before = family.canvas.map
    form.cover({"links"})
    shown = repr(family.canvas.map) + button(family, "Margaret").accessibleName()
    assert "Cares for" not in shown and "harm" not in shown and "line to" not in shown
    form.cover(())
    assert family.canvas.map == before


def test_people_said_alone_leave_the_map_with_their_list(form: FormView, family: GenogramField) -> None:
    form.cover({"people"})
    assert not family.isVisible() and family.canvas.map.nodes == ()
