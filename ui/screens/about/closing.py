"""Writings that nobody sees any more: each goes once it is on disk, and until then it is in this memory alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from ui.writing import Writing

if TYPE_CHECKING:
    from msp_desktop.record.body import Body
    from msp_desktop.record.ids import RecordId

B = TypeVar("B", bound="Body")


class Closing(Generic[B]):
    """`save` saves one of them; it is tried once more at every leave, where a disk had no room the last time."""

    def __init__(self, save: Callable[[Writing[B]], None]) -> None:
        self._save, self._left = save, list[Writing[B]]()

    def close(self, writing: Writing[B] | None) -> None:
        """Nobody writes in this one any more."""
        if writing is not None:
            self._left.append(writing)
            writing.kept.connect(lambda _: self._look_at(writing))
            self._after_all(writing)

    def save_again(self) -> None:
        """Save what could not be saved before."""
        for writing in self._left:
            self._save(writing)
            self._after_all(writing)

    def take(self, id: RecordId) -> Writing[B] | None:
        """The one of this record that is not on disk yet, to go on with it."""
        found = next((each for each in self._left if each.record.id == id), None)
        if found is not None:
            self._left.remove(found)
        return found

    def _after_all(self, writing: Writing[B]) -> None:
        # What its last save brings back still goes to it, so it goes after that.
        writing.background.run(lambda: None, done=lambda _: self._look_at(writing), failed=lambda _: None)

    def _look_at(self, writing: Writing[B]) -> None:
        if writing in self._left and writing.is_kept:
            self._left.remove(writing)
            writing.deleteLater()
