"""What to think of next when time alone is not coming about: steps with the facts they rest on. Suggestions, no score.

Source: practice.md 2.4 (England). It counts visits and days since the last time alone and weighs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from msp_desktop.practice.clocks import NOT_RECORDED, result_of, since_alone
from msp_desktop.record.times import shown_day
from msp_desktop.record.visit import Visit
from msp_desktop.translation import tr

WORKING_DAYS, LONGEST = 10, 28
_SATURDAY = 5
_KEPT_OUT = frozenset({"blocked_by_other", "not_seen_refused_entry"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One step, and why it is named here."""

    step: str
    because: str


def suggestions(made: Sequence[Visit], *, today: date) -> tuple[Suggestion, ...]:
    """What the ladder names for visits in order; a visit whose result is not recorded yet says nothing."""
    tries = [visit for visit in since_alone(made) if result_of(visit) != NOT_RECORDED]
    found = [_danger(made), _legal_advice(tries), _next_step(tries, today=today)]
    return tuple(each for each in found if each is not None)


def working_days_after(day: date, count: int) -> date:
    """The day so many working days later; bank holidays are not known here and count as working days."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day


def _danger(made: Sequence[Visit]) -> Suggestion | None:
    last = made[-1] if made else None
    if last is None or not _is_in_danger(last):
        return None
    return Suggestion(
        tr("If somebody is in danger now, ring 999."),
        tr("On {day} you recorded that somebody was in danger before the next day.").format(day=shown_day(last.day)),
    )


def _legal_advice(tries: Sequence[Visit]) -> Suggestion | None:
    kept_out = [visit for visit in tries if result_of(visit) in _KEPT_OUT and _is_in_danger(visit)]
    if not kept_out:
        return None
    because = tr("On {day} somebody prevented time alone or entry, and you recorded danger.")
    return Suggestion(tr("Ask for legal advice today."), because.format(day=shown_day(kept_out[-1].day)))


def _next_step(tries: Sequence[Visit], *, today: date) -> Suggestion | None:
    if not tries:
        return None
    days = (today - date.fromisoformat(tries[0].day)).days
    if len(tries) > 2 or days >= LONGEST:
        return Suggestion(
            tr(
                "Have a manager's decision recorded. Think of a meeting with other agencies, an advocate, a domestic"
                " violence adviser or a joint visit."
            ),
            _visits_since(tries) if len(tries) > 2 else _days_since(tries, days),
        )
    if len(tries) > 1:
        return Suggestion(
            tr(
                "Talk about it in supervision and name a different plan. Ask who sees them alone: GP, district nurse,"
                " pharmacist, day centre, hairdresser."
            ),
            _visits_since(tries),
        )
    by = working_days_after(date.fromisoformat(tries[0].day), WORKING_DAYS)
    step = tr("Change one thing, such as the time, the place or the worker, and try again by {day}.")
    return Suggestion(step.format(day=shown_day(by.isoformat())), _visits_since(tries))


def _visits_since(tries: Sequence[Visit]) -> str:
    if len(tries) == 1:
        return tr("There was one visit without time alone, on {day}.").format(day=shown_day(tries[0].day))
    words = tr("There were {count} visits in a row without time alone, the first on {day}.")
    return words.format(count=len(tries), day=shown_day(tries[0].day))


def _days_since(tries: Sequence[Visit], days: int) -> str:
    words = tr("{days} days have passed since a visit without time alone, on {day}.")
    return words.format(days=days, day=shown_day(tries[0].day))


def _is_in_danger(visit: Visit) -> bool:
    return visit.danger is not None and visit.danger.answer == "yes"
