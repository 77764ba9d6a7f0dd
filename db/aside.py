"""Work on an open vault beside the thread that writes: it can be told to stop, and ends before the keys are wiped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from db.errors import Stopped

Stop = Callable[[], bool]
"""Asked now and then by long work: whether it is wanted no longer."""


class Aside:
    """Counts what is going on, so that closing can wait for it."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._going_on, self._is_over = 0, False

    @contextmanager
    def work(self) -> Iterator[Stop]:
        """Something that takes a while. Raises Stopped where the vault is being closed already."""
        with self._changed:
            if self._is_over:
                raise Stopped
            self._going_on += 1
        try:
            yield self._is_stopped
        finally:
            with self._changed:
                self._going_on -= 1
                self._changed.notify_all()

    def end(self) -> None:
        """Let nothing more begin, tell what goes on to stop, and wait until it has."""
        with self._changed:
            self._is_over = True
            self._changed.wait_for(lambda: not self._going_on)

    def _is_stopped(self) -> bool:
        return self._is_over


def never() -> bool:
    """For work that nobody stops."""
    return False


def go_on_unless(stop: Stop) -> None:
    """Raises Stopped where it is wanted no longer."""
    if stop():
        raise Stopped
