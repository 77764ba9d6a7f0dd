"""The private-contact ledger in words: what was recorded, by day and never as a score. Plain values for the view."""

from __future__ import annotations

from dataclasses import dataclass

from msp_desktop.practice import codes
from msp_desktop.practice.at_the_door import in_the_way_told, time_alone
from msp_desktop.practice.clocks import NOT_RECORDED, Clocks
from msp_desktop.practice.ledger import Entry, Ledger
from msp_desktop.record.private_contact import AskedOut, NextAttempt
from msp_desktop.record.times import shown_day
from msp_desktop.translation import tr
from ui.screens.visit.rooms import presence_told

_NO_RESULT = tr("Whether there was time alone is not recorded.")


@dataclass(frozen=True, slots=True)
class EntryWords:
    """One visit: its id, when it was, what it says about time alone, and what else is to be known."""

    visit: str
    when: str
    result: str
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerWords:
    """`steps` are suggestions, each with its reason."""

    clocks: tuple[str, ...]
    promise: str
    steps: tuple[tuple[str, str], ...]


def ledger_words(found: Ledger, *, today: str) -> LedgerWords:
    """The clocks, the promise that stands, and what to think of next."""
    steps = tuple((each.step, tr("Because: {reason}").format(reason=each.because)) for each in found.suggestions)
    return LedgerWords(clock_lines(found.clocks, today=today), _promise(found.promise, today), steps)


def clock_lines(found: Clocks, *, today: str) -> tuple[str, ...]:
    """What the visits say about time alone, one sentence each."""
    there = tr("{name} was there at the last {count} visits.")
    lines = [time_alone(found.last_alone, today=today), _attempts(found), *in_the_way_told(found)]
    lines += [there.format(name=each.name or tr("Somebody"), count=each.visits) for each in found.always_there]
    return tuple(filter(None, lines))


def entry_words(entry: Entry) -> EntryWords:
    """One line of the ledger."""
    when = tr("{day}, {time}").format(day=shown_day(entry.day), time=entry.time) if entry.time else shown_day(entry.day)
    there = ", ".join(presence_told(each) for each in entry.present)
    beside = [
        tr("There too: {who}.").format(who=there) if there else "",
        _in_the_way(entry.in_the_way),
        tr("They refused with others listening, and were not asked again alone.") if entry.is_open_refusal else "",
        _next(entry.next),
    ]
    return EntryWords(entry.visit, when, _result(entry), tuple(filter(None, beside)))


def _attempts(found: Clocks) -> str:
    if not found.attempts or found.last_alone is None:
        return ""
    return tr("Visits since then: {count}.").format(count=found.attempts)


def _result(entry: Entry) -> str:
    if entry.result == NOT_RECORDED:
        return _NO_RESULT
    words = codes.private_contact.RESULT.label(entry.result)
    if entry.minutes is None:
        return tr("{result}.").format(result=words)
    return tr("{result}: {count} minutes.").format(result=words, count=entry.minutes)


def _in_the_way(people: tuple[AskedOut, ...]) -> str:
    told = [
        tr("{name} ({what})").format(
            name=each.name or tr("Somebody"), what=codes.private_contact.REACTION.label(each.reaction)
        )
        for each in people
        if each.reaction
    ]
    return tr("Stood in the way: {who}.").format(who=", ".join(told)) if told else ""


def _next(coming: NextAttempt | None) -> str:
    if coming is None or not (coming.by or coming.by_whom):
        return ""
    return tr("Next attempt promised: {what}.").format(what=_by(coming))


def _promise(coming: NextAttempt | None, today: str) -> str:
    if coming is None:
        return ""
    words = tr("Promised: another attempt, {what}.").format(what=_by(coming))
    is_over = coming.by is not None and coming.by < today
    return " ".join(filter(None, [words, tr("That day has passed.") if is_over else ""]))


def _by(coming: NextAttempt) -> str:
    if coming.by and coming.by_whom:
        return tr("{who}, by {day}").format(who=coming.by_whom, day=shown_day(coming.by))
    return tr("by {day}").format(day=shown_day(coming.by)) if coming.by else coming.by_whom
