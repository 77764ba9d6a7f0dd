"""What a worker does on the Tools page: open a tool, write, score, put it away, begin a visit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.record.filled import Answers
from msp_desktop.workspace import Workspace
from ui.inside import Inside
from ui.screens.tools.fill_view import FillView
from ui.screens.tools.page import ToolsPage
from ui.widgets.fields.quote import QuoteField
from ui.widgets.fields.scale import ScaleField
from ui.widgets.line_field import LineField


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
    """Put the tool away, and wait until the list tells it."""
    page.close_tool()
    answered: list[None] = []
    page._background.run(lambda: None, done=answered.append, failed=lambda _: None)
    qtbot.waitUntil(lambda: bool(answered) and any(name.startswith("Fill in:") for name in presses(page)))


def go_on(qtbot: QtBot, page: ToolsPage, title: str) -> FillView:
    """Open again what was begun."""
    next(each for name, each in presses(page).items() if name.startswith(f"{title}: Go on")).click()
    qtbot.waitUntil(lambda: page.fill is not None)
    assert page.fill is not None
    page.fill.form.build_all()
    return page.fill


def kept(workspace: Workspace, tool: str) -> Answers:
    """The filling of a tool that was begun last."""
    return [each for each in workspace.answers.list() if each.body.tool == tool][-1].body


def start_a_visit(qtbot: QtBot, inside: Inside, workspace: Workspace) -> Any:  # noqa: ANN401 - the view of the visit
    visit = workspace.visits.start_unplanned(workspace.people.list()[0].id)
    inside.open_visit(visit.id)
    qtbot.waitUntil(lambda: inside.shell.here is not None and inside.shell.here.visit == visit.id)
    return inside.screens["visit"].view.view  # type: ignore[attr-defined]


def touched(widget: QWidget, at: QPoint | None = None) -> None:
    """A finger touches a widget and is lifted again."""
    window, place = widget.window(), widget.mapTo(widget.window(), at or widget.rect().center())
    device = QTest.createTouchDevice()
    QTest.touchEvent(window, device).press(0, place, window).commit()
    QTest.touchEvent(window, device).release(0, place, window).commit()
