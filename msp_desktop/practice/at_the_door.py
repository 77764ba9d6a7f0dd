"""What matters at the door of one person, in words: whole before a visit, in short on Today. Pure.

Source: practice.md 1.7, stage 0. Nothing of the safe contact but whether there is one; nobody is called a risk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from msp_desktop.practice import codes, warning_notes
from msp_desktop.practice.clocks import Clocks
from msp_desktop.record.action import Action
from msp_desktop.record.connection import Connection
from msp_desktop.record.person import Communication, Person, Warning
from msp_desktop.record.times import shown_day
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class Fact:
    """One part: what it is about, and its sentences."""

    about: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """One person, the day of their last time alone, what is still to be done, and whether safe contact is set."""

    person: Person
    last_alone: str | None
    promised: tuple[Action, ...]
    has_safe_contact: bool


def in_short(door: AtTheDoor, *, today: str) -> tuple[Fact, ...]:
    """The parts for one card among others: only what is there to know."""
    talk = door.person.communication or Communication()
    facts = (
        Fact(tr("How to talk together"), tuple(filter(None, (talk.how, *_language(talk))))),
        Fact(tr("Signal to stop"), _given(talk.stop_signal)),
        Fact(tr("Warnings"), tuple(warning(each, today=today) for each in door.person.warnings)),
        Fact(tr("Time alone"), (time_alone(door.last_alone, today=today),)),
        Fact(tr("Promised"), _promised(door, today)),
        Fact(tr("Safe contact"), (_safe_contact(door),)),
    )
    return tuple(fact for fact in facts if fact.sentences)


def whole(door: AtTheDoor, clocks: Clocks, around: Sequence[Connection], *, today: str) -> tuple[Fact, ...]:
    """Every part; where nothing is known, what to find out."""
    talk = door.person.communication or Communication()
    nobody = tr("Nobody is marked so.")
    return (
        Fact(tr("How to talk together"), tuple(how_to_talk(talk)) or (tr("Not recorded yet. Ask how best to talk."),)),
        Fact(tr("Signal to stop"), _given(talk.stop_signal) or (tr("None yet. Agree on one when you begin."),)),
        Fact(tr("Must not interpret"), tuple(map(_somebody, filter(must_not_interpret, around))) or (nobody,)),
        Fact(tr("Warnings"), tuple(warning(each, today=today) for each in door.person.warnings)
             or (tr("None is recorded."),)),
        Fact(tr("Time alone"), (time_alone(door.last_alone, today=today), *in_the_way_told(clocks))),
        Fact(tr("Promised"), _promised(door, today) or (tr("Nothing is still to be done."),)),
        Fact(tr("Safe contact"), (_safe_contact(door),)),
    )  # fmt: skip


def time_alone(last: str | None, *, today: str) -> str:
    """When the two were alone together last."""
    if last is None:
        return tr("None is recorded yet.")
    days = (date.fromisoformat(today) - date.fromisoformat(last)).days
    if days < 1:
        return tr("Last on {day}, today.").format(day=shown_day(last))
    if days == 1:
        return tr("Last on {day}, yesterday.").format(day=shown_day(last))
    return tr("Last on {day}, {days} days ago.").format(day=shown_day(last), days=days)


def warning(each: Warning, *, today: str) -> str:
    """A warning note; it ends with its review date unless somebody renews it, so a day gone by is said."""
    now = date.fromisoformat(today)
    still = tr("Find out whether it still holds.") if warning_notes.is_due(each, today=now) else ""
    return " ".join(filter(None, [warning_notes.told(each), warning_notes.review_told(each, today=now), still]))


def promise(action: Action, *, today: str) -> str:
    """What is still to be done, by whom and by when."""
    what = tr("See restricted") if action.is_restricted else action.what
    said = ", ".join(filter(None, [what, action.who]))
    if action.due is None:
        return said
    words = tr("{what}. It was due on {day}.") if action.due < today else tr("{what}. By {day}.")
    return words.format(what=said.rstrip("."), day=shown_day(action.due))


def must_not_interpret(each: Connection) -> bool:
    """Whether somebody is never to interpret: marked so, or named by somebody as a possible source of risk."""
    return each.must_not_interpret or not each.may_be_offered


def how_to_talk(talk: Communication) -> Iterator[str]:
    """How to talk together, a sentence each, as far as it is recorded; the signal to stop stands apart."""
    yield from _given(talk.how)
    yield from _language(talk)
    uses = [codes.person.SIGN_LANGUAGE.label(each) for each in talk.sign_or_other if each != "none"]
    uses += [codes.person.AID.label(each) for each in talk.aids]
    told = {
        tr("Uses: {words}"): ", ".join(uses), tr("Reads: {words}"): talk.reads,
        tr("Shows yes: {words}"): talk.yes_signal, tr("Shows no: {words}"): talk.no_signal,
        tr("Shows being tired: {words}"): talk.tired_signal, tr("Best time: {words}"): talk.best_time,
        tr("Best place: {words}"): talk.best_place,
    }  # fmt: skip
    yield from (sentence.format(words=words) for sentence, words in told.items() if words.strip())


def _language(talk: Communication) -> Iterator[str]:
    language = ", ".join(filter(None, [talk.language, talk.dialect]))
    if language:
        yield tr("Language: {words}").format(words=language)
    if talk.interpreter_needed == "yes":
        yield tr("Needs an interpreter.")
        if talk.interpreter_gender:
            yield tr("Preferred interpreter: {words}").format(words=talk.interpreter_gender)


def in_the_way_told(clocks: Clocks) -> Iterator[str]:
    """Who stood in the way, and how often a refusal was given in company and not asked again alone."""
    for each in clocks.blocked_by:
        words = tr("{name} stood in the way. Visits: {count}.")
        yield words.format(name=each.name or tr("Somebody"), count=each.visits)
    if clocks.refused_in_company:
        words = tr("Times a refusal was given with others listening and not asked again alone: {count}.")
        yield words.format(count=clocks.refused_in_company)


def _promised(door: AtTheDoor, today: str) -> tuple[str, ...]:
    """What is due first stands first; what has no day stands last."""
    in_order = sorted(door.promised, key=lambda each: (each.due is None, each.due or ""))
    return tuple(promise(each, today=today) for each in in_order)


def _safe_contact(door: AtTheDoor) -> str:
    if door.has_safe_contact:
        return tr("It is set. It is shown only when you ask for it.")
    return tr("Not set yet. Ask, when nobody else can hear, how to reach {name}.").format(name=door.person.call_me)


def _somebody(each: Connection) -> str:
    role = codes.person.ROLE.label(each.role).lower() if each.role else each.role_words
    return tr("{name} ({role})").format(name=each.name, role=role) if role else each.name


def _given(words: str) -> tuple[str, ...]:
    return (words,) if words.strip() else ()
