"""A visit pack: several blank sheets for one visit, printed in one go. The guard looks at each of them by itself.

A language, or Easy Read, holds for the sheets that are written that way; the others come in plain English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from msp_desktop.record.ids import RecordId
from msp_desktop.sheets.content import Format
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order, Paper, Printer
from msp_desktop.tools.strings import ENGLISH


@dataclass(frozen=True, slots=True)
class Packed:
    """What was printed, in its order, and the titles of what the guard lets out only one by one."""

    papers: tuple[Paper, ...]
    left_out: tuple[str, ...]


def orders(
    sheet_ids: Iterable[str], *, person: RecordId, visit: RecordId, format: Format, going: Going = Going.WITH_ME,
    language: str = ENGLISH,
) -> tuple[Order, ...]:  # fmt: skip
    """Blank sheets for one visit; on paper they go with the worker into the home."""
    choices = Choices(going=going, format=format, language=language)
    return tuple(Order(sheet_id=each, choices=choices, person=person, visit=visit) for each in sheet_ids)


def printed(printer: Printer, pack: Iterable[Order], *, ppi: float | None = None) -> Packed:
    """Every sheet that nothing is asked about, each written down before it is given out."""
    return _out(printer, pack, lambda order: printer.print(order, ppi=ppi))


def saved(printer: Printer, pack: Iterable[Order], folder: Path) -> Packed:
    """As `printed`, each into a PDF of its own, named after its number and mark. Raises as `Printer.save`."""
    return _out(printer, pack, lambda order: printer.save_into(order, folder))


def _out(printer: Printer, pack: Iterable[Order], give_out: Callable[[Order], Paper]) -> Packed:
    papers, left_out = [], []
    for wanted in pack:
        order = _as_written(printer, wanted)
        ready = printer.prepare(order)
        if ready.decision.may_print:
            papers.append(give_out(order))
        else:
            left_out.append(ready.title)
    return Packed(tuple(papers), tuple(left_out))


def _as_written(printer: Printer, order: Order) -> Order:
    """The order as far as its sheet is written that way."""
    wanted = order.choices
    plain = replace(wanted, language=ENGLISH, format=Format.STANDARD if wanted.format is Format.EASY else wanted.format)
    ready = printer.prepare(replace(order, choices=plain))
    is_written = wanted.language in ready.languages and (wanted.format is not Format.EASY or ready.has_easy_read)
    return order if is_written else replace(order, choices=plain)
