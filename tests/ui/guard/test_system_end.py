"""The system ends the program: everything typed is found again, within five seconds, whatever stood in the window."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QSessionManager
from pytestqt.qtbot import QtBot

from msp_desktop import demo
from msp_desktop.opening import open_vault
from tests.ui.visit.conftest import Desk
from tests.ui.visit.typing_until_killed import WORDS
from ui.main_window import MainWindow
from ui.system_end import SystemEnd

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other ways to say it")
@pytest.mark.parametrize(("how_far", "told"), [
    ("typed", signal.SIGTERM), ("asked", signal.SIGTERM), ("hidden", signal.SIGTERM), ("typed", signal.SIGHUP),
])  # fmt: skip
def test_what_was_being_typed_is_there_after_the_system_ended_the_program(
    how_far: str, told: signal.Signals, vault: Path, tmp_path: Path
) -> None:
    where = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.ui.visit.typing_until_killed", str(vault), how_far]
    with subprocess.Popen(command, env=where, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == f"{how_far}\n"
        asked_at = time.monotonic()
        child.send_signal(told)
        assert child.wait(timeout=60) == 0
        assert time.monotonic() - asked_at < SECONDS
    assert lines_in(vault) == [WORDS]


@pytest.fixture
def end(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> SystemEnd:
    """The signals, and the program itself, are the test runner's own."""
    monkeypatch.setattr("ui.system_end.SystemEnd._hear_signals", lambda _: None)
    monkeypatch.setattr("ui.system_end.QApplication.exit", lambda _: None)
    return SystemEnd(window)


class Manager:
    """What the desktop gives when its session ends."""

    def setRestartHint(self, hint: Any) -> None:  # noqa: ANN401 - Qt's own name and type
        self.hint = hint


def test_the_end_of_the_session_saves_closes_the_vault_and_starts_nothing_again(
    window: MainWindow, desk: Desk, vault: Path, end: SystemEnd
) -> None:
    desk.start()
    desk.view.here.lines.words.setPlainText(WORDS)
    manager: Any = Manager()
    end.commit(manager)
    assert manager.hint == QSessionManager.RestartHint.RestartNever
    assert not window.isVisible()
    assert lines_in(vault) == [WORDS]


def test_a_session_that_is_only_written_down_saves_and_goes_on(
    qtbot: QtBot, window: MainWindow, desk: Desk, end: SystemEnd
) -> None:
    desk.start()
    desk.view.here.lines.words.setPlainText(WORDS)
    manager: Any = Manager()
    end.keep(manager)
    qtbot.waitUntil(lambda: [each.words for each in desk.saved().body.statements] == [WORDS])
    assert window.isVisible()


def lines_in(vault: Path) -> list[str]:
    """The lines of the visit that is going on, saved or as a draft; the vault is free to be opened."""
    workspace = open_vault(vault, demo.PASSPHRASE)
    going_on, drafts = workspace.visits.going_on(), workspace.visits.drafts()
    workspace.close()
    assert going_on is not None
    body = drafts[0].body if drafts else going_on.body
    return [each.words for each in body.statements]
