"""The mark on a printed sheet: four letters that say nothing to a stranger, and by which its paper is found again."""

from __future__ import annotations

import re
from dataclasses import replace

from msp_desktop.sheets.content import Sheet

LETTERS = "BCDFGHJKLMNPQRTVWXYZ"
"""Without vowels, so that no word comes of it, and without S, which a hand writes like 5."""

LENGTH = 4


def mark_of(id: str) -> str:
    """The mark that a new id gives, by the chance that is in its last digits: one in 160,000."""
    number = int(id.replace("-", "")[-12:], 16)
    return "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(LENGTH))


def marked(sheet: Sheet, mark: str) -> Sheet:
    """The sheet with its mark beside its number on every page."""
    return replace(sheet, chrome=replace(sheet.chrome, id=f"{sheet.chrome.id} {mark}"))


def mark_in(typed: str) -> str:
    """The mark in what somebody typed from the foot of a sheet, such as “t15 a kbcd”; empty where there is none."""
    found = re.findall(rf"(?<![A-Z])[{LETTERS}]{{{LENGTH}}}(?![A-Z])", typed.upper())
    return found[-1] if found else ""
