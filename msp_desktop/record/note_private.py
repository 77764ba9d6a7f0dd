"""The parts of a note about time alone: its first line, the same question in two rooms, the next attempt. Pure."""

from __future__ import annotations

from msp_desktop.practice import codes
from msp_desktop.practice.clocks import private_segment
from msp_desktop.record.council_panel import minutes_alone
from msp_desktop.record.private_contact import AskedOut, PrivateContact
from msp_desktop.record.restricted import Restricted
from msp_desktop.record.statement import Statement
from msp_desktop.record.times import shown_day, shown_time
from msp_desktop.record.visit import Visit
from msp_desktop.translation import tr

_TELLS_HOW_TO_REACH = frozenset({"day_service", "letter_phone"})


def private_contact_line(visit: Visit) -> str:
    """Line 1: the result; where there was time alone, its day, minutes, place and the because."""
    contact = visit.private_contact
    if contact is None or contact.result is None:
        return tr("PRIVATE CONTACT: not recorded.")
    parts = [codes.private_contact.RESULT.label(contact.result), _when(visit)]
    parts += [tr("Judged so, because {why}").format(why=one_line(contact.because)) if contact.because else ""]
    parts += [_changed(contact), one_line(contact.happened)]
    parts += [_asked_out(each) for each in contact.asked_out]
    return tr("PRIVATE CONTACT: {what}.").format(what=". ".join(part.rstrip(".") for part in parts if part))


def two_rooms(visit: Visit) -> list[str]:
    """The questions that were answered both in company and alone, with the answers side by side."""
    company = {segment.id: segment.company for segment in visit.segments}
    asked = [
        (each, company[each.segment])
        for each in visit.statements
        if each.question and each.segment in company and not each.is_restricted
    ]
    lines = []
    for question in dict.fromkeys(each.question for each, _ in asked):
        alone = [each for each, room in asked if each.question == question and room == "only_us"]
        others = [each for each, room in asked if each.question == question and room == "company"]
        if alone and others:
            lines.append(
                tr("{question} In company: {others} Alone: {alone}").format(
                    question=one_line(question), others=_all(others), alone=_all(alone)
                )
            )
    return lines


def next_attempt(visit: Visit, restricted: Restricted) -> list[str]:
    """By when, by whom and how differently; how the person is reached stays with the safe contact."""
    coming = visit.private_contact.next if visit.private_contact else None
    if coming is None:
        return []
    hides = restricted.is_set and bool(_TELLS_HOW_TO_REACH & set(coming.different))
    labels = [codes.private_contact.DIFFERENT_THIS_TIME.label(each) for each in coming.different]
    how = [tr("see restricted")] if hides else [*labels, one_line(coming.different_words)]
    by = tr("by {day}").format(day=shown_day(coming.by)) if coming.by else ""
    return [", ".join(filter(None, [by, one_line(coming.by_whom), *how]))]


def quoted(line: Statement) -> str:
    """Exact words in quotation marks, with the translation and who made it."""
    words = f'"{one_line(line.words)}"'
    if not line.translation:
        return words
    by = one_line(line.translated_by) or tr("somebody not named")
    return tr('{words} (translated: "{translation}", by {by})').format(
        words=words, translation=one_line(line.translation), by=by
    )


def one_line(text: str) -> str:
    """The text on one line, so that no entered words can pass for a heading of the note."""
    return " ".join(text.split())


def _when(visit: Visit) -> str:
    count, segment = minutes_alone(visit), private_segment(visit)
    if count is None or segment is None:
        return ""
    times = "-".join(shown_time(each, visit.zone) for each in (segment.start, segment.end or visit.ended_at) if each)
    place = codes.visit.PLACE.label(segment.place) if segment.place else ""
    return tr("{count} minutes on {day} ({where})").format(
        count=count, day=shown_day(visit.day), where=", ".join(filter(None, [place, times]))
    )


def _changed(contact: PrivateContact) -> str:
    if not contact.changed_because:
        return ""
    return tr("Chosen by the worker, because {why}").format(why=one_line(contact.changed_because))


def _asked_out(asked: AskedOut) -> str:
    reaction = codes.private_contact.REACTION.label(asked.reaction) if asked.reaction else ""
    words = f'said "{one_line(asked.words)}"' if asked.words else ""
    did = ", ".join(filter(None, [reaction, words]))
    name = one_line(asked.name) or tr("Somebody")
    return tr("{name} was asked to step out: {did}").format(name=name, did=did) if did else ""


def _all(lines: list[Statement]) -> str:
    return " ".join(quoted(each) for each in lines)
