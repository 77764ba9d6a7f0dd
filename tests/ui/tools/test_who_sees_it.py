"""Who may see a tool on the screen: what was said alone is left out, and during a visit the tool stands alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.record.event import EVENT
from msp_desktop.record.record import Shelf
from msp_desktop.workspace import Workspace
from tests.ui.tools.hands import close, go_on, kept, open_tool, presses, start_a_visit, write
from ui.inside import Inside
from ui.screens.tools.fill_view import FillView
from ui.screens.tools.page import ToolsPage
from ui.widgets.fields.covered import HiddenField
from ui.widgets.fields.quote import QuoteField
from ui.widgets.line_field import LineField


def test_until_somebody_says_who_sees_the_screen_earlier_answers_are_left_out(
    qtbot: QtBot, page: ToolsPage, workspace: Workspace
) -> None:
    view = open_tool(qtbot, page, "Scaling ruler")
    write(view, "question", "My money")
    close(qtbot, page)
    view = go_on(qtbot, page, "Scaling ruler")
    cover = view.form.covers["question"]
    assert cover.isVisible() and not view.form.fields["question"].isVisible()
    assert "My money" not in everything_said(view)
    QTest.mousePress(cover.hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cover.words.text() == "My money")
    QTest.mouseRelease(cover.hold, Qt.MouseButton.LeftButton)
    assert "My money" not in everything_said(view)
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
    visit.top.they.click()
    qtbot.waitUntil(lambda: "question" in view.form.covers and view.form.covers["question"].isVisible())
    assert "My money" not in everything_said(view)
    qtbot.waitUntil(lambda: inside.shell.here is not None and inside.shell.here.running != alone)
    write(view, "zero_means", "No say")
    close(qtbot, page)
    segments = {each.field: each.segment for each in kept(workspace, "scaling").values}
    assert segments["question"] == alone
    assert segments["zero_means"] not in (None, alone)


def test_words_are_offered_the_people_and_the_place_of_the_visit_as_it_goes_on(
    qtbot: QtBot, page: ToolsPage, inside: Inside, workspace: Workspace
) -> None:
    visit = start_a_visit(qtbot, inside, workspace)
    inside.go("tools")
    qtbot.waitUntil(lambda: page.browse.who.text() != "")
    view = open_tool(qtbot, page, "Scaling ruler")
    quote = view.form.fields["zero_means"]
    assert isinstance(quote, QuoteField)
    quote.fold.open()
    assert quote.heard_by.text().endswith("It is not known who could hear.")
    inside.shell.only_us_said.emit()
    qtbot.waitUntil(lambda: "Nobody else." in quote.heard_by.text())
    visit.top.they.click()
    qtbot.waitUntil(lambda: "Somebody else." in quote.heard_by.text())
    assert quote.value() is None


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


def test_a_hidden_answer_is_kept_with_the_safe_contact_and_seen_only_while_the_button_is_held(
    qtbot: QtBot, page: ToolsPage, workspace: Workspace
) -> None:
    view = open_tool(qtbot, page, "My safety plan")
    for card in view.form.sections:
        card.open_for("code_word")
    hidden = view.form.fields["code_word"]
    assert isinstance(hidden, HiddenField) and isinstance(hidden.inner, LineField)
    hidden.write.click()
    QTest.keyClicks(hidden.inner.edit, "marigold")
    close(qtbot, page)
    assert kept(workspace, "safety_plan").value("code_word") is None
    view = go_on(qtbot, page, "My safety plan")
    view.only_us.click()
    for card in view.form.sections:
        card.open_for("code_word")
    hidden = view.form.fields["code_word"]
    assert isinstance(hidden, HiddenField)
    assert "marigold" not in everything_said(view)
    QTest.mousePress(hidden.hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: hidden.cover.text() == "marigold")
    QTest.mouseRelease(hidden.hold, Qt.MouseButton.LeftButton)
    assert "marigold" not in everything_said(view)
    assert [event.body.subject_kind for event in Shelf(workspace.store, EVENT).list()][-1] == "safe_contact"


def everything_said(view: FillView) -> str:
    """Every word in the widgets of a tool, shown or not."""
    words = [each.text() for each in view.findChildren(QLabel)] + [each.text() for each in view.findChildren(QLineEdit)]
    words += [each.toPlainText() for each in view.findChildren(QPlainTextEdit)]
    return " ".join((*words, *(each.accessibleName() for each in view.findChildren(QWidget))))
