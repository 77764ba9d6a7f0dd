"""The Tools page of the real window, on a copy of the demo vault."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.tools.definition import Definition
from msp_desktop.tools.loading import loaded
from msp_desktop.workspace import Workspace
from tests.tools.a_life import LIFE
from tests.ui.tools.hands import presses
from ui import theme
from ui.inside import Inside
from ui.screens.tools.form_view import FormView
from ui.screens.tools.page import ToolsPage
from ui.tokens import LIGHT

MAPS = Path(__file__).parents[2] / "tools" / "maps.yaml"


@pytest.fixture(scope="session")
def maps() -> Definition:
    """The tool with maps, rooms and a board."""
    return loaded(MAPS.read_text("utf-8"), file=MAPS.name)


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication, maps: Definition) -> FormView:
    """Its questions, answered."""
    theme.apply(qapp, LIGHT)
    form = FormView(maps, offered=())
    qtbot.addWidget(form)
    form.load(LIFE)
    form.build_all()
    form.resize(760, 4000)
    with qtbot.waitExposed(form):
        form.show()
    return form


@pytest.fixture
def workspace(inside: Inside) -> Workspace:
    return inside.shell.workspace


@pytest.fixture
def page(qtbot: QtBot, inside: Inside) -> ToolsPage:
    view = inside.go("tools").view
    assert isinstance(view, ToolsPage)
    qtbot.waitUntil(lambda: len(presses(view)) > 4)
    return view
