"""A page that scrolls is as long as what stands on it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.column import Column
from ui.widgets.text import label


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
