"""The Tools page on a real vault: choose, fill in, lose nothing, finish once, compare, and keep to oneself what was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.record.event import EVENT
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Shelf
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.loading import loaded
from msp_desktop.tools.values import is_blank
from msp_desktop.workspace import Workspace
from tests.ui.test_tool_fields import VALUES
from ui.inside import Inside
from ui.screens.tools.fill_view import FillView
from ui.screens.tools.page import ToolsPage
from ui.widgets.fields.quote import QuoteField
from ui.widgets.fields.rows import RowsField
from ui.widgets.fields.scale import ScaleField
from ui.widgets.line_field import LineField


@pytest.fixture
def workspace(inside: Inside) -> Workspace:
    return inside.shell.workspace


@pytest.fixture
def page(qtbot: QtBot, inside: Inside) -> ToolsPage:
    view = inside.go("tools").view
    assert isinstance(view, ToolsPage)
    qtbot.waitUntil(lambda: len(presses(view)) > 4)
    return view


def presses(page: ToolsPage) -> dict[str, QPushButton]:
    found = page.browse.findChildren(QPushButton)
    return {each.accessibleName(): each for each in found if each.isVisible() and each.accessibleName()}


def open_tool(qtbot: QtBot, page: ToolsPage, title: str, *, who: int = 0) -> FillView:
    qtbot.waitUntil(lambda: f"Fill in: {title}" in presses(page))
    presses(page)[f"Fill in: {title}"].click()
    qtbot.waitUntil(lambda: page.fill is not None or page.choose.list.count() > 0)
    if page.fill is None:
        page.choose.chosen.emit(who)
        qtbot.waitUntil(lambda: page.fill is not None)
    assert page.fill is not None
    page.fill.form.build_all()
    return page.fill


def write(view: FillView, key: str, words: str) -> None:
    field = view.form.fields[key]
    if isinstance(field, QuoteField):
        QTest.keyClicks(field.box, words)
    else:
        assert isinstance(field, LineField)
        QTest.keyClicks(field.edit, words)


def score(view: FillView, number: int) -> None:
    field = view.form.fields["score"]
    assert isinstance(field, ScaleField)
    field.buttons[number].click()


def fill_scaling(view: FillView, number: int) -> None:
    for key, words in (("question", "My money"), ("zero_means", "No say"), ("ten_means", "All mine")):
        write(view, key, words)
    score(view, number)
    write(view, "why_not_lower", "I keep the card")


def close(qtbot: QtBot, page: ToolsPage) -> None:
    page.close_tool()
    qtbot.waitUntil(lambda: any(": Go on" in name or ": Look at it" in name for name in presses(page)))


def test_tools_stand_under_the_three_headings_without_numbers(page: ToolsPage) -> None:
    from PySide6.QtWidgets import QLabel

    words = [each.text() for each in page.browse.findChildren(QLabel) if each.isVisible()]
    assert {"Information and support", "Rights", "Resolution and recovery", "Scaling ruler"} <= set(words)
    assert not [each for each in words if each[:1] == "T" and each[1:3].isdigit()]


def test_what_is_happening_narrows_the_tools(qtbot: QtBot, page: ToolsPage) -> None:
    page.browse.fold.open()
    page.browse.happening.buttons["self_neglect"].click()
    qtbot.waitUntil(lambda: "Fill in: Good day, bad day" in presses(page))
    assert "Fill in: Scaling ruler" not in presses(page)
    page.browse.happening._back.click()
    qtbot.waitUntil(lambda: "Fill in: Scaling ruler" in presses(page))


def test_what_is_typed_is_kept_at_once_and_there_again_after_leaving(
    qtbot: QtBot, page: ToolsPage, workspace: Workspace
) -> None:
    view = open_tool(qtbot, page, "Scaling ruler")
    write(view, "question", "My money")
    qtbot.waitUntil(lambda: view.saved.text().startswith("Saved on this laptop at"))
    (draft,) = workspace.answers.drafts()
    assert draft.body.value("question") == "My money"
    close(qtbot, page)
    assert workspace.answers.drafts() == ()
    go_on = next(each for name, each in presses(page).items() if name.startswith("Scaling ruler: Go on"))
    go_on.click()
    qtbot.waitUntil(lambda: page.fill is not None)
    assert page.fill is not None
    page.fill.only_us.click()
    assert page.fill.form.fields["question"].value() == "My money"


def test_looking_at_a_tool_leaves_nothing_behind(qtbot: QtBot, page: ToolsPage, workspace: Workspace) -> None:
    before = workspace.answers.count()
    open_tool(qtbot, page, "Scaling ruler")
    page.close_tool()
    qtbot.waitUntil(lambda: page.currentWidget() is page.browse)
    page.browse.somebody_else_requested.emit()
    qtbot.waitUntil(lambda: page.currentWidget() is page.choose)
    assert workspace.answers.count() == before


def test_a_question_appears_with_its_condition_and_nothing_is_made_anew(qtbot: QtBot, page: ToolsPage) -> None:
    view = open_tool(qtbot, page, "Scaling ruler")
    before = dict(view.form.fields)
    assert not view.form.fields["why_not_lower"].isVisible()
    score(view, 3)
    assert view.form.fields["why_not_lower"].isVisible()
    score(view, 0)
    assert not view.form.fields["why_not_lower"].isVisible()
    assert view.form.fields["how_do_you_manage"].isVisible()
    assert view.form.fields == before


def test_the_ends_of_a_scale_are_the_words_of_the_person(qtbot: QtBot, page: ToolsPage) -> None:
    view = open_tool(qtbot, page, "Scaling ruler")
    write(view, "zero_means", "No say")
    field = view.form.fields["score"]
    assert isinstance(field, ScaleField)
    assert "0: No say." in field.ends.text()


def test_finishing_too_early_leads_to_what_is_needed(qtbot: QtBot, page: ToolsPage) -> None:
    view = open_tool(qtbot, page, "Scaling ruler")
    view.finish.click()
    assert [link.text() for link in view.problem.links] == [  # type: ignore[attr-defined]
        "What are we looking at?", "What would 0 look like?", "What would 10 look like?", "Where is it today?",
    ]  # fmt: skip
    view.problem.links[1].click()  # type: ignore[attr-defined]
    field = view.form.fields["zero_means"]
    assert isinstance(field, QuoteField)
    assert field.box.hasFocus()
    assert "Answer this before you finish" in field.error.text()
    QTest.keyClicks(field.box, "No say")
    assert not field.error.text()


def test_finishing_tells_the_record_and_comparing_tells_then_and_now(qtbot: QtBot, page: ToolsPage) -> None:
    view = open_tool(qtbot, page, "Scaling ruler")
    fill_scaling(view, 3)
    view.finish.click()
    qtbot.waitUntil(view.done.isVisible)
    assert view.done.lines.text().startswith("On “My money”: 3 out of 10.")
    close(qtbot, page)
    view = open_tool(qtbot, page, "Scaling ruler")
    page.filling._seeing.only_us()  # type: ignore[union-attr]
    fill_scaling(view, 5)
    assert view.form.fields["last_score"].value() == "3"
    view.compare.click()
    assert page.comparing is not None
    found = {line.field: (line.then, line.now, str(line.difference)) for line in page.comparing.lines}
    assert found["score"] == ("3", "5", "changed")
    assert found["question"][2] == "same"


def test_what_is_finished_is_changed_only_with_a_reason(qtbot: QtBot, page: ToolsPage, workspace: Workspace) -> None:
    view = open_tool(qtbot, page, "Scaling ruler")
    fill_scaling(view, 3)
    view.finish.click()
    qtbot.waitUntil(view.done.isVisible)
    view.done.change.click()
    score(view, 4)
    view.finish.click()
    assert "Say why" in view.why.error.text()
    QTest.keyClicks(view.why.edit, "I misheard")
    view.finish.click()
    qtbot.waitUntil(lambda: "On “My money”: 4 out of 10." in view.done.lines.text())
    (record,) = [each for each in workspace.answers.list() if each.body.tool == "scaling"]
    assert record.body.amends is not None
    assert record.body.amends.reason == "I misheard"


def test_people_typed_in_the_circles_become_connections_once(
    qtbot: QtBot, page: ToolsPage, workspace: Workspace
) -> None:
    before = workspace.connections.count()
    view = open_tool(qtbot, page, "People around me")
    field = view.form.fields["people"]
    assert isinstance(field, RowsField)
    field.load([{"name": {"name": "Mina"}, "ring": "friend", "quarter": "friends"}])
    field.changed.emit()
    view.finish.click()
    qtbot.waitUntil(view.done.isVisible)
    assert view.done.made.text() == "Made from it: 1 person around them."
    assert workspace.connections.count() == before + 1


def test_every_type_of_answer_is_the_same_after_opening_it_again(
    qtbot: QtBot, page: ToolsPage, workspace: Workspace, tmp_path: Path
) -> None:
    every_type = add_tool(workspace)
    page.closed.emit()
    qtbot.waitUntil(lambda: f"Fill in: {every_type.title}" in presses(page))
    given = {key: value for key, value in VALUES.items() if key != "who_hears"}
    view = open_tool(qtbot, page, every_type.title)
    for key, value in given.items():
        view.form.fields[key].load(value)
        view.form.fields[key].changed.emit()
    close(qtbot, page)
    found = answers_of(workspace, every_type.key)
    assert found == {key: list(value) if key == "aids" else value for key, value in given.items() if key != "code_word"}
    next(each for name, each in presses(page).items() if name.startswith(f"{every_type.title}: Go on")).click()
    qtbot.waitUntil(lambda: page.fill is not None)
    assert page.fill is not None
    page.fill.only_us_requested.emit()
    page.fill.form.build_all()
    shown = {key: field.value() for key, field in page.fill.form.fields.items()}
    assert {key: value for key, value in shown.items() if not is_blank(value)} == {
        key: value for key, value in given.items() if key != "code_word"
    }


def test_until_somebody_says_who_sees_the_screen_earlier_answers_are_left_out(
    qtbot: QtBot, page: ToolsPage, workspace: Workspace
) -> None:
    view = open_tool(qtbot, page, "Scaling ruler")
    write(view, "question", "My money")
    close(qtbot, page)
    next(each for name, each in presses(page).items() if name.startswith("Scaling ruler: Go on")).click()
    qtbot.waitUntil(lambda: page.fill is not None)
    assert page.fill is not None
    cover = page.fill.form.covers["question"]
    assert cover.isVisible() and not page.fill.form.fields["question"].isVisible()
    assert "My money" not in everything_said(page.fill)
    QTest.mousePress(cover.hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cover.words.text() == "My money")
    QTest.mouseRelease(cover.hold, Qt.MouseButton.LeftButton)
    assert "My money" not in everything_said(page.fill)
    assert [event.body.what for event in Shelf(workspace.store, EVENT).list()][-1] == "reveal"


def test_what_was_said_alone_leaves_the_screen_when_somebody_comes_in(
    qtbot: QtBot, page: ToolsPage, inside: Inside, workspace: Workspace
) -> None:
    visit = start_a_visit(qtbot, inside, workspace)
    inside.shell.only_us_said.emit()
    qtbot.waitUntil(lambda: inside.shell.here is not None and inside.shell.here.seen_by is not None)
    inside.go("tools")
    qtbot.waitUntil(lambda: page.browse.who.text() != "")
    view = open_tool(qtbot, page, "Scaling ruler")
    write(view, "question", "My money")
    assert view.form.fields["question"].isVisible()
    alone = inside.shell.here.running if inside.shell.here else None
    visit.presenter.they_came_in()
    qtbot.waitUntil(lambda: "question" in view.form.covers and view.form.covers["question"].isVisible())
    assert "My money" not in everything_said(view)
    write(view, "zero_means", "No say")
    close(qtbot, page)
    (record,) = [each for each in workspace.answers.list() if each.body.tool == "scaling"]
    segments = {each.field: each.segment for each in record.body.values}
    assert segments["question"] == alone
    assert segments["zero_means"] not in (None, alone)


def test_while_a_visit_goes_on_a_tool_stands_alone_on_the_screen(
    qtbot: QtBot, page: ToolsPage, inside: Inside, workspace: Workspace
) -> None:
    start_a_visit(qtbot, inside, workspace)
    inside.go("tools")
    view = open_tool(qtbot, page, "Scaling ruler")
    assert not inside.rail.isVisible()
    assert page.choose.list.count() == 0
    question = view.form.fields["question"]
    assert isinstance(question, LineField)
    question.focus()
    qtbot.waitUntil(question.edit.hasFocus)
    QTest.keyClick(question.edit, Qt.Key.Key_Escape)
    assert inside.rail.isVisible()
    open_tool(qtbot, page, "Scaling ruler")
    inside.go("visit")
    assert inside.rail.isVisible()
    inside.go("tools")
    assert not inside.rail.isVisible()


def test_time_alone_is_recorded_in_the_visit(
    qtbot: QtBot, page: ToolsPage, inside: Inside, workspace: Workspace
) -> None:
    presses(page)["Fill in: Time alone together"].click()
    qtbot.waitUntil(lambda: page.choose.list.count() > 0)
    page.choose.chosen.emit(0)
    qtbot.waitUntil(lambda: "Time alone is recorded in a visit" in inside.notice.words.text())
    start_a_visit(qtbot, inside, workspace)
    inside.go("tools")
    qtbot.waitUntil(lambda: "Fill in: Time alone together" in presses(page))
    presses(page)["Fill in: Time alone together"].click()
    assert inside.now == "visit"


def start_a_visit(qtbot: QtBot, inside: Inside, workspace: Workspace) -> Any:  # noqa: ANN401 - the view of the visit
    visit = workspace.visits.start_unplanned(workspace.people.list()[0].id)
    inside.open_visit(visit.id)
    qtbot.waitUntil(lambda: inside.shell.here is not None and inside.shell.here.visit == visit.id)
    return inside.screens["visit"].view.view  # type: ignore[attr-defined]


def everything_said(view: FillView) -> str:
    """Every word in the widgets of a tool, shown or not."""
    from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

    words = [each.text() for each in view.findChildren(QLabel)] + [each.text() for each in view.findChildren(QLineEdit)]
    words += [each.toPlainText() for each in view.findChildren(QPlainTextEdit)]
    return " ".join((*words, *(each.accessibleName() for each in view.findChildren(QWidget))))


def add_tool(workspace: Workspace) -> Definition:
    """One more tool in the library, as a team's own file would be."""
    text = Path(__file__).parents[1].joinpath("tools/every_type.yaml").read_text("utf-8")
    tool = loaded(text, file="every_type.yaml")
    workspace.tools.__dict__["_tools"] = {**workspace.tools._tools, tool.key: tool}
    return tool


def answers_of(workspace: Workspace, tool: str) -> dict[str, Any]:
    (record,) = [each for each in workspace.answers.list() if each.body.tool == tool]
    return {each.field: each.value for each in workspace.answers.get(RecordId(record.id)).body.values}
