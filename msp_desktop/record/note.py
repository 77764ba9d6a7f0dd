"""The note that is pasted into a council system: plain text, the person's words first (practice.md 4.4, Appendix B).

Line 1 is the private contact, line 2 whom not to share with. Nothing here saves, prints or copies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msp_desktop.practice import codes
from msp_desktop.record import note_private
from msp_desktop.record.action import Action
from msp_desktop.record.note_private import one_line, quoted
from msp_desktop.record.outcome import Outcome
from msp_desktop.record.restricted import Restricted
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.record.statement import Statement
from msp_desktop.record.times import minutes, shown_day, shown_time
from msp_desktop.record.visit import Visit
from msp_desktop.record.written import badge, visit_badge
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a note is made from. `tools` are the lines that filled tools put into the record."""

    visit: Visit
    outcomes: tuple[Outcome, ...] = ()
    actions: tuple[Action, ...] = ()
    do_not_share_with: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    restricted: Restricted = field(default_factory=Restricted)


def note(material: Material) -> str:
    """The whole note. Words of the safe contact are replaced by "see restricted", wherever they stand."""
    lines = [*_lines(material)]
    return "\n".join(material.restricted.hidden(line) for line in lines) + "\n"


def _lines(material: Material) -> Iterator[str]:
    visit = material.visit
    yield note_private.private_contact_line(visit)
    yield _do_not_share(material)
    yield _visit_line(visit)
    yield from _headed(tr("WHY I WENT"), [visit.purpose])
    yield from _headed(tr("WHO WAS THERE"), [_room(each, visit.zone) for each in visit.segments if not _is_empty(each)])
    yield from _headed(tr("IN THE PERSON'S WORDS"), _statements(visit, "said"))
    yield from _headed(tr("SAME QUESTION, TWO ROOMS"), note_private.two_rooms(visit))
    yield from _headed(tr("WHAT I SAW, HEARD OR SMELT"), _statements(visit, "observed"))
    yield from _headed(tr("WHAT OTHERS TOLD ME"), _statements(visit, "told"))
    yield from _headed(tr("WHAT I THINK AND WHY"), _statements(visit, "think"))
    yield from _headed(tr("WHAT I DID"), _statements(visit, "did"))
    yield from _headed(tr("WHAT THE PERSON WANTS"), map(_outcome, _wanted(material, must_not=False)))
    yield from _headed(tr("WHAT MUST NOT HAPPEN"), map(_outcome, _wanted(material, must_not=True)))
    yield from _headed(tr("FILLED IN TOGETHER"), material.tools)
    yield from _headed(tr("WHAT WE AGREED"), map(_action, material.actions))
    yield from _headed(tr("DANGER BEFORE TOMORROW"), _danger(visit))
    yield from _headed(tr("WHAT I DID NOT FIND OUT"), [visit.not_found_out])
    yield from _headed(tr("READ BACK, AND WHAT THEY SAID TO IT"), [visit.read_back])
    yield from _headed(tr("NEXT TIME ALONE"), note_private.next_attempt(visit, material.restricted))
    yield from _headed(tr("PAPER"), _paper(visit))
    yield from _headed(tr("CHANGED AFTER SIGNING"), [visit.amends.reason if visit.amends else ""])


def _headed(heading: str, lines: Iterable[str]) -> list[str]:
    told = [one_line(line) for line in lines if line.strip()]
    return [f"{heading}:", *(f"- {line}" for line in told)] if told else []


def _do_not_share(material: Material) -> str:
    names = [one_line(name) for name in material.do_not_share_with]
    names += [tr("see restricted")] if material.restricted.is_set else []
    who = ", ".join(names) or tr("nobody named")
    return tr("DO NOT SHARE WITH: {who}. Check before any disclosure.").format(who=who)


def _visit_line(visit: Visit) -> str:
    parts = [tr("VISIT: {day}").format(day=shown_day(visit.day))]
    if visit.started_at:
        times = [shown_time(each, visit.zone) for each in (visit.started_at, visit.ended_at) if each]
        parts.append("-".join(times))
    if visit.not_made:
        reason = codes.visit.VISIT_NOT_MADE.label(visit.not_made.reason)
        parts.append(tr("not made: {reason}").format(reason=reason))
        parts += [one_line(visit.not_made.what_happened)] if visit.not_made.what_happened else []
    elif visit.type:
        parts.append(codes.visit.VISIT_TYPE.label(visit.type))
    if written := visit_badge(visit):
        parts.append(codes.visit.WRITTEN.label(written))
    return ". ".join(parts) + "."


def _is_empty(segment: Segment) -> bool:
    # The moment between the start and the first press of a button tells nobody anything.
    is_over = segment.end is not None and minutes(segment.start, segment.end) == 0
    return is_over and segment.company == "unknown"


def _room(segment: Segment, zone: str) -> str:
    times = "-".join(shown_time(each, zone) for each in (segment.start, segment.end) if each)
    who = ", ".join(_presence(each) for each in segment.present) or codes.visit.COMPANY.label(segment.company)
    heard = f"; {codes.visit.EARSHOT.label(segment.in_earshot)}" if segment.in_earshot else ""
    return f"{times}: {who}{heard}"


def _presence(presence: Presence) -> str:
    role = codes.person.ROLE.label(presence.role) if presence.role else ""
    return " ".join(filter(None, [presence.name, f"({role})" if presence.name and role else role])) or tr("somebody")


def _statements(visit: Visit, kind: str) -> list[str]:
    return [_statement(visit, each) for each in visit.statements if each.kind == kind and not each.is_restricted]


def _statement(visit: Visit, line: Statement) -> str:
    words = quoted(line) if line.kind in ("said", "told") else one_line(line.words)
    who = f"{one_line(line.speaker)}: " if line.speaker else ""
    late = badge(visit, line) == "later"
    return f"{who}{words}" + (f" ({codes.visit.WRITTEN.label('later')})" if late else "")


def _wanted(material: Material, *, must_not: bool) -> list[Outcome]:
    return [each for each in material.outcomes if each.must_not_happen == must_not]


def _outcome(outcome: Outcome) -> str:
    score = next((each.score for each in reversed(outcome.history) if each.score is not None), outcome.score_at_start)
    beside = [codes.outcome.WHOSE_IDEA.label(outcome.whose_idea) if outcome.whose_idea else ""]
    beside.append(tr("{score} out of 10").format(score=score) if score is not None else "")
    told = "; ".join(filter(None, beside))
    return f'"{one_line(outcome.words)}"' + (f" ({told})" if told else "")


def _action(action: Action) -> str:
    what = tr("see restricted") if action.is_restricted else one_line(action.what)
    due = tr("by {day}").format(day=shown_day(action.due)) if action.due else ""
    return ", ".join(filter(None, [what, one_line(action.who), due]))


def _danger(visit: Visit) -> list[str]:
    if visit.danger is None:
        return []
    answer = ". ".join(filter(None, [codes.visit.YES_NO.label(visit.danger.answer), one_line(visit.danger.what)]))
    rang = [
        tr("Rang {who} at {time}: {said}").format(who=each.who, time=shown_time(each.at, visit.zone), said=each.said)
        for each in visit.danger.rang
    ]
    return [answer, *rang]


def _paper(visit: Visit) -> list[str]:
    return [
        tr("{sheet}: {left} left, {back} came back").format(sheet=each.sheet, left=each.left, back=each.back)
        for each in visit.paper
        if each.left is not None and each.back is not None
    ]
