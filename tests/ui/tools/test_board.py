"""The board above a tool's questions: each answer a card in its column, and every card a way to its question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import shipped
from tests.tools.a_life import LIFE
from tests.ui.tools.hands import touched
from ui import theme
from ui.screens.tools.board_view import BoardColumn
from ui.screens.tools.fill_view import FillView
from ui.tokens import LIGHT
from ui.widgets.words_button import WordsButton


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, maps: Definition) -> FillView:
    theme.apply(qapp, LIGHT)
    view = FillView(maps, who="For Margaret", offered=(), can_compare=False)
    qtbot.addWidget(view)
    view.resize(1000, 760)
    view.form.load(LIFE)
    view.form.build_all()
    with qtbot.waitExposed(view):
        view.show()
    return view


def column(view: FillView, title: str) -> BoardColumn:
    return next(each for each in view.board.columns if each.column is not None and each.column.title == title)


def words(view: FillView, title: str) -> list[str]:
    return [each.accessibleName() for each in column(view, title).cards]


def in_focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_answers_stand_in_their_columns(view: FillView) -> None:
    assert words(view, "Working") == ["Working: Raj brings the paper every day", "Working: The new chair"]
    assert words(view, "What next") == ["What next: That the bell must be mended"]
    assert column(view, "Not working").accessibleName() == "Not working, answers: 1"
    assert view.board.geometry().bottom() < view.form.geometry().top()


@pytest.mark.parametrize("how", ["mouse", "touch", "keys"])
def test_pressing_a_card_opens_its_row_in_the_form(view: FillView, how: str) -> None:
    card: WordsButton = column(view, "Working").cards[1]
    if how == "mouse":
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    elif how == "touch":
        touched(card)
    else:
        card.setFocus()
        QTest.keyClick(card, Qt.Key.Key_Return)
    field = view.form.fields["working"]
    assert field.cards[1].fold.is_open  # type: ignore[attr-defined]
    assert field.isAncestorOf(in_focus())


def test_a_column_s_button_goes_to_its_first_question_without_an_answer(view: FillView) -> None:
    column(view, "What next").go.click()
    assert view.form.fields["next"].isAncestorOf(in_focus())


def test_an_empty_column_s_button_leads_to_adding_there(view: FillView) -> None:
    view.form.load({})
    column(view, "Not working").go.click()
    assert view.form.fields["not_working"].isAncestorOf(in_focus())


def test_what_is_written_in_the_form_comes_onto_the_board(view: FillView) -> None:
    QTest.keyClicks(view.form.fields["next"]._control, "A new bell")
    assert "What next: A new bell" in words(view, "What next")


def test_a_card_that_did_not_change_keeps_the_keyboard(view: FillView) -> None:
    card = column(view, "Working").cards[0]
    card.setFocus()
    QTest.keyClicks(view.form.fields["next"]._control, "A new bell")
    assert column(view, "Working").cards[0] is card


def test_what_was_said_alone_leaves_the_board_and_its_button_leads_to_the_cover(view: FillView) -> None:
    view.form.cover({"working", "agree"})
    assert words(view, "Working") == [] and words(view, "What next") == []
    assert "chair" not in column(view, "Working").accessibleName()
    column(view, "Working").go.click()
    assert view.form.covers["working"].isAncestorOf(in_focus())


def test_columns_stand_below_each_other_where_it_is_narrow(qtbot: QtBot, view: FillView) -> None:
    assert view.board.is_side_by_side
    view.resize(560, 760)
    qtbot.waitUntil(lambda: not view.board.is_side_by_side)
    lefts = {each.x() for each in view.board.columns}
    assert len(lefts) == 1


def test_a_finished_tool_shows_no_board(view: FillView) -> None:
    view.show_done("", ["A line"])
    assert view.board.isHidden()
    view.show_asking(is_amending=True)
    assert view.board.isVisible()


def test_a_tool_without_a_board_has_no_room_for_one(qtbot: QtBot) -> None:
    view = FillView(next(tool for tool in shipped() if tool.key == "scaling"), who="", offered=(), can_compare=False)
    qtbot.addWidget(view)
    view.show()
    assert view.board.isHidden()
