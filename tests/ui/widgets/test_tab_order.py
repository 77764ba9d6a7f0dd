"""The tab key goes as the layouts stand, and putting it in order leaves nothing behind that Qt may free."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayoutItem, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from tests.ui.audit import tab_order
from ui.widgets.column import Column
from ui.widgets.row import Row
from ui.widgets.tab_order import chain, in_reading_order


def known_items() -> dict[int, object]:
    """What Python knows of layouts, by its identity; it is held, so that no other thing comes to have the same."""
    found = Shiboken.getAllValidWrappers()
    return {id(each): each for each in found if isinstance(each, QLayoutItem) and not isinstance(each, QWidget)}


def page() -> tuple[QWidget, list[QPushButton]]:
    """A button, two beside each other, two in a row, one more."""
    whole, parts = QWidget(), [QPushButton(name) for name in "abcdef"]
    stack, beside = QVBoxLayout(whole), QHBoxLayout()
    stack.addWidget(parts[0])
    stack.addWidget(parts[5])
    stack.insertLayout(1, beside)
    stack.insertWidget(2, Row(parts[3], parts[4]))
    beside.addWidget(parts[2])
    beside.insertWidget(0, parts[1])
    return whole, parts


def test_the_tab_key_goes_as_the_layouts_stand(qtbot: QtBot) -> None:
    whole, parts = page()
    qtbot.addWidget(whole)
    chain(whole)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    assert tab_order(whole) == parts


def test_no_item_of_a_layout_is_known_to_python_afterwards(qtbot: QtBot) -> None:
    whole, _ = page()
    qtbot.addWidget(whole)
    before, layout = known_items(), whole.layout()
    chain(whole)
    assert layout is not None
    in_reading_order(layout)
    assert known_items().keys() <= before.keys()


def test_what_is_made_late_has_its_place_when_the_tab_key_comes_to_it(qtbot: QtBot) -> None:
    column, parts = Column(), [QPushButton(name) for name in "abc"]
    qtbot.addWidget(column)
    column.put(parts[0])
    column.put(parts[2])
    with qtbot.waitActive(column):
        column.show()
        column.activateWindow()
    QApplication.processEvents()
    column._stack.insertWidget(1, parts[1])
    QApplication.processEvents()
    parts[0].setFocus()
    assert tab_order(column)[:3] == parts
