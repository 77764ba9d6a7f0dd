"""Writes resources/fonts/coverage.json: every character that one of the bundled faces can print, as ranges.

Run after changing a font: `python packaging/font_coverage.py`. Needs fontTools, which the program does not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"


def covered(folder: Path = FONTS) -> set[int]:
    """The code points that the faces in a folder can print between them."""
    found: set[int] = set()
    for path in sorted(folder.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            found |= set(font.getBestCmap())
    return found


def ranges(points: Iterable[int]) -> list[list[int]]:
    """First and last of each unbroken run, ascending."""
    runs: list[list[int]] = []
    for point in sorted(points):
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return runs


def main() -> None:
    """Write the file."""
    lines = ",\n".join(json.dumps(run) for run in ranges(covered()))
    (FONTS / "coverage.json").write_text(f"[\n{lines}\n]\n", "utf-8")


if __name__ == "__main__":
    main()
