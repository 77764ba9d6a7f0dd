"""The note of a visit on paper: its headings and points, and words that only look like headings."""

from __future__ import annotations

from msp_desktop.sheets.content import Heading, Points, Words
from msp_desktop.sheets.visit_summary import compose_note

NOTE = """PRIVATE CONTACT: Time alone together. 19 minutes.
WHAT I SAW, HEARD OR SMELT:
- A frame in the hall
- IN THE PERSON'S WORDS:
WHAT WE AGREED:
- Ring the bank
"""


def test_the_note_keeps_its_lines_headings_and_points_in_order() -> None:
    assert compose_note(NOTE).blocks == (
        Words("PRIVATE CONTACT: Time alone together. 19 minutes."),
        Heading("What I saw, heard or smelt"),
        Points(("A frame in the hall", "IN THE PERSON'S WORDS:")),
        Heading("What we agreed"),
        Points(("Ring the bank",)),
    )


def test_the_note_says_on_its_foot_that_it_is_never_left() -> None:
    chrome = compose_note(NOTE, initials="M", date="14 Oct 2026").chrome
    assert (chrome.id, chrome.foot, chrome.initials) == ("V01 C", "Do not leave in the home", "M")
