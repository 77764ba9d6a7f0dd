"""What is written down when the program itself is at fault: kinds of error and places in the code, nothing else.

An error's own words and values quote what was recorded, so they are never asked for.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging

FILE, NATIVE = "crashes.log", "native-crash.log"
_LARGEST, _FORMAT, _MOST = 64 * 1024, "%(asctime)s %(message)s", 50


class CrashLog:
    """A small file that rolls over once; after fifty lines in one run it is quiet, so that the first cause stays.

    Where the folder cannot be written, nothing is written down and nobody is kept from working.
    """

    def __init__(self, folder: Path) -> None:
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder, self._lines = folder, 0

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

    @cached_property
    def _log(self) -> logging.Logger:
        import logging  # most starts have nothing to write down, and should not wait for it
        from logging.handlers import RotatingFileHandler

        log = logging.Logger("crashes")
        handler = RotatingFileHandler(
            self.folder / FILE, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter(_FORMAT))
        # A disk that refuses is no reason to write elsewhere.
        handler.handleError = lambda record: None  # type: ignore[method-assign]
        log.addHandler(handler)
        return log


def places(trace: TracebackType | None) -> Iterator[str]:
    """Module, line and function of each step, outermost first; no path, which can hold a person's name."""
    for frame, line in traceback.walk_tb(trace):
        yield f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
