"""Every page begins at its top, with its title, also where large text leaves little room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import unlocked
from ui import theme
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.tokens import LIGHT
from ui.widgets.column import Column


@pytest.fixture
def large(qtbot: QtBot, qapp: QApplication, window: MainWindow) -> Iterator[Inside]:
    """The window behind the door, with text at 200 % and nothing offered over the page."""
    theme.apply(qapp, LIGHT, scale=2)
    window.pin.is_put_off = True
    yield unlocked(qtbot, window)
    theme.apply(qapp, LIGHT)


@pytest.mark.parametrize("name", [page.name for page in PAGES])
def test_a_page_begins_at_its_top(qtbot: QtBot, large: Inside, name: str) -> None:
    large.go(name)
    view, came = large.screens[name].view, list[None]()
    large.shell.background.run(lambda: None, done=came.append, failed=lambda _: None)
    qtbot.waitUntil(lambda: bool(came))
    QApplication.processEvents()  # what came gets its place
    columns = [view] if isinstance(view, Column) else view.findChildren(Column)
    assert [each.verticalScrollBar().value() for each in columns if each.isVisible()] == [0]


def test_the_keyboard_is_in_the_first_field_where_it_is_seen(qtbot: QtBot, large: Inside) -> None:
    view = large.go("search").view
    qtbot.waitUntil(lambda: view.isAncestorOf(QApplication.focusWidget() or large))
