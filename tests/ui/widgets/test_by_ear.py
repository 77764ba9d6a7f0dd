"""What assistive technology does to a field counts: it checks and fills in without a click and without a key."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.screens.visit.lines_view import LinesView
from ui.screens.visit.top import Top
from ui.widgets.checks_field import ChecksField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.day_field import DayField
from ui.widgets.field import Field
from ui.widgets.fields.person import Offered, PersonField
from ui.widgets.fields.scale import ScaleField
from ui.widgets.fold import Fold
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.number_field import NumberField
from ui.widgets.part_field import PartField
from ui.widgets.rail import Rail
from ui.widgets.text import label

YES_NO = {"yes": "Yes", "no": "No"}


def toggle(part: QWidget) -> None:
    """What a screen reader, a switch or a voice does to a button that can be checked."""
    QAccessible.queryAccessibleInterface(part).actionInterface().doAction("Toggle")


def dictate(part: QWidget, words: str) -> None:
    """What dictation does to a field."""
    QAccessible.queryAccessibleInterface(part).setText(QAccessible.Text.Value, words)


@pytest.mark.parametrize("kind", [LineField, DayField, NumberField])
def test_dictated_words_are_an_answer(qtbot: QtBot, kind: type[LineField | DayField | NumberField]) -> None:
    field = kind("When, or how many?")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        dictate(field.edit, "5")


def test_a_choice_made_by_a_screen_reader_is_an_answer(qtbot: QtBot) -> None:
    choice, checks, scale = ChoiceField("Alone?", YES_NO), ChecksField("Which?", YES_NO), ScaleField("How sure?")
    asked: list[tuple[Field, QWidget, object]] = [
        (choice, choice.buttons["no"], "no"), (checks, checks.boxes["yes"], ("yes",)), (scale, scale.buttons[7], 7),
    ]  # fmt: skip
    for field, button, value in asked:
        qtbot.addWidget(field)
        with qtbot.waitSignal(field.changed):
            toggle(button)
        assert field.value() == value


def test_somebody_chosen_by_a_screen_reader_is_an_answer(qtbot: QtBot) -> None:
    field = PersonField("Who?", (Offered("c1", "Ann"),))
    qtbot.addWidget(field)
    toggle(field.buttons[0])
    assert field.value() == {"id": "c1", "name": "Ann"}


def test_who_is_here_can_be_said_by_a_screen_reader(qtbot: QtBot) -> None:
    top = Top()
    qtbot.addWidget(top)
    with qtbot.waitSignal(top.only_us):
        toggle(top.us)
    with qtbot.waitSignal(top.they_came_in):
        toggle(top.they)


def test_steps_pages_and_kinds_can_be_chosen_by_a_screen_reader(qtbot: QtBot) -> None:
    top, rail, lines = Top(), Rail(["Today", "This visit"], is_demo=False), LinesView()
    for view in (top, rail, lines):
        qtbot.addWidget(view)
    with qtbot.waitSignal(top.step_chosen):
        toggle(top.steps[3])
    with qtbot.waitSignal(rail.page_chosen):
        toggle(rail.pages[1])
    toggle(lines.kinds["observed"])
    assert lines.kind == "observed"


def test_what_belongs_to_one_question_is_a_group_of_its_name(qtbot: QtBot) -> None:
    part = PartField("Who was there?", Form({"name": LineField("Their name")}))
    for field in (ChoiceField("Alone?", YES_NO), ChecksField("Which?", YES_NO), ScaleField("How sure?"), part):
        qtbot.addWidget(field)
        group = QAccessible.queryAccessibleInterface(field.asked.buddy())
        assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, field.question)


def test_what_opens_more_is_a_button_that_says_whether_it_is_open(qtbot: QtBot) -> None:
    fold = Fold("More", lambda: label("Words"))
    qtbot.addWidget(fold)
    said = [fold.opener.accessibleDescription()]
    fold.opener.click()
    said.append(fold.opener.accessibleDescription())
    assert said == ["Closed.", "Open."]
    assert QAccessible.queryAccessibleInterface(fold.opener).role() == QAccessible.Role.Button
