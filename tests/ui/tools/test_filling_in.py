"""The Tools page on a real vault: choose, fill in, lose nothing, finish once, compare, and keep to oneself what was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from msp_desktop.tools.definition import Definition
from msp_desktop.tools.loading import loaded
from msp_desktop.tools.values import is_blank
from msp_desktop.workspace import Workspace
from tests.ui.tools.hands import close, fill_scaling, go_on, kept, open_tool, presses, score, write
from tests.ui.tools.test_fields import VALUES
from ui.screens.tools.page import ToolsPage
from ui.widgets.fields.quote import QuoteField
from ui.widgets.fields.rows import RowsField
from ui.widgets.fields.scale import ScaleField


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
    view = go_on(qtbot, page, "Scaling ruler")
    view.only_us.click()
    assert view.form.fields["question"].value() == "My money"


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
    assert [link.accessibleName() for link in view.problem.links] == [
        "What are we looking at?", "What would 0 look like?", "What would 10 look like?", "Where is it today?",
    ]  # fmt: skip
    view.problem.links[1].click()
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
    amends = kept(workspace, "scaling").amends
    assert amends is not None
    assert amends.reason == "I misheard"


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
    found = {each.field: each.value for each in kept(workspace, every_type.key).values}
    follows = {"follows": "Go on."}
    assert found == follows | {
        key: list(value) if key == "aids" else value for key, value in given.items() if key != "code_word"
    }
    view = go_on(qtbot, page, every_type.title)
    view.only_us_requested.emit()
    shown = {key: field.value() for key, field in view.form.fields.items()}
    assert {key: value for key, value in shown.items() if not is_blank(value)} == follows | {
        key: value for key, value in given.items() if key != "code_word"
    }


def add_tool(workspace: Workspace) -> Definition:
    """One more tool in the library, as a team's own file would be."""
    text = Path(__file__).parents[2].joinpath("tools/every_type.yaml").read_text("utf-8")
    tool = loaded(text, file="every_type.yaml")
    workspace.tools.__dict__["_tools"] = {**workspace.tools._tools, tool.key: tool}
    return tool
