"""One record while it is being written: changes as they are typed, a draft behind them, and steps that save it all.

Knows no screen. Changes are functions from body to body, so that what is typed while a save runs is never lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from msp_desktop.errors import Failure
from ui.autosave import Autosave
from ui.background import Background

if TYPE_CHECKING:
    from msp_desktop.record.body import Body
    from msp_desktop.record.record import Record, Shelf

B = TypeVar("B", bound="Body")
T = TypeVar("T")
Change = Callable[[B], B]
Step = Callable[["Record[B]"], "Record[B]"]


class Writing(QObject, Generic[B]):
    """`saved` tells a new revision to show, `kept` the local time at which all that was typed is on disk.

    `revised` tells that it is so in a revision, and not only in a draft, as after every pause in typing.
    """

    saved = Signal()
    kept = Signal(str)
    revised = Signal()
    failed = Signal(str)
    told = Signal(str)

    def __init__(
        self, shelf: Shelf[B], record: Record[B], background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shelf, self.background, self.record = shelf, background, record
        self._latest = record  # the storage thread's own; it may be ahead of `record`
        self._unsaved: dict[str, Change[B]] = {}
        self._place: dict[str, int] = {}  # in which order things were first typed
        self._on_the_way: list[dict[str, Change[B]]] = []
        self._on_disk: dict[str, Change[B]] = {}  # what the draft is known to hold
        self.autosave = Autosave(self._keep, self)

    @property
    def body(self) -> B:
        """The record with everything that was typed."""
        body = self.record.body
        for changes in (*self._on_the_way, self._unsaved):
            body = _with(changes, body)
        return body

    def holds(self, name: str) -> bool:
        """Whether a change of this name is not in any revision yet."""
        return name in self._unsaved

    def change(self, name: str, how: Change[B]) -> None:
        """Something was typed; a later change of the same name takes its place."""
        self._place.setdefault(name, len(self._place))
        self._unsaved[name] = how
        self.autosave.touch()

    def bring_back(self, name: str, how: Change[B]) -> None:
        """Something that was typed before and is on disk as the draft already."""
        self._place.setdefault(name, len(self._place))
        self._unsaved[name] = self._on_disk[name] = how

    def take_back(self, name: str) -> None:
        """What was typed under a name is to be forgotten."""
        if self._unsaved.pop(name, None) is not None:
            self.autosave.touch()

    @property
    def is_saved(self) -> bool:
        """Whether everything that was typed is in a revision."""
        return not self._unsaved and not any(self._on_the_way)

    @property
    def is_kept(self) -> bool:
        """Whether everything that was typed is on disk, in a revision or as a draft."""
        return not any(self._on_the_way) and all(self._on_disk.get(name) is how for name, how in self._unsaved.items())

    def save(self, take: Step[B] | None = None, *, then: Callable[[Record[B]], None] = lambda _: None) -> bool:
        """Make one revision of what was typed, by `take` if that is given; false, and nothing, where nothing was."""
        if not self._unsaved:
            return False
        self.step(take or (lambda record: self._shelf.save(record, record.body)), then=then)
        return True

    def step(self, take: Step[B], *, then: Callable[[Record[B]], None] = lambda _: None) -> None:
        """Save what was typed together with one step, as one revision."""
        self.autosave.stop()
        changes, self._unsaved = self._unsaved, {}
        self._on_the_way.append(changes)
        drafted: list[dict[str, Change[B]]] = []

        def taken() -> Record[B]:
            before = replace(self._latest, body=_with(changes, self._latest.body))
            is_taken = False
            try:
                self._latest, is_taken = take(before), True
            finally:
                if not is_taken and changes:
                    self._shelf.keep_draft(before.id, before.body, base=before.rev)
                    drafted.append(changes)
            return self._latest

        self._ask(
            taken,
            done=lambda record: self._saved(record, changes, then),
            failed=lambda failure: self._not_saved(failure, changes, drafted=bool(drafted)),
        )

    def _ask(self, operation: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Failure], None]) -> None:
        # Its page may go while a draft is being kept: then it is kept all the same, and nobody is there to be told.
        self.background.run(
            operation,
            done=lambda result: done(result) if isValid(self) else None,
            failed=lambda failure: failed(failure) if isValid(self) else None,
        )

    def _saved(self, record: Record[B], changes: dict[str, Change[B]], then: Callable[[Record[B]], None]) -> None:
        from msp_desktop.record.entry import removed_sentence

        self._on_the_way.remove(changes)
        self.record = record
        self.saved.emit()
        then(record)
        self._tell_kept()
        self.revised.emit()
        if record.removed:
            self.told.emit(removed_sentence(record.removed))

    def _not_saved(self, failure: Failure, changes: dict[str, Change[B]], *, drafted: bool) -> None:
        self._on_the_way.remove(changes)
        self._on_disk = changes if drafted else {}
        newer = {name for later in (*self._on_the_way, self._unsaved) for name in later}
        back = {name: how for name, how in changes.items() if name not in newer}
        self._unsaved = dict(sorted((back | self._unsaved).items(), key=lambda change: self._place[change[0]]))
        self.failed.emit(str(failure))
        if self._unsaved:
            self.autosave.touch()

    def _keep(self) -> None:
        changes = dict(self._unsaved)

        def kept() -> None:
            latest = self._latest
            if changes:
                self._shelf.keep_draft(latest.id, _with(changes, latest.body), base=latest.rev)
            else:
                self._shelf.drop_draft(latest.id)

        self._ask(kept, done=lambda _: self._kept(changes), failed=self._not_kept)

    def _kept(self, changes: dict[str, Change[B]]) -> None:
        self._on_disk = changes
        self._tell_kept()

    def _not_kept(self, failure: Failure) -> None:
        self.failed.emit(str(failure))
        self.autosave.again()

    def _tell_kept(self) -> None:
        self.kept.emit(time_now())


def time_now() -> str:
    """The local time, as "Saved on this laptop at" says it."""
    return datetime.now().astimezone().strftime("%H:%M:%S")


def _with(changes: Mapping[str, Change[B]], body: B) -> B:
    for change in changes.values():
        body = change(body)
    return body
