"""Only one window works on a vault: a second one says so at its door, and the first one goes on."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from msp_desktop import demo
from tests.ui.standing import window_on
from ui.inside import Inside
from ui.main_window import MainWindow


def test_a_second_window_says_in_one_sentence_that_the_records_are_open_already(
    qtbot: QtBot, window: MainWindow, inside: Inside, vault: Path
) -> None:
    second = window_on(vault)
    qtbot.addWidget(second)
    second.show()
    second.unlock.passphrase.setText(demo.PASSPHRASE)
    second.unlock.button.click()
    qtbot.waitUntil(lambda: second.unlock.problem.isVisible())
    assert second.unlock.problem.text() == (
        "This vault is already open in another window. Nothing was changed. Use that window, or close it first."
    )
    assert second.unlock.button.isEnabled()
    assert window.inside is inside
    window.close()
    second.unlock.button.click()
    qtbot.waitUntil(lambda: second.inside is not None)
    second.close()
