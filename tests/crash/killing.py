"""Kills a process with SIGKILL in the middle: before a chosen line of the vault's code, or while it saves."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import TraceFunction

Deed = Callable[[Path], None]
Saving = Callable[[Path, Callable[[str], None]], None]
"""Saves and, after each durable save, says what it saved."""
_ROOT = Path(__file__).parents[2]
_WATCHED = {
    _ROOT / "db": {
        "attachments", "backup", "copying", "disk", "header", "manifest", "mark", "outbox", "restore", "rotation",
        "sealing", "unfinished", "vault",
    },
    _ROOT / "db" / "migrations": {"format", "frozen"},
    _ROOT / "msp_desktop": {"notices", "opening"},
    _ROOT / "msp_desktop" / "sync": {"bundle", "exporting"},
}  # fmt: skip
"""The lines of these modules, by their folder, are the moments at which a deed can be killed."""
# A server that has imported everything once forks in milliseconds, and no test's threads come along.
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.crash.deeds", "tests.crash.program", "tests.crash.upgrading"])


def lines_of(deed: Deed, folder: Path) -> int:
    """How many lines of the vault's code a deed runs through when nothing stops it."""
    reading, writing = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_count, args=(deed, folder, writing))
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"{deed.__name__} does not even work undisturbed")
    return int(reading.recv())


def kill_before(line: int, deed: Deed, folder: Path) -> bool:
    """Do a deed and be killed before the nth line of the vault's code; False where it was done before that."""
    process = _PROCESSES.Process(target=_die, args=(line, deed, folder))
    process.start()
    process.join()
    if process.exitcode not in (0, -signal.SIGKILL):
        raise RuntimeError(f"{deed.__name__} failed by itself")
    return process.exitcode != 0


def kill_while_saving(acknowledged: int, deed: Saving, folder: Path) -> list[str]:
    """Kill a deed that saves without end once so much was acknowledged; returns all that it had acknowledged."""
    reading, writing = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=deed, args=(folder, writing.send))
    process.start()
    writing.close()
    told = [str(reading.recv()) for _ in range(acknowledged)]
    process.kill()
    process.join()
    while reading.poll():
        try:
            told.append(str(reading.recv()))
        except EOFError:
            break
    return told


def _count(deed: Deed, folder: Path, writing: Connection) -> None:
    seen = 0

    def on_line() -> None:
        nonlocal seen
        seen += 1

    _trace(deed, folder, on_line)
    writing.send(seen)


def _die(line: int, deed: Deed, folder: Path) -> None:
    left = line

    def on_line() -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    _trace(deed, folder, on_line)


def _trace(deed: Deed, folder: Path, on_line: Callable[[], None]) -> None:
    def each_call(frame: FrameType, _event: str, _value: object) -> TraceFunction | None:
        path = Path(frame.f_code.co_filename)
        return each_line if path.stem in _WATCHED.get(path.parent, ()) else None

    def each_line(_frame: FrameType, event: str, _value: object) -> TraceFunction:
        if event == "line":
            on_line()
        return each_line

    sys.settrace(each_call)
    try:
        deed(folder)
    finally:
        sys.settrace(None)
