"""What a worker chose about the program on this laptop: a small declared table in one file, with nothing recorded."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from msp_desktop.translation import tr

FILE = "settings.json"

CHOICES: dict[str, tuple[Any, ...]] = {"colours": ("system", "light", "dark", "high"), "text_size": (100, 150, 200)}
"""What each setting may be, the first for those who never chose."""


@dataclass(frozen=True, slots=True)
class DutyNumber:
    """Somebody to ring: who they are, and the number as people write it."""

    name: str
    number: str


EMERGENCY = DutyNumber(tr("Police, ambulance, fire"), "999")
"""Always among the numbers to ring."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`colours` is how the window looks, `text_size` is in per cent."""

    colours: str = "system"
    text_size: int = 100

    @property
    def to_ring(self) -> tuple[DutyNumber, ...]:
        """Who to ring when something cannot wait."""
        return (EMERGENCY,)

    def with_choice(self, name: str, value: Any) -> Settings:  # noqa: ANN401 - each setting has its own type
        """The settings with one of them changed; a value that is not offered changes nothing."""
        return replace(self, **{name: value}) if value in CHOICES[name] else self


def read_settings(folder: Path) -> Settings:
    """What was chosen; a file that is missing or spoilt means that nothing was."""
    found: object = None
    with suppress(OSError, ValueError):
        found = json.loads((folder / FILE).read_text("utf-8"))
    settings = Settings()
    if isinstance(found, dict):
        for each in fields(Settings):
            settings = settings.with_choice(each.name, found.get(each.name))
    return settings


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep what was chosen. Raises StorageTrouble when the disk refuses."""
    from db.disk import make_folder, write_whole

    make_folder(folder)
    write_whole(folder / FILE, json.dumps(asdict(settings)).encode())
