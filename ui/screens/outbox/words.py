"""The words of the page about what goes to the council. Plain values for the view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from msp_desktop.translation import tr

if TYPE_CHECKING:
    from msp_desktop.record.people import People
    from msp_desktop.record.record import Record
    from msp_desktop.record.visit import Visit
    from msp_desktop.sync.council import Council
    from msp_desktop.sync.parcel import Parcel, Waiting

NO_COUNCIL = tr(
    "This laptop does not know your council yet, so nothing can be sealed for it. What you record stays here, locked."
    " Ask your IT team for the file council.json and the one beside it, council.json.sig. Then choose it below."
)
NOTHING_WAITS = tr("Nothing waits to be sealed. Visits come here when you sign them.")
LOOKING = tr("Looking for what was signed since.")
NOTHING_SEALED = tr("Nothing is sealed yet. Sealed visits stay here until the council says that it has them.")


@dataclass(frozen=True, slots=True)
class Line:
    """One sealed visit: what it is and what became of it. Only what the council received is marked."""

    words: str
    state: str
    is_received: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The page without what waits, which takes a moment to count."""

    council: str = ""
    trial: str = ""
    sealed: tuple[Line, ...] = ()
    can_copy: bool = False


def council_words(council: Council | None) -> tuple[str, str]:
    """Who can open what is sealed, and a warning about trial keys; empty where no council is known."""
    from msp_desktop.commands.council import TRIAL
    from msp_desktop.record.times import shown_day

    if council is None:
        return "", ""
    sentence = tr("Only {council} can open what you seal. Its keys can be used until {day}.")
    named = sentence.format(council=council.council, day=shown_day(council.expires[:10]))
    return named, TRIAL if council.trial else ""


def waiting_words(waiting: Waiting, visits: Sequence[Record[Visit]], people: People) -> tuple[str, ...]:
    """One line for each of these signed visits, one for how many more wait, and one for the rest."""
    found = people.list({"id": sorted({visit.body.person for visit in visits})})
    names = {person.id: person.body.call_me for person in found}
    lines = [_visit_words(visit.body, names.get(visit.body.person, "")) for visit in visits]
    if more := len(waiting.visits) - len(visits):
        lines.append(tr("Signed visits beside these: {n}").format(n=more))
    if waiting.others:
        lines.append(tr("What belongs to signed visits: {n} more records").format(n=waiting.others))
    if waiting.is_cut_short:
        lines.append(tr("Sealing was cut short. It is finished first."))
    return tuple(lines)


def line_of(parcel: Parcel) -> Line:
    """One sealed file."""
    from msp_desktop.record.times import shown_day

    sentence = tr("Sealed visit, {day} at {time}, {size}")
    made = datetime.fromisoformat(parcel.created).astimezone()
    day, time = shown_day(made.date().isoformat()), made.strftime("%H:%M")
    words = sentence.format(day=day, time=time, size=_size(parcel.size))
    return Line(words, parcel.state, parcel.is_received)


def _size(size: int) -> str:
    """How large a file is, as far as anybody needs it: chance decides the smaller digits of what is sealed."""
    whole = round(size / 1_000_000)
    return tr("about {count} MB").format(count=whole) if whole else tr("less than 1 MB")


def _visit_words(visit: Visit, name: str) -> str:
    from msp_desktop.record.times import shown_day

    return tr("{day}: {name}").format(day=shown_day(visit.day), name=name)
