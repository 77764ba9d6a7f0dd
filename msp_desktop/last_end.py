"""How the program ended the last time, when it ended badly: told once, at the next start. Holds times alone."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop.errors import Failure
from msp_desktop.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

FILE = "ended.txt"

CLOSED = tr("The program made a mistake and closed itself. What was saved before is on this laptop. Unlock to go on.")
CLOSED_AT = tr(
    "The program made a mistake and closed itself. What you wrote until {time} is on this laptop. Unlock to go on."
)


def write_end(folder: Path, *, saved_until: datetime | None) -> None:
    """Leave word for the next start. A disk that refuses must not keep the program from ending."""
    from db.disk import write_whole

    with suppress(Failure):
        write_whole(folder / FILE, (saved_until.isoformat() if saved_until else "").encode())


def take_end(folder: Path) -> str:
    """The sentence for the person, "" where the program ended well; the next call says nothing any more."""
    file = folder / FILE
    with suppress(OSError, ValueError):
        words = file.read_text("utf-8")
        file.unlink()
        if not words:
            return CLOSED
        from datetime import datetime

        return CLOSED_AT.format(time=datetime.fromisoformat(words).astimezone().strftime("%H:%M:%S"))
    return ""
