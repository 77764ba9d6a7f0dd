"""Fields: nothing is preset, an answer can be taken back, loading tells nothing, and what has no question is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.checks_field import ChecksField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.column import Column
from ui.widgets.day_field import DayField
from ui.widgets.fields.scale import ScaleField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.pick_field import PickField
from ui.widgets.row import Row
from ui.widgets.rows_field import RowsField
from ui.widgets.tick_row import TickRow
from ui.widgets.time_field import TimeField
from ui.widgets.words_field import WordsField

YES_NO = {"yes": "Yes", "no": "No"}


def test_a_choice_has_no_answer_until_somebody_answers_and_can_be_taken_back(qtbot: QtBot) -> None:
    field = ChoiceField("Were you alone?", YES_NO)
    qtbot.addWidget(field)
    assert field.value() is None
    with qtbot.waitSignal(field.changed):
        field.buttons["no"].click()
    assert field.value() == "no"
    field.load(None)
    assert field.value() is None


def test_loading_an_answer_tells_nobody(qtbot: QtBot) -> None:
    fields = (
        ChoiceField("Alone?", YES_NO),
        PickField("Who?", YES_NO),
        WordsField("What?"),
        ScaleField("?"),
    )
    for field, value in zip(fields, ("yes", "no", "words", 3), strict=True):
        qtbot.addWidget(field)
        with qtbot.assertNotEmitted(field.changed):
            field.load(value)
        assert field.value() == value


def test_other_words_for_the_same_choices_take_their_place(qtbot: QtBot) -> None:
    field = ChoiceField("When?", {"a": "10:00 to now"})
    qtbot.addWidget(field)
    field.load("a")
    field.offer({"a": "10:00 to 10:20", "b": "10:20 to now"})
    assert field.value() == "a"
    assert field.buttons["a"].accessibleName() == "10:00 to 10:20"


def test_pressing_the_words_beside_a_box_ticks_it(qtbot: QtBot) -> None:
    field = ChecksField("Which?", {"door": "an open door", "phone": "a phone"})
    qtbot.addWidget(field)
    field.show()
    row = field.findChildren(TickRow)[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert field.value() == ("phone",)


def test_rows_keep_what_has_no_question_and_leave_out_empty_ones(qtbot: QtBot) -> None:
    field = RowsField("Who?", lambda: Form({"name": LineField("Name")}, carries_rest=True), more="Add")
    qtbot.addWidget(field)
    field.load([{"name": "Nell", "who": "c-1"}])
    field.add()
    assert field.value() == ({"who": "c-1", "name": "Nell"},)


def test_a_time_that_cannot_be_read_stays_in_the_field_with_a_sentence(qtbot: QtBot) -> None:
    field = TimeField("What time?")
    qtbot.addWidget(field)
    field.edit.setText("half nine")
    field.edit.editingFinished.emit()
    assert (field.value(), field.edit.text()) == ("", "half nine")
    assert "Enter a time such as" in field.edit.accessibleName()


def test_a_line_takes_no_more_than_it_has_room_for_and_says_so(qtbot: QtBot) -> None:
    field = LineField("Name", longest=5)
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, "Nellie")
    assert (field.value(), "room for 5" in field.error.text()) == ("Nelli", True)
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert (field.value(), field.error.text()) == ("Nell", "")


def test_what_is_no_day_can_be_kept_with_a_draft_and_shown_again(qtbot: QtBot) -> None:
    field = DayField("When?", keeps_typed=True, is_past=True)
    qtbot.addWidget(field)
    for typed, value, problem in (
        ("3 May 1941", "1941-05-03", ""),
        ("3 Mayy", "3 Mayy", "Enter a day"),
        ("3 May 2999", "3 May 2999", "still to come"),
    ):
        field.load(None)
        field.load(typed if problem else value)
        assert field.edit.text() == typed
        assert field.value() == value
        assert problem in field.problem and bool(field.error.text()) == bool(problem)


def test_the_tab_key_finds_a_row_that_was_added_where_it_stands(qtbot: QtBot) -> None:
    page = Column()
    qtbot.addWidget(page)
    rows = RowsField("Who?", lambda: Form({"name": LineField("Name")}), more="Add")
    before, after = LineField("Before"), LineField("After")
    for each in (before, rows, after):
        page.put(each)
    with qtbot.waitExposed(page):
        page.show()
    form = rows.add()
    name = form.fields["name"]
    assert isinstance(name, LineField)
    qtbot.waitUntil(name.edit.isVisible)
    before.focus()
    QTest.keyClick(before.edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is name.edit


def test_parts_in_a_row_go_on_in_the_next_line_where_there_is_no_room(qtbot: QtBot) -> None:
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        part.setFixedSize(100, 40)
    row = Row(*parts)
    qtbot.addWidget(row)
    assert row.heightForWidth(330) == 40
    assert row.heightForWidth(210) > 80


def test_answering_a_question_does_not_move_the_questions_under_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    stack = QVBoxLayout(page)
    first = ChoiceField("Did you see them?", YES_NO)
    second = ChoiceField("Were you alone together?", YES_NO)
    for field in (first, second):
        stack.addWidget(field)
    stack.addStretch(1)
    page.resize(600, 500)
    page.show()
    before = second.y()
    first.buttons["yes"].click()
    qtbot.waitUntil(first._back.isVisible)
    stack.activate()
    assert second.y() == before


def test_pressing_a_number_does_not_move_what_stands_under_it(qtbot: QtBot) -> None:
    field = ScaleField("Where is it today?")
    qtbot.addWidget(field)
    field.show()
    before = field.sizeHint()
    field.buttons[4].click()
    qtbot.waitUntil(field.told.isVisible)
    assert field.sizeHint() == before
