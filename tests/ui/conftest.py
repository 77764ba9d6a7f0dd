"""A demo vault made once, a copy of it and a real window for each test, and what a user does with them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop import demo
from tests.ui.standing import window_on
from ui import theme
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.today.view import TodayView
from ui.tokens import LIGHT


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert list(demo.make_short(folder))
    return folder / "vault"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["msp-desktop", "-style", "Fusion"]


@pytest.fixture
def vault(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "vault"))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, vault: Path) -> Iterator[MainWindow]:
    theme.apply(qapp, LIGHT)
    window = window_on(vault)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


@pytest.fixture
def inside(qtbot: QtBot, window: MainWindow) -> Inside:
    """The window behind the door, with Today and the demo's visits."""
    return unlocked(qtbot, window)


@pytest.fixture
def today(inside: Inside) -> TodayView:
    view = inside.screens["today"].view
    assert isinstance(view, TodayView)
    return view


def unlocked(qtbot: QtBot, window: MainWindow) -> Inside:
    """Enter the passphrase and wait for Today."""
    window.unlock.passphrase.setText(demo.PASSPHRASE)
    window.unlock.button.click()
    qtbot.waitUntil(lambda: window.inside is not None)
    inside = window.inside
    assert inside is not None
    qtbot.waitUntil(lambda: "today" in inside.screens)
    view = inside.screens["today"].view
    assert isinstance(view, TodayView)
    qtbot.waitUntil(lambda: view.shown is not None)
    return inside
