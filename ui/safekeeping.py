"""Backups that happen by themselves, and the check: long work in a thread of its own, begun once at a time.

It outlives the pages, which show how it stands. Draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from msp_desktop.errors import Failure, FaultsFound
from msp_desktop.settings import WARNINGS
from msp_desktop.translation import tr
from ui.background import Background

if TYPE_CHECKING:
    from msp_desktop.safety import Check, Made, Safety, Standing

T = TypeVar("T")

SOON, AGAIN = 15_000, 60 * 60_000
"""Milliseconds after unlocking until a backup that is due begins, and until it is looked for again."""

NOT_MADE = tr("Today's backup could not be made: {reason} What you record is saved all the same.")


class Safekeeping(QObject):
    """`changed` tells that something began or ended: `doing` and `said` hold what, `failure` why it ended badly.

    `is_elsewhere` says that it is about a backup in another place. `told` is for the notice. `wanted` are the warnings
    (`settings.WARNINGS`) that somebody wants to be told.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(
        self, safety: Safety, *, keeping: Background, storage: Background, parent: QObject, wanted: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self._safety, self._keeping, self._storage, self._wanted = safety, keeping, storage, wanted
        self.doing, self.said, self.is_elsewhere = "", "", False
        self.failure: Failure | None = None
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        storage.run(safety.standing, done=self._warn, failed=self._failed)

    def look(self) -> None:
        """Make a backup where the last good one is older than a day."""
        self._timer.start(AGAIN)
        self._keeping.run(self._safety.is_due, done=self._back_up_if, failed=self._not_made)

    def back_up(self) -> None:
        """Make a backup beside the records now."""
        self._do(tr("A backup is being made. You can go on working."), self._safety.back_up, done=self._made)

    def back_up_elsewhere(self, folder: Path, passphrase: str) -> None:
        """Make one in another place."""
        self._do(
            tr("A backup is being made there. You can go on working."),
            lambda: self._safety.back_up_elsewhere(folder, passphrase), done=self._made_elsewhere, is_elsewhere=True,
        )  # fmt: skip

    def check(self) -> None:
        """Read everything back."""
        self._do(tr("Everything is being read back. You can go on working."), self._safety.check, done=self._checked)

    def end(self) -> None:
        """The vault is being closed."""
        self._timer.stop()
        self._keeping.drop()
        self._storage.drop()
        self.deleteLater()

    def _warn(self, standing: Standing) -> None:
        due = [WARNINGS[code] for code in standing.warnings() if code in self._wanted]
        if due:
            self.told.emit(tr("{warnings}. Settings says more.").format(warnings=". ".join(due)))

    def _back_up_if(self, is_due: bool) -> None:
        if is_due and not self.doing:
            self._do(
                tr("A backup is being made. You can go on working."), self._safety.back_up, done=self._made,
                failed=self._not_made,
            )  # fmt: skip

    def _do(
        self, words: str, operation: Callable[[], T], *, done: Callable[[T], None],
        failed: Callable[[Failure], None] | None = None, is_elsewhere: bool = False,
    ) -> None:  # fmt: skip
        if not self.doing:
            self.doing, self.said, self.failure, self.is_elsewhere = words, "", None, is_elsewhere
            self._keeping.run(operation, done=done, failed=failed or self._failed)
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
        if check.faults:
            words = tr("The check found {n} faults. Nothing was changed. Ask your IT team to restore from a backup.")
            ended = lambda _: self._failed(FaultsFound(words, n=check.faults))  # noqa: E731
        else:
            ended = lambda _: self._end(tr("Everything read back as it was saved."))  # noqa: E731
        self._storage.run(lambda: self._safety.note(check), done=ended, failed=self._failed)

    def _not_made(self, failure: Failure) -> None:
        if "backup" in self._wanted:
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
