"""What a sheet costs: the scaling ruler, filled, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from msp_desktop.sheets.content import Chrome, Field, Heading, Paper, Quote, Scale, Sheet
from msp_desktop.sheets.rendering import rendered
from tests.bench.figure import Figure, median


def figures() -> Iterator[Figure]:
    """One sheet, set again and again."""
    blocks = (
        Heading("Our question"),
        Field("What are we looking at?", value="Getting out of the house"),
        Quote("What would 0 look like?", words="I never go out."),
        Quote("What would 10 look like?", words="I go when I like."),
        Scale("Where is it today?", low="I never go out.", high="I go when I like.", score=4),
        Quote("What stops it being lower?", words="My sister takes me on Sundays."),
        Quote("What would one step up look like?", words="The shop, with my frame."),
    )
    sheet = Sheet(Chrome("Scaling ruler", "T15 B", initials="MB"), Paper.A4, blocks)
    yield Figure("one sheet as an accessible PDF", median(lambda: rendered(sheet), times=20), "ms", "limit", 40)
