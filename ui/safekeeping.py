"""Backups that happen by themselves, and the check: long work in a thread of its own, begun once at a time.

It outlives the pages, which show how it stands. Draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from msp_desktop.errors import Failure, FaultsFound
from msp_desktop.settings import WARNINGS
from msp_desktop.thread_priority import stand_back
from msp_desktop.translation import tr
from ui.background import Background

if TYPE_CHECKING:
    from msp_desktop.safety import Check, Made, Safety, Standing

T = TypeVar("T")

SOON, AGAIN = 15_000, 60 * 60_000
"""Milliseconds after unlocking until a backup that is due begins, and until it is looked for again."""

BACKING_UP = tr("A backup is being made. You can go on working.")
READING_BACK = tr("Everything is being read back. You can go on working.")
NOT_MADE = tr("Today's backup could not be made: {reason} What you record is saved all the same.")


class Open(NamedTuple):
    """The vault that is open: its safety net, the threads for it, and the warnings that are wanted."""

    safety: Safety
    keeping: Background
    storage: Background
    wanted: tuple[str, ...]


class Safekeeping(QObject):
    """`changed` tells that something began or ended: `doing` and `said` hold what, `failure` why it ended badly.

    `is_elsewhere` says that it is about a backup in another place. `told` is for the notice.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, parent: QObject, storage: Background) -> None:
        super().__init__(parent)
        self._thread, self._storage = Background(self, name="keeping", begin=stand_back), storage
        self.doing, self.said, self.is_elsewhere = "", "", False
        self.failure: Failure | None = None
        self._open: Open | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def begin(self, safety: Safety, *, wanted: Sequence[str]) -> None:
        """A vault is open. `wanted` are the warnings (`settings.WARNINGS`) that somebody wants to be told."""
        self._open = Open(safety, self._thread.beside(), self._storage.beside(), tuple(wanted))
        self._timer.start(SOON)
        self._open.storage.run(safety.standing, done=self._warn, failed=self._failed)

    def end(self) -> None:
        """The vault is being closed, which stops what goes on; nobody is told of that."""
        self._timer.stop()
        if self._open is not None:
            self._open.keeping.drop()
            self._open.storage.drop()
        self._open, self.doing, self.said, self.failure = None, "", "", None

    def stop(self) -> None:
        """Wait for what was begun and end the thread."""
        self._thread.stop()

    def look(self) -> None:
        """Make a backup where the last good one is older than a day."""
        self._timer.start(AGAIN)
        if self._open is not None:
            self._open.keeping.run(self._open.safety.is_due, done=self._back_up_if, failed=self._not_made)

    def back_up(self) -> None:
        """Make a backup beside the records now."""
        self._do(BACKING_UP, lambda safety: safety.back_up(), done=self._made, failed=self._failed)

    def back_up_elsewhere(self, folder: Path, passphrase: str) -> None:
        """Make one in another place."""
        self._do(
            BACKING_UP, lambda safety: safety.back_up_elsewhere(folder, passphrase), done=self._made_elsewhere,
            failed=self._failed, is_elsewhere=True,
        )  # fmt: skip

    def check(self) -> None:
        """Read everything back."""
        self._do(READING_BACK, lambda safety: safety.check(), done=self._checked, failed=self._failed)

    def _warn(self, standing: Standing) -> None:
        wanted = self._open.wanted if self._open is not None else ()
        due = [WARNINGS[code] for code in standing.warnings() if code in wanted]
        if due:
            self.told.emit(tr("{warnings}. Settings says more.").format(warnings=". ".join(due)))

    def _back_up_if(self, is_due: bool) -> None:
        if is_due:
            self._do(BACKING_UP, lambda safety: safety.back_up(), done=self._made, failed=self._not_made)

    def _do(
        self, words: str, operation: Callable[[Safety], T], *, done: Callable[[T], None],
        failed: Callable[[Failure], None], is_elsewhere: bool = False,
    ) -> None:  # fmt: skip
        if self._open is None or self.doing:
            return
        self.doing, self.said, self.failure, self.is_elsewhere = words, "", None, is_elsewhere
        safety = self._open.safety
        self._open.keeping.run(lambda: operation(safety), done=done, failed=failed)
        self.changed.emit()

    def _made(self, made: Made) -> None:
        words = tr("A backup was made at {time} and read back.")
        if made.replaced:
            words = tr("A backup was made at {time} and read back. It took the place of an earlier one of today: one is"
                       " kept for each day.")  # fmt: skip
        self._end(words.format(time=_time(made.at)))

    def _made_elsewhere(self, made: Made) -> None:
        self._end(tr("A backup was made there at {time} and read back. Only your passphrase or recovery code opens it.")
                  .format(time=_time(made.at)))  # fmt: skip

    def _checked(self, check: Check) -> None:
        if self._open is not None:
            safety = self._open.safety
            self._open.storage.run(lambda: safety.note(check), done=lambda _: self._tell(check), failed=self._failed)

    def _tell(self, check: Check) -> None:
        if check.faults:
            words = tr("The check found {n} faults. Nothing was changed. Ask your IT team to restore from a backup.")
            self._failed(FaultsFound(words, n=check.faults))
        else:
            self._end(tr("Everything read back as it was saved."))

    def _not_made(self, failure: Failure) -> None:
        if self._open is not None and "backup" in self._open.wanted:
            self.told.emit(NOT_MADE.format(reason=failure))
        self._failed(failure)

    def _failed(self, failure: Failure) -> None:
        self.failure = failure
        self._end(str(failure))

    def _end(self, words: str) -> None:
        self.doing, self.said = "", words
        self.changed.emit()


def _time(moment: datetime) -> str:
    return moment.astimezone().strftime("%H:%M")
