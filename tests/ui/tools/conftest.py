"""The Tools page of the real window, on a copy of the demo vault."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.workspace import Workspace
from tests.ui.tools.hands import presses
from ui.inside import Inside
from ui.screens.tools.page import ToolsPage


@pytest.fixture
def workspace(inside: Inside) -> Workspace:
    return inside.shell.workspace


@pytest.fixture
def page(qtbot: QtBot, inside: Inside) -> ToolsPage:
    view = inside.go("tools").view
    assert isinstance(view, ToolsPage)
    qtbot.waitUntil(lambda: len(presses(view)) > 4)
    return view
