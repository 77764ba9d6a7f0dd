"""Colours and text size are chosen on a page or by keys, take effect at once, and stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.settings import read_settings
from tests.ui.conftest import unlocked
from tests.ui.standing import window_on
from ui import theme
from ui.look import Look
from ui.main_window import MainWindow
from ui.screens.settings.view import SettingsView
from ui.tokens import BODY_PX, HIGH, LIGHT
from ui.widgets.choice_field import ChoiceField


@pytest.fixture
def chosen(qtbot: QtBot, qapp: QApplication, vault: Path, tmp_path: Path) -> Iterator[MainWindow]:
    theme.apply(qapp, LIGHT)
    window = window_on(vault, look=Look(tmp_path / "settings", qapp))
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()
    theme.apply(qapp, LIGHT)


def test_a_choice_builds_the_window_anew_where_it_was_and_is_kept(
    qtbot: QtBot, qapp: QApplication, chosen: MainWindow, tmp_path: Path
) -> None:
    before = unlocked(qtbot, chosen)
    before.go("settings")
    view = before.screens["settings"].view
    assert isinstance(view, SettingsView)
    text_size = view.fields["text_size"]
    assert isinstance(text_size, ChoiceField)
    with qtbot.waitSignal(before.destroyed):
        text_size.buttons["200"].click()
    inside = chosen.inside
    assert inside is not None
    qtbot.waitUntil(lambda: inside.now == "settings")
    assert qapp.font().pixelSize() == 2 * BODY_PX
    assert read_settings(tmp_path / "settings").text_size == 200


def test_keys_make_the_text_larger_and_smaller_at_the_door_too(qapp: QApplication, chosen: MainWindow) -> None:
    QTest.keyClick(chosen, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert qapp.font().pixelSize() == round(1.5 * BODY_PX)
    QTest.keyClick(chosen, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert qapp.font().pixelSize() == BODY_PX


def test_strong_contrast_is_worn_everywhere(qtbot: QtBot, chosen: MainWindow) -> None:
    before = unlocked(qtbot, chosen)
    with qtbot.waitSignal(before.destroyed):
        chosen.look.choose("colours", "high")
    assert theme.colours_now() == HIGH
