"""Questions that depend on others: rows that point at rows, sentences that follow, drafts, and what is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.tools.definition import Definition
from msp_desktop.workspace import Workspace
from tests.ui.tools.hands import open_tool, presses
from tests.ui.tools.test_fields import tool as tool
from tests.ui.tools.test_filling_in import add_tool
from ui import theme
from ui.screens.tools.form_view import FormView
from ui.screens.tools.page import ToolsPage
from ui.tokens import LIGHT
from ui.widgets.choice_field import ChoiceField
from ui.widgets.fields.covered import HiddenField
from ui.widgets.fields.drafted import DraftedField
from ui.widgets.fields.number import AmountField
from ui.widgets.fields.row_of import RowOfField
from ui.widgets.fields.rows import RowsField
from ui.widgets.fields.when import WhenField
from ui.widgets.line_field import LineField


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication, tool: Definition) -> FormView:
    theme.apply(qapp, LIGHT)
    view = FormView(tool, offered=())
    qtbot.addWidget(view)
    view.load({})
    view.build_all()
    view.show()
    return view


def test_a_row_points_at_a_row_and_follows_its_name(form: FormView) -> None:
    people, links = form.fields["people"], form.fields["links"]
    assert isinstance(people, RowsField) and isinstance(links, RowsField)
    people.load([{"name": {"name": "Mina"}}, {"name": {"name": "Mina"}}])
    people.changed.emit()
    one = links.add_row().fields["one"]
    assert isinstance(one, RowOfField)
    first, second = [row["id"] for row in people.value() or ()]
    assert first != second
    one.buttons[second].click()
    assert one.value() == {"id": second, "name": "Mina"}
    people.cards[1].load({"id": second, "name": {"name": "Mina Patel"}})
    people.changed.emit()
    assert one.value() == {"id": second, "name": "Mina Patel"}


def test_a_row_that_was_taken_out_stays_in_the_answer_and_says_so(form: FormView) -> None:
    people, links = form.fields["people"], form.fields["links"]
    assert isinstance(people, RowsField) and isinstance(links, RowsField)
    people.load([{"name": {"name": "Mina"}}])
    people.changed.emit()
    one = links.add_row().fields["one"]
    assert isinstance(one, RowOfField)
    next(iter(one.buttons.values())).click()
    people.cards[0].remove_requested.emit()
    value = one.value()
    assert value is not None and value["name"] == "Mina"
    assert any("not in the list any more" in each.accessibleName() for each in one.buttons.values())


def test_a_sentence_follows_from_another_answer_at_once(form: FormView) -> None:
    mood = form.fields["mood"]
    assert isinstance(mood, ChoiceField)
    mood.buttons["bad"].click()
    assert form.fields["follows"].value() == "Ask again."
    mood.buttons["good"].click()
    assert form.fields["follows"].value() == "Go on."
    assert form.values["follows"] == "Go on."


def test_a_draft_is_put_under_what_is_written_and_touches_nothing_of_it(form: FormView) -> None:
    topic, letter = form.fields["topic"], form.fields["as_told"]
    assert isinstance(topic, LineField) and isinstance(letter, DraftedField)
    letter.fetch.click()
    assert letter.value() == ""
    QTest.keyClicks(topic.edit, "Margaret")
    form.fields["story"].load("you asked for a bench")
    form.fields["story"].changed.emit()
    letter.load("My own words.")
    letter.fetch.click()
    assert letter.value() == "My own words.\n\nDear Margaret, you asked for a bench"


def test_questions_that_follow_others_do_so_where_they_are_hidden_too(
    qtbot: QtBot, qapp: QApplication, tool: Definition
) -> None:
    theme.apply(qapp, LIGHT)
    sections = tuple(
        replace(each, fields=tuple(replace(field, hidden=field.key in ("links", "as_told")) for field in each.fields))
        for each in tool.sections
    )
    form = FormView(replace(tool, sections=sections), offered=())
    qtbot.addWidget(form)
    form.load({"topic": "Margaret", "story": "you asked", "people": [{"id": "k1", "name": {"name": "Mina"}}]})
    form.build_all()
    links, letter = form.fields["links"], form.fields["as_told"]
    assert isinstance(links, HiddenField) and isinstance(links.inner, RowsField)
    assert isinstance(letter, HiddenField) and isinstance(letter.inner, DraftedField)
    one = links.inner.add_row().fields["one"]
    assert isinstance(one, RowOfField) and list(one.buttons) == ["k1"]
    letter.inner.fetch.click()
    assert form.values["as_told"] == "Dear Margaret, you asked"


def test_a_time_asks_only_for_what_its_precision_needs(form: FormView) -> None:
    when = form.fields["happened"]
    assert isinstance(when, WhenField)
    when.how.buttons["range"].click()
    assert not when.parts["until"].isHidden() and when.parts["at"].isHidden()
    when.how.buttons["unknown"].click()
    assert when.value() == {"precision": "unknown"}
    assert when.parts["on"].isHidden()


def test_a_number_is_typed_in_digits(form: FormView) -> None:
    size = form.fields["size"]
    assert isinstance(size, AmountField)
    QTest.keyClicks(size.edit, "120")
    assert size.value() == 120


@pytest.mark.parametrize(
    ("typed", "sentence"), [("a lot", "not a whole number"), ("300", "from 0 to 200"), ("2.5", "not a whole number")]
)
def test_what_is_no_number_that_fits_stays_in_the_field_with_a_sentence(
    form: FormView, typed: str, sentence: str
) -> None:
    size = form.fields["size"]
    assert isinstance(size, AmountField)
    QTest.keyClicks(size.edit, typed)
    size.edit.editingFinished.emit()
    assert size.value() is None
    assert size.edit.text() == typed
    assert sentence in size.error.text()


def test_rows_begin_with_what_is_recorded_only_where_nobody_else_sees_it(
    qtbot: QtBot, page: ToolsPage, workspace: Workspace, tmp_path: Path
) -> None:
    every_type = add_tool(workspace)
    page.closed.emit()
    qtbot.waitUntil(lambda: f"Fill in: {every_type.title}" in presses(page))
    view = open_tool(qtbot, page, every_type.title)
    people = view.form.fields["people"]
    assert isinstance(people, RowsField)
    people.recorded.click()
    qtbot.waitUntil(lambda: "left out" in view.saved.text())
    assert people.value() is None
    view.only_us_requested.emit()
    people.recorded.click()
    qtbot.waitUntil(lambda: people.value() is not None)
    names = [row["name"]["name"] for row in people.value() or ()]
    assert names and len(names) == len({*names})
    people.recorded.click()
    qtbot.waitUntil(lambda: len(people.cards) == len(names))
