"""One line of the list in words: what to call somebody, and the clocks that matter. Plain values for the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msp_desktop.translation import tr

if TYPE_CHECKING:
    from msp_desktop.record.everybody import Line

NOBODY = tr("Nobody is here yet. People come here when you add them below, or plan a visit to them on Today.")
NOT_FOUND = tr(
    "Nobody is found for “{typed}”. Type fewer letters, or another part of the name. If they are new, add them below."
)
FOUND = tr("Found: {count}.")
CUT = tr("Only the first {count} are shown. Type more letters to find somebody else.")
NO_TIME_ALONE = tr("No time alone is recorded yet.")


def line_words(line: Line, *, today: str) -> tuple[str, str]:
    """The name, and the sentences under it."""
    if line.is_restricted:
        return tr("A restricted record"), tr("It asks for a reason when you open it.")
    return line.name, " ".join(filter(None, [last_alone(line.last_alone, line.minutes), _planned(line, today)]))


def last_alone(day: str | None, minutes: int | None) -> str:
    """When the last time alone was, or that there was none; never without its day."""
    from msp_desktop.record.times import shown_day

    if day is None:
        return NO_TIME_ALONE
    words = (
        tr("Last time alone together: {day}, {count} minutes.") if minutes else tr("Last time alone together: {day}.")
    )
    return words.format(day=shown_day(day), count=minutes)


def _planned(line: Line, today: str) -> str:
    from msp_desktop.record.times import shown_day

    if line.planned is None:
        return ""
    words = tr("Next visit: {day}.") if line.planned >= today else tr("The visit planned for {day} has not begun.")
    return words.format(day=shown_day(line.planned))
