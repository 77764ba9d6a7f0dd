"""A page that scrolls is as long as what stands on it."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollBar, QStackedWidget
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import button
from ui.widgets.column import Column, first_field
from ui.widgets.text import label

ROOT = Path(__file__).resolve().parents[3]


def test_a_page_ends_below_its_last_part_without_an_empty_stretch(qtbot: QtBot) -> None:
    column = Column()
    qtbot.addWidget(column)
    for _ in range(40):
        column.put(label("Words that wrap where the window is narrow, and stand on one line where it is wide."))
    last = label("The end.")
    column.put(last)
    column.resize(900, 300)
    column.show()
    bar = column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: column.height() - last.mapTo(column, last.rect().bottomLeft()).y() < 48)


def test_the_bar_moves_with_the_page_and_comes_only_when_it_is_needed(qtbot: QtBot) -> None:
    column = Column()
    qtbot.addWidget(column)
    column.resize(900, 300)
    column.show()
    (bar,) = (each for each in column.findChildren(QScrollBar) if each.parent() is column)
    assert not bar.isVisible()
    for _ in range(40):
        column.put(label("Words"))
    qtbot.waitUntil(bar.isVisible)
    bar.setValue(bar.maximum())
    assert column.verticalScrollBar().value() == bar.maximum() > 0
    column.verticalScrollBar().setValue(0)
    assert bar.value() == 0


def test_what_a_screen_reader_finds_in_a_page_does_not_change_when_the_bar_comes(qtbot: QtBot) -> None:
    column = Column()
    qtbot.addWidget(column)
    column.resize(900, 300)
    column.show()
    found = QAccessible.queryAccessibleInterface(column)
    assert found.childCount() == 1
    for _ in range(40):
        column.put(label("Words"))
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 0)
    assert found.childCount() == 1


def test_a_press_at_the_edge_of_the_page_counts(qtbot: QtBot) -> None:
    column, pressed = Column(), []
    qtbot.addWidget(column)
    parts = [button(f"Number {number}", press=lambda number=number: pressed.append(number)) for number in range(40)]  # type: ignore[misc]
    for part in (label("Words that wrap"), *parts):
        column.put(part)
    column.resize(900, 300)
    with qtbot.waitActive(column):
        column.show()
        column.activateWindow()
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 0)
    at_the_edge = next(each for each in parts if each.mapTo(column, each.rect().bottomLeft()).y() > 302)
    QTest.mouseClick(column.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(100, 297))
    assert pressed == [parts.index(at_the_edge)]


def test_a_form_may_go_while_it_has_the_keyboard() -> None:
    """Qt asks for the next place of the keyboard while half of the form is gone already; that ended the program."""
    done = subprocess.run([sys.executable, "-m", "tests.ui.widgets.forms_that_go"], cwd=ROOT, check=False)
    assert done.returncode == 0


def test_to_look_for_the_first_field_of_a_page_holds_nothing_of_the_one_that_is_going(qtbot: QtBot) -> None:
    pages, gone = QStackedWidget(), list[weakref.ref[Column]]()
    qtbot.addWidget(pages)
    pages.show()
    for _ in range(4):
        show_another(pages)
        assert isinstance(first_field(pages), QPushButton)
        gone += [weakref.ref(each) for each in going(pages)]
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [page() for page in gone] == [None] * 3


def show_another(pages: QStackedWidget) -> None:
    """A page takes the place of the one before, which is to be destroyed and is not yet."""
    column, before = Column(), pages.currentWidget()
    column.put(button("Open"))
    pages.setCurrentIndex(pages.addWidget(column))
    QApplication.processEvents()
    if before is not None:
        pages.removeWidget(before)
        before.deleteLater()


def going(pages: QStackedWidget) -> list[Column]:
    return [each for each in pages.children() if isinstance(each, Column) and pages.indexOf(each) < 0]
