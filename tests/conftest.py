"""What holds for every test: no screen needed, no thread left behind, and a missing program is named, never hidden."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

IN_CI = bool(os.environ.get("CI"))


settings.register_profile("untimed", deadline=None)  # a busy machine is no fault
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(program, ...): programs from the system that the test runs")


def pytest_runtest_setup(item: pytest.Item) -> None:
    wanted = [program for mark in item.iter_markers("needs") for program in mark.args]
    missing = [program for program in wanted if not shutil.which(program)]
    if missing:
        cannot_run(f"missing here: {', '.join(missing)}")


def cannot_run(reason: str) -> NoReturn:
    """Skip where a person runs the tests; in CI everything must run."""
    if IN_CI:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A real disk of 4 MiB, for tests that fill it or make it read-only."""
    disk = Path(tempfile.mkdtemp())  # not in pytest's own folder: a disk left by a killed run must not stop the next
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk], capture_output=True, text=True)
    if made.returncode:
        disk.rmdir()
        cannot_run(f"no small disk can be mounted here: {made.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)
    disk.rmdir()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Closed widgets go only when an event loop runs; without this they pile up over the whole suite."""
    import sys

    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def no_thread_outlives_its_test() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before and thread.is_alive()]
    assert not left, f"threads left behind: {left}"


@pytest.fixture(autouse=True)
def no_guess_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """How dear a guess may be is measured in the program alone; a vault made here is as cheap as is allowed."""
    monkeypatch.setattr("db.argon2_cost._seconds", lambda _: float("inf"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} tests did not run because a program is missing; see above.")
