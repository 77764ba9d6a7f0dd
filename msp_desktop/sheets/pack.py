"""A visit pack: several blank sheets for one visit, printed in one go. The guard looks at each of them by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from msp_desktop.record.ids import RecordId
from msp_desktop.sheets.content import Format
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order, Paper, Printer


@dataclass(frozen=True, slots=True)
class Packed:
    """What was printed, in its order, and the titles of what the guard lets out only one by one."""

    papers: tuple[Paper, ...]
    left_out: tuple[str, ...]


def orders(
    sheet_ids: Iterable[str], *, person: RecordId, visit: RecordId, format: Format, going: Going = Going.WITH_ME
) -> tuple[Order, ...]:
    """Blank sheets for one visit; on paper they go with the worker into the home."""
    choices = Choices(going=going, format=format)
    return tuple(Order(sheet_id=each, choices=choices, person=person, visit=visit) for each in sheet_ids)


def printed(printer: Printer, pack: Iterable[Order], *, ppi: float | None = None) -> Packed:
    """Every sheet that nothing is asked about, each written down before it is given out."""
    papers, left_out = [], []
    for order in pack:
        ready = printer.prepare(order)
        if ready.decision.may_print:
            papers.append(printer.print(order, ppi=ppi))
        else:
            left_out.append(ready.title)
    return Packed(tuple(papers), tuple(left_out))


def saved(printer: Printer, pack: Iterable[Order], folder: Path) -> Packed:
    """As `printed`, each into a PDF of its own, named after its number and mark. Raises as `Printer.save`."""
    papers, left_out = [], []
    for order in pack:
        ready = printer.prepare(order)
        if ready.decision.may_print:
            papers.append(printer.save_into(order, folder))
        else:
            left_out.append(ready.title)
    return Packed(tuple(papers), tuple(left_out))
