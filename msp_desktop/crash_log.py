"""What is written down when the program itself is at fault: kinds of error and places in the code, nothing else.

An error's own words and values quote what was recorded, so they are never asked for.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE, NATIVE = "crashes.log", "native-crash.log"
_LARGEST, _FORMAT, _MOST = 64 * 1024, "%(asctime)s %(message)s", 50


class _Quiet(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:
        """A disk that refuses is no reason to write elsewhere."""


class CrashLog:
    """A small file that rolls over once; after fifty lines in one run it is quiet, so that the first cause stays.

    Where the folder cannot be written, nothing is written down and nobody is kept from working.
    """

    def __init__(self, folder: Path) -> None:
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder, self._lines = folder, 0
        self._log = logging.Logger("crashes")
        handler = _Quiet(folder / FILE, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter(_FORMAT))
        self._log.addHandler(handler)

    def error(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """An error that nobody expected."""
        self.line(" < ".join((kind.__name__, *reversed(list(places(trace))))))

    def line(self, words: str) -> None:
        """One line of the program's own words."""
        self._lines += 1
        if self._lines <= _MOST:
            self._log.error("%s", words)

    def close(self) -> None:
        """Let go of the file."""
        for handler in self._log.handlers:
            handler.close()


def places(trace: TracebackType | None) -> Iterator[str]:
    """Module, line and function of each step, outermost first; no path, which can hold a person's name."""
    for frame, line in traceback.walk_tb(trace):
        yield f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
