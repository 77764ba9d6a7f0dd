"""The mark on a printed sheet: four letters that say nothing to a stranger, and by which its paper is found again."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace

from msp_desktop.sheets.content import Sheet

LETTERS = "BCDFGHJKLMNPQRTVWXYZ"
"""Without vowels, so that no word comes of it, and without S, which a hand writes like 5."""

LENGTH = 4


def new_mark() -> str:
    """A mark by chance: one in 160,000."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def marked(sheet: Sheet, mark: str) -> Sheet:
    """The sheet with its mark beside its number on every page."""
    return replace(sheet, chrome=replace(sheet.chrome, id=f"{sheet.chrome.id} {mark}"))


def mark_in(typed: str) -> str:
    """The mark in what somebody typed from the foot of a sheet, such as “t15 a kbcd”; empty where there is none."""
    found = re.findall(rf"(?<![A-Z])[{LETTERS}]{{{LENGTH}}}(?![A-Z])", typed.upper())
    return found[-1] if found else ""
