"""Saving a record that was written on a person's page: what fits is saved, what does not is told and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from msp_desktop.translation import tr
from ui.writing import Writing

if TYPE_CHECKING:
    from msp_desktop.record.body import Body
    from msp_desktop.record.record import Record, Shelf

B = TypeVar("B", bound="Body")
Labels = Mapping[str, str]
"""What the fields of a body are called on screen."""


def save_what_fits(
    writing: Writing[B], shelf: Shelf[B], *, labels: Labels, tell: Callable[[str], None],
    then: Callable[[], None] = lambda: None,
) -> None:  # fmt: skip
    """Make one revision of what was typed. `then` runs when it is saved, also where nothing was typed."""
    held: list[str] = []

    def told(_: Record[B]) -> None:
        if held:
            tell(held_told(held, labels))
        then()

    def saved(record: Record[B]) -> Record[B]:
        done, names = shelf.save_what_fits(record, record.body)
        held.extend(names)
        return done

    writing.autosave.now()  # first as a draft, which stays if the save is refused
    if not writing.save(saved, then=told):
        writing.background.run(lambda: None, done=lambda _: then(), failed=lambda _: None)


def held_told(names: list[str], labels: Labels) -> str:
    """Which entries could not be kept as they are, and where they went."""
    what = ", ".join(labels.get(name, name) for name in names)
    sentence = tr(
        "Not saved, because it cannot be kept as it is: {what}. It is not lost: open the page again and mend it."
    )
    return sentence.format(what=what)


def back_told(saved_at: str) -> str:
    """That something which was never saved is back, and from when it is."""
    from msp_desktop.record.times import read_instant, shown_day

    at = read_instant(saved_at).astimezone()
    sentence = tr("Something you wrote on {day} until {time} was not saved. It is back on this page.")
    return sentence.format(day=shown_day(at.date().isoformat()), time=at.strftime("%H:%M:%S"))
