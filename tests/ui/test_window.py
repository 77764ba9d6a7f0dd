"""The real window on a real vault: unlock, see visits, plan one. Nothing typed is lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop import demo
from ui import theme
from ui.app import window_on
from ui.main_window import MainWindow
from ui.tokens import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Colours, contrast


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert list(demo.make(folder))
    return folder / "vault"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, made: Path, tmp_path: Path) -> Iterator[MainWindow]:
    theme.apply(qapp, LIGHT)
    window = window_on(Path(shutil.copytree(made, tmp_path / "vault")))
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def unlock(qtbot: QtBot, window: MainWindow, passphrase: str) -> None:
    window.unlock.passphrase.setText(passphrase)
    window.unlock.button.click()


def test_a_wrong_passphrase_is_told_at_the_field_and_the_door_stays_usable(qtbot: QtBot, window: MainWindow) -> None:
    unlock(qtbot, window, "not this one")
    qtbot.waitUntil(lambda: "Nothing is lost" in window.unlock.problem.text())
    assert "Nothing is lost" in window.unlock.passphrase.accessibleName()
    assert window.unlock.button.isEnabled()


def test_after_unlocking_the_visits_are_shown_in_words(qtbot: QtBot, window: MainWindow) -> None:
    unlock(qtbot, window, demo.PASSPHRASE)
    qtbot.waitUntil(lambda: window.today is not None and window.today.visits.count() == 2)
    assert window.today is not None
    lines = [window.today.visits.item(row).text() for row in range(2)]
    assert lines == ["24 Oct 2026: Margaret. Planned.", "14 Oct 2026: Margaret. Complete and signed."]


def test_a_new_visit_needs_only_what_to_call_the_person(qtbot: QtBot, window: MainWindow) -> None:
    unlock(qtbot, window, demo.PASSPHRASE)
    qtbot.waitUntil(lambda: window.today is not None and window.today.visits.count() == 2)
    today = window.today
    assert today is not None
    today.button.click()
    qtbot.waitUntil(lambda: "likes to be called" in today.said.text())
    today.call_me.setText("Idris")
    today.button.click()
    qtbot.waitUntil(lambda: today.visits.count() == 3)
    assert "Saved on this laptop at" in today.said.text()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_colours_can_be_read(colours: Colours) -> None:
    weak = [pair for pair in TEXT_PAIRS if contrast(*(getattr(colours, name) for name in pair)) < 4.5]
    weak += [pair for pair in SHAPE_PAIRS if contrast(*(getattr(colours, name) for name in pair)) < 3]
    assert not weak


def test_the_first_window_does_not_wait_for_the_database_library() -> None:
    script = "import sys, ui.app; print([name for name in ('sqlalchemy', 'typst', 'zxcvbn') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
