"""The words of Today: what each visit and each unfinished thing is called, and where it leads. Plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from msp_desktop.practice import at_the_door, codes
from msp_desktop.record import company
from msp_desktop.record.action import Action
from msp_desktop.record.planning import planned_time
from msp_desktop.record.record import Record
from msp_desktop.record.times import LOCAL, local, shown_day, shown_time
from msp_desktop.record.visit import Visit
from msp_desktop.today import AVisit, Call, Day, Found, Lists, Named, Some
from msp_desktop.translation import tr
from ui.widgets.ways_card import Way

VISIT, PERSON, PAGE, MORE = "visit", "person", "page", "more"
"""What a place begins with; behind it stands an id, the name of a page, or the name of a list."""

OUTBOX = "outbox"


@dataclass(frozen=True, slots=True)
class CallShown:
    """One visit of today: when and to whom, what for, and what matters at the door."""

    place: str
    title: str
    about: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The whole page."""

    day: str
    going_on: tuple[Way, ...]
    calls: tuple[CallShown, ...]
    unfinished: tuple[Way, ...]
    coming: tuple[Way, ...]
    done: tuple[Way, ...]


def shown(day: Day) -> Shown:
    """A day in words, the next thing to do first."""
    return Shown(
        day=shown_day(day.day),
        going_on=tuple(_line(each, _going_on) for each in day.going_on),
        calls=tuple(_call(each, today=day.day) for each in day.calls),
        unfinished=tuple(_unfinished(day)),
        coming=tuple(_several(day.coming, Lists.COMING, _coming, more=tr("Show more visits to come"))),
        done=tuple(_line(each, _signed) for each in day.done),
    )


def signed_lines(signed: Some[AVisit]) -> tuple[Way, ...]:
    """Signed visits, the latest first."""
    return tuple(_several(signed, Lists.SIGNED, _signed, more=tr("Show older visits")))


def _unfinished(day: Day) -> Iterator[Way]:
    for draft in day.found:
        yield Way(_visit(draft.of.visit) or _person(draft.of.person), _found(draft))
    yield from _several(day.gone_by, Lists.GONE_BY, _gone_by, more=tr("Show more visits that were not begun"))
    yield from (Way(_visit(each.of.id), _attempt(each)) for each in day.attempts.items)
    yield from _more(day.attempts, Lists.ATTEMPTS, tr("Show more attempts that were promised"))
    for each in day.actions.items:
        body = each.of.body
        yield Way(_visit(body.visit) or _person(body.person), _action(each, today=day.day))
    yield from _more(day.actions, Lists.ACTIONS, tr("Show more that was promised"))
    told = {each.of.visit for each in day.found}
    over = Some(tuple(each for each in day.unsigned.items if each.of.id not in told), day.unsigned.has_more)
    yield from _several(over, Lists.UNSIGNED, _unsigned, more=tr("Show more visits that are not signed"))
    if day.waits:
        yield Way(f"{PAGE} {OUTBOX}", tr("Signed visits wait to be sealed for the council."))
    if day.sealed:
        words = tr("Sealed files wait until the council says that it has them: {count}.").format(count=day.sealed)
        yield Way(f"{PAGE} {OUTBOX}", words)


def _several(some: Some[AVisit], name: Lists, words: Callable[[AVisit, str], str], *, more: str) -> Iterator[Way]:
    yield from (_line(each, words) for each in some.items)
    yield from _more(some, name, more)


def _more(some: Some[AVisit] | Some[Record[Action]], name: Lists, words: str) -> Iterator[Way]:
    if some.has_more:
        yield Way(f"{MORE} {name}", words, is_more=True)


def _line(each: Named[AVisit], words: Callable[[AVisit, str], str]) -> Way:
    return Way(_visit(each.of.id), words(each.of, each.name))


def _visit(id: str | None) -> str:
    return f"{VISIT} {id}" if id else ""


def _person(id: str | None) -> str:
    return f"{PERSON} {id}" if id else ""


def _call(call: Call, *, today: str) -> CallShown:
    visit, name = call.visit.of.body, call.visit.name
    time = planned_time(visit)
    title = tr("{time}  {name}").format(time=time, name=name) if time else name
    place = _visit(call.visit.of.id)
    if call.door is None:
        return CallShown(place, title, tr("This record is restricted. You are asked why when you open it."), ())
    kind = codes.visit.VISIT_TYPE.label(visit.type) if visit.type else ""
    facts = tuple((fact.about, fact.sentences) for fact in at_the_door.in_short(call.door, today=today))
    no_time = "" if time else tr("No time is set yet")
    return CallShown(place, title, _together([no_time, kind, visit.purpose, visit.where]), facts)


def _together(parts: Sequence[str]) -> str:
    return " · ".join(filter(None, map(str.strip, parts)))


def _going_on(record: AVisit, name: str) -> str:
    running = company.running(record.body)
    since = shown_time(record.body.started_at or (running.start if running else record.at), record.body.zone)
    return tr("{name}: the visit is going on, since {time}.").format(name=name, time=since)


def _gone_by(record: AVisit, name: str) -> str:
    words = tr("{name}: planned for {day}. Nothing is recorded yet.")
    return words.format(name=name, day=shown_day(record.body.day))


def _attempt(attempt: Named[AVisit]) -> str:
    name, contact = attempt.name, attempt.of.body.private_contact
    if attempt.is_restricted:
        return tr("{name}: something that was promised is due.").format(name=name)
    coming = contact.next if contact else None
    day = shown_day(coming.by) if coming and coming.by else ""
    if coming and coming.by_whom.strip():
        words = tr("{name}: {who} is to try again to see them alone, by {day}.")
        return words.format(name=name, who=coming.by_whom.strip(), day=day)
    return tr("{name}: somebody is to try again to see them alone, by {day}.").format(name=name, day=day)


def _action(action: Named[Record[Action]], *, today: str) -> str:
    body = action.of.body
    if action.is_restricted:
        return tr("{name}: something that was promised is due.").format(name=action.name)
    words = tr("{name}: {promise}")
    return words.format(name=action.name, promise=at_the_door.promise(body, today=today))


def _unsigned(record: AVisit, name: str) -> str:
    visit = record.body
    if visit.amends is not None:
        words = tr("{name}, {day}: opened to be changed, and not signed again yet.")
    elif visit.not_made is not None:
        words = tr("{name}, {day}: not made, with a reason. Not signed yet.")
    else:
        words = tr("{name}, {day}: not signed yet.")
    return words.format(name=name, day=shown_day(visit.day))


def _found(found: Named[Found]) -> str:
    at = local(found.of.saved_at, LOCAL)
    kinds = {
        "visit": tr("{name}: what you wrote in a visit on {day} at {time} is kept, but not saved yet."),
        "answers": tr("{name}: what you filled in on {day} at {time} is kept, but not saved yet."),
    }
    words = kinds.get(found.of.kind, tr("{name}: something you wrote on {day} at {time} is kept, but not added yet."))
    name = found.name or tr("Somebody")
    return words.format(name=name, day=shown_day(at.date().isoformat()), time=at.strftime("%H:%M"))


def _coming(record: AVisit, name: str) -> str:
    visit, time = record.body, planned_time(record.body)
    words = tr("{day}, {time}: {name}") if time else tr("{day}: {name}")
    return words.format(day=shown_day(visit.day), time=time, name=name)


def _signed(record: AVisit, name: str) -> str:
    visit: Visit = record.body
    words = tr("{day}: {name}. Not made, signed.") if visit.not_made else tr("{day}: {name}. Signed.")
    return words.format(day=shown_day(visit.day), name=name)
