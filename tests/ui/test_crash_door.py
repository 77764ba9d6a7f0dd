"""When the program is at fault: nothing recorded leaves the vault, what was typed is kept, and it starts anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.crash_log import FILE, CrashLog
from msp_desktop.last_end import CLOSED, take_end, write_end
from tests.ui.crashing import FAULTS, MARKER, TYPED
from ui.crash_door import CrashDoor
from ui.ending import AT_DOOR, Ending
from ui.main_window import MainWindow
from ui.restart import command

ROOT = Path(__file__).resolve().parents[2]


def crash(fault: str, vault: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the real program in a home of its own until it has gone wrong and, where it does, started anew."""
    where = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "tests.ui.crashing", fault, "--vault", str(vault)]
    return subprocess.run(words, env=where, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("fault", [each for each in FAULTS if each not in ("below_python", "at_the_lock")])
def test_a_fault_leaks_nothing_and_what_was_typed_is_there_at_the_next_start(
    fault: str, vault: Path, tmp_path: Path
) -> None:
    done = crash(fault, vault, tmp_path)
    told, drafts = done.stdout.splitlines()
    assert re.fullmatch(
        r"The program made a mistake.* until \d\d:\d\d:\d\d is on this laptop\. Unlock to go on\.", told
    )
    assert drafts == "[True]"
    assert done.returncode == 0
    assert MARKER not in done.stderr and TYPED not in done.stderr
    assert_nothing_leaked(tmp_path)


def test_a_crash_below_python_is_told_at_the_next_start(vault: Path, tmp_path: Path) -> None:
    assert crash("below_python", vault, tmp_path).returncode != 0
    assert crash("in_a_slot", vault, tmp_path).stdout.splitlines()[0] == CLOSED
    assert_nothing_leaked(tmp_path)


def test_locking_starts_a_fresh_process_that_has_nothing_to_tell(vault: Path, tmp_path: Path) -> None:
    done = crash("at_the_lock", vault, tmp_path)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "")


def assert_nothing_leaked(home: Path) -> None:
    files = [path for path in home.rglob("*") if path.is_file()]
    assert any(path.name == FILE or path.name.startswith("native-crash") for path in files)
    for words in (MARKER, TYPED):
        assert not [path for path in files if words.encode() in path.read_bytes()]


def test_the_log_holds_kinds_and_places_and_no_words(tmp_path: Path) -> None:
    log = CrashLog(tmp_path)
    try:
        int(MARKER)
    except ValueError as error:
        log.error(type(error), error.__traceback__)
    log.close()
    written = (tmp_path / FILE).read_text("utf-8")
    assert re.search(r"ValueError < .*test_crash_door:\d+ test_the_log_holds", written)
    assert MARKER not in written
    assert str(ROOT) not in written


def test_the_log_stays_small(tmp_path: Path) -> None:
    for _ in range(100):
        log = CrashLog(tmp_path)
        for _ in range(200):
            log.line("x" * 60)
        log.close()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 200_000


def test_a_folder_that_cannot_be_written_keeps_nobody_from_working(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state").write_text("a file in the way")
    door = CrashDoor(tmp_path / "state")
    door.log.line("something")
    write_end(tmp_path / "state", saved_until=None)
    assert take_end(tmp_path / "state") == ""
    assert not door.ended_natively
    assert capfd.readouterr() == ("", "")


def test_how_it_ended_is_told_once(tmp_path: Path) -> None:
    write_end(tmp_path, saved_until=None)
    assert take_end(tmp_path) == CLOSED
    assert take_end(tmp_path) == ""
    (tmp_path / "ended.txt").write_text("not what we wrote")
    assert take_end(tmp_path) == ""


def test_a_fault_at_the_door_is_told_there_and_starts_nothing(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    before = window.door
    Ending(window, tmp_path).at_fault()
    assert window.unlock.told.words.text() == AT_DOOR
    with qtbot.waitSignal(before.destroyed):
        pass
    assert list(tmp_path.glob("ended*")) == []


@pytest.mark.parametrize(
    "words",
    [
        ["python", "-m", "msp_desktop"],
        ["python", "-m", "msp_desktop", "--vault", "elsewhere"],
        ["python", "-m", "msp_desktop", "--vault=elsewhere"],
    ],
)
def test_the_program_starts_anew_at_the_door_of_the_same_vault(words: list[str]) -> None:
    assert command(Path("here"), words) == [sys.executable, "-m", "msp_desktop", "--vault", "here"]
