"""The note of a visit on paper: always class C, never left in the home. Its words come from the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.sheets.content import Block, Chrome, Format, Heading, Paper, Points, Sheet, Words
from msp_desktop.sheets.wording import wording
from msp_desktop.translation import tr

SHEET = "visit.note"
"""By what it is asked for, as the sheets of tools are."""

NUMBER = "V01"
TITLE = tr("Note of a visit")
LEAVE = Leave.C
_POINT = "- "
_I = re.compile(r"\bi\b")


def compose_note(
    note: str, *, title: str = TITLE, format: Format = Format.STANDARD, initials: str = "", date: str = ""
) -> Sheet:
    """The note that `msp_desktop.record.note` makes, as a sheet: headings and points as the note has them.

    Entered words always follow "- " there, so none of them can become a heading here.
    """
    foot = wording()["do_not_leave"]
    chrome = Chrome(title=title, id=f"{NUMBER} {LEAVE}", foot=foot, initials=initials, date=date)
    return Sheet(chrome, Paper.A4, tuple(_blocks(line for line in note.splitlines() if line.strip())), format)


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    for is_point, group in groupby(lines, key=lambda line: line.startswith(_POINT)):
        if is_point:
            yield Points(tuple(line.removeprefix(_POINT) for line in group))
        else:
            yield from map(_line, group)


def _line(line: str) -> Block:
    # The note shouts its headings, since plain text has no other way; paper has.
    return Heading(_I.sub("I", line.removesuffix(":").capitalize())) if line.endswith(":") else Words(line)
