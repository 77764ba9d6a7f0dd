"""Every shipped tool's form, as long as it can be, and what stands around it: audited at three text sizes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.tools.browsing import happening_now
from msp_desktop.tools.circles_compared import circles_compared
from msp_desktop.tools.comparing import Compared, compared
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.form import missing
from msp_desktop.tools.library import shipped
from tests.tools.a_life import LIFE, crowd
from tests.ui import audit
from tests.ui.looks import look as look
from ui.screens.tools.browse_view import Begun, BrowseView, Offer
from ui.screens.tools.choose_view import ChooseView
from ui.screens.tools.compare_view import CompareView
from ui.screens.tools.fill_view import FillView
from ui.screens.tools.team_card import Standing
from ui.widgets.fields.person import Offered
from ui.widgets.fields.rows import RowsField
from ui.widgets.fold import Fold

TOOLS = [tool for tool in shipped() if tool.kept_as == "answers"]


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("tool", TOOLS, ids=[tool.key for tool in TOOLS])
def test_every_form_can_be_used_by_everybody(qtbot: QtBot, tool: Definition) -> None:
    view = FillView(tool, who="For Margaret", offered=(Offered("c1", "Ann"), Offered("c2", "Raj")), can_compare=True)
    qtbot.addWidget(view)
    view.resize(1024, 600)
    view.form.load({})
    view.form.build_all()
    with qtbot.waitExposed(view):
        view.show()
    view.show_alone("Some answers are left out.", button_text="Only us now")
    view.show_missing(missing(tool, {}))
    open_everything(view)
    for _ in range(5):
        QApplication.processEvents()
    found = [*audit.faults(view), *audit.tab_faults(view)]
    assert not found, "\n".join(found)


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("values", [LIFE, {"ties": crowd(20)}], ids=["a life", "a crowd"])
def test_every_drawing_can_be_used_by_everybody(qtbot: QtBot, maps: Definition, values: dict[str, Any]) -> None:
    view = FillView(maps, who="For Margaret", offered=(), can_compare=True)
    qtbot.addWidget(view)
    view.resize(1024, 600)
    view.form.load(values)
    view.form.build_all()
    with qtbot.waitExposed(view):
        view.show()
    for _ in range(5):
        QApplication.processEvents()
    found = [*audit.faults(view), *audit.tab_faults(view)]
    assert not found, "\n".join(found)


def browse() -> QWidget:
    view = BrowseView()
    begun = (Begun("1", "Go on: begun on 14 Oct 2026"), Begun("2", "Look at it: finished, 1 Oct 2026"))
    offers = [
        Offer(tool.key, tool.title, tool.purpose, "For you alone.", begun if at == 0 else ())
        for at, tool in enumerate(shipped())
    ]
    view.show_who("For Margaret", may_choose=True)
    view.show_faults("Some files of your team's tools need a look. They stand under “Tools of your team”.")
    fault = "ours.yaml, line 3: There is no picture “sun”. Use a name from resources/pictures/pictures.yaml."
    view.team.show_standing(Standing(("Tea, version 1",) * 60, (fault,) * 3, "In this folder: /a/b", is_allowed=True))
    view.team.show_taken("ours.yaml was not taken in. Nothing was changed.", "Why", (fault,), is_problem=True)
    view.team_fold.open()
    view.show_tools({"Rights": offers}, happening_now(shipped()))
    view.fold.open()
    return view


def choose() -> QWidget:
    view = ChooseView()
    view.show_people(["Margaret", "Idris"])
    return view


def compare() -> QWidget:
    lines = (
        Compared("score", "Where is it today?", "3", "5"),
        Compared("people", "Who is around?", "", "Ann, a friend", "Ann"),
        Compared("why", "What holds it up?", "I keep the card", "I keep the card"),
    )  # fmt: skip
    return CompareView("Scaling ruler", lines)


def circles_compared_with_last_time() -> QWidget:
    tool = next(tool for tool in TOOLS if tool.key == "circles")
    then = {"people": [{"name": {"name": "Ann"}, "ring": "closest", "quarter": "family"}, {"name": {"name": "Raj"}}]}
    now = {"people": [{"name": {"name": "Ann"}, "ring": "paid", "quarter": "paid"}, {"name": {"name": "Mo"}}]}
    return CompareView(tool.title, compared(tool.asked_fields, then, now), circles_compared(tool, then, now))


def finished() -> QWidget:
    view = FillView(TOOLS[0], who="For Margaret", offered=(), can_compare=True)
    view.show_saved("Saved on this laptop at 10:42:05.")
    answers = [("What are we looking at?", ["My money"]), ("Who would notice first?", ["Ann", "Ivy"])]
    lines = ["Their words: “my card back”.", "One more line."]
    view.show_done("Made from it: 2 things they want, 1 promise.", lines, answers)
    view.done.every.open()
    return view


def said_alone() -> QWidget:
    view = FillView(next(tool for tool in TOOLS if tool.key == "scaling"), who="", offered=(), can_compare=False)
    view.form.load({"question": "My money", "score": 3, "why_not_lower": {"words": "I keep the card"}})
    view.form.build_all()
    view.form.cover({"question", "score", "why_not_lower"})
    view.show_asking(is_amending=True)
    view.show_problem("There is no room on this laptop. Everything you typed is still here.")
    return view


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("make", [browse, choose, compare, circles_compared_with_last_time, finished, said_alone])
def test_what_stands_around_the_forms_can_be_used_by_everybody(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    view = make()
    qtbot.addWidget(view)
    view.resize(1024, 600)
    with qtbot.waitExposed(view):
        view.show()
    for _ in range(5):
        QApplication.processEvents()
    found = [*audit.faults(view), *audit.tab_faults(view)]
    assert not found, "\n".join(found)


def open_everything(view: FillView) -> None:
    for field in list(view.form.fields.values()):
        if isinstance(field, RowsField):
            (field.cards[0] if field.cards else field.add_row()).open()
    for _ in range(2):
        for fold in view.findChildren(Fold):
            fold.open()
