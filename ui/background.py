"""Work off the window's thread: one storage worker, results back in the window's own thread. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from msp_desktop.errors import Failure

if TYPE_CHECKING:
    from concurrent.futures import Future

    from ui.worker import Worker

T = TypeVar("T")


class Background(QObject):
    """Runs one operation at a time, in order. A Failure goes to `failed`; any other exception to the crash door.

    `has_failed` tells whether anything has ended in a Failure since it was last set to false.
    """

    _ended = Signal(object, object, object)

    def __init__(
        self, parent: QObject | None = None, *, worker: Worker | None = None, name: str = "storage",
        begin: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._name, self._begin = name, begin
        if worker is not None:
            self._worker = worker
        self._is_dismissed = self._is_dropped = self.has_failed = False
        # Always queued, so in order and never within `run`: what is done before anybody could wait for its end is told
        # in this thread, and would overtake the failure of what was begun before it.
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _worker(self) -> Worker:
        from ui.worker import Worker  # the door is painted before anything is to be done

        return Worker(max_workers=1, thread_name_prefix=self._name, initializer=self._begin)

    def run(self, operation: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Failure], None]) -> None:
        """Start `operation`; exactly one of `done` and `failed` is called later, in the window's thread."""
        if self._is_dismissed or self._worker.is_over:
            return
        future = self._worker.submit(operation)
        future.add_done_callback(lambda ended: self._ended.emit(ended, done, failed))

    def beside(self) -> Background:
        """Another one that shares the thread, and its order, and can be dismissed by itself."""
        return Background(self.parent(), worker=self._worker)

    def dismiss(self) -> None:
        """Finish what was begun and begin nothing more: the vault that it was for is being closed."""
        self._is_dismissed = True

    def resume(self) -> None:
        """Begin things again: what it is for is back."""
        self._is_dismissed = self._is_dropped = False

    def drop(self) -> None:
        """Begin nothing more, and tell nobody what comes of what was begun: those who asked are going away."""
        self._is_dismissed = self._is_dropped = True

    def stop(self) -> None:
        """Wait for what was begun and end the worker."""
        self._worker.is_over = True
        self._worker.shutdown(wait=True)

    @Slot(object, object, object)
    def _deliver(self, future: Future[Any], done: Callable[[Any], None], failed: Callable[[Failure], None]) -> None:
        try:
            result = future.result()
        except Failure as failure:
            self.has_failed = True
            if not self._is_dropped:
                failed(failure)
        else:
            if not self._is_dropped:
                done(result)
