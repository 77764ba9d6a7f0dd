"""Released tools as they were, each with answers given to it then; `python -m tests.kept_tools` keeps new ones.

A kept file is never written again, so that old answers are tried with the program of today.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from msp_desktop.tools import form
from msp_desktop.tools.library import as_answered, released
from msp_desktop.tools.record_text import record_text
from tests.sheets.samples import filled

FOLDER = Path(__file__).parent / "data" / "tools"


@dataclass(frozen=True)
class Kept:
    """One released version: the text of its file, answers to it, and what they wrote into the note then."""

    name: str
    text: str
    values: dict[str, Any]
    told: list[str]


def kept() -> Iterator[Kept]:
    """Every version that was kept."""
    for file in sorted(FOLDER.glob("*.yaml")):
        answered = json.loads(file.with_suffix(".json").read_text("utf-8"))
        yield Kept(file.stem, file.read_text("utf-8"), answered["values"], answered["told"])


def keep() -> None:
    """Keep what was released since."""
    for name in released():
        file = FOLDER / name
        if file.exists():
            continue
        text = files("resources").joinpath("tools", name).read_text("utf-8")
        tool = as_answered(text, file=name)
        values = form.kept(tool, filled(tool))
        answered = {"values": values, "told": record_text(tool, values)}
        file.write_text(text, "utf-8")
        file.with_suffix(".json").write_text(json.dumps(answered, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    keep()
