"""What sheets cost: one, a visit pack of forty, memory over three hundred, and the same page by a peer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msp_desktop.record.ids import RecordId
from msp_desktop.sheets import pack
from msp_desktop.sheets.content import Chrome, Field, Format, Heading, Paper, Quote, Scale, Sheet
from msp_desktop.sheets.printing import Printer
from msp_desktop.sheets.rendering import rendered
from msp_desktop.workspace import Workspace
from tests.bench import peers
from tests.bench.figure import Figure, median
from tests.bench.typing_person import resident_mb
from tests.sheets.samples import samples

PACK, SHEETS = 40, 300
RULER = Sheet(
    Chrome("Scaling ruler", "T15 B", initials="MB"), Paper.A4,
    (
        Heading("Our question"),
        Field("What are we looking at?", value="Getting out of the house"),
        Quote("What would 0 look like?", words="I never go out."),
        Quote("What would 10 look like?", words="I go when I like."),
        Scale("Where is it today?", low="I never go out.", high="I go when I like.", score=4),
        Quote("What stops it being lower?", words="My sister takes me on Sundays."),
        Quote("What would one step up look like?", words="The shop, with my frame."),
    ),
)  # fmt: skip


def figures(workspace: Workspace) -> Iterator[Figure]:
    """One sheet, set again and again, a whole pack, and many different ones."""
    one = median(lambda: rendered(RULER), times=20)
    yield Figure("one sheet as an accessible PDF", one, "ms", "limit", 40)
    if (theirs := peers.sheet_ms()) is not None:
        yield Figure("one sheet as an accessible PDF", one, "ms", "WeasyPrint", theirs)
    yield Figure("a visit pack of 40 sheets", _pack(workspace), "ms", "limit", 1500)
    grown = _growth()
    yield Figure("memory after 300 more sheets", grown, "x", "after each of them once", 1, 1.05)


def _pack(workspace: Workspace) -> float:
    """Every sheet of the pack, each written down, as a printer of the window has it."""
    printer = Printer(workspace.store, workspace.tools)
    sheets = islice((tool.sheet_id(sheet) for tool, sheet in workspace.tools.sheets()), PACK)
    visit = workspace.visits.list(order=("-day", "-n"), limit=1)[0]
    person: RecordId = visit.body.person
    orders = pack.orders(sheets, person=person, visit=visit.id, format=Format.STANDARD)
    return median(lambda: pack.printed(printer, orders), times=3)


def _growth() -> float:
    """Resident memory after many sheets, beside what it was when each had been set once: faces and pictures stay."""
    every, before = [each.sheet for each in samples(None)], 0.0
    for at in range(len(every) + SHEETS):
        if at == len(every):
            before = resident_mb()
        rendered(every[at % len(every)])
    return resident_mb() / before
