"""The timeline in words. What was said alone, and what the worker thinks, is only counted here: a visit shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from msp_desktop.practice import codes
from msp_desktop.practice.said_alone import said_in_company
from msp_desktop.record import company
from msp_desktop.record.event import Event
from msp_desktop.record.filled import Answers
from msp_desktop.record.planning import planned_time
from msp_desktop.record.statement import Statement
from msp_desktop.record.timeline import Moment
from msp_desktop.record.times import shown_day, shown_time
from msp_desktop.record.visit import Visit
from msp_desktop.translation import tr

Title = Callable[[Answers | Event], str]

MOST_LINES, LONGEST = 3, 160
_EVENTS = {
    "print": tr("Printed: “{title}”."),
    "export": tr("Saved as a file: “{title}”."),
    "not_printed": tr("Sent to a printer or a file, and did not come out: “{title}”."),
}
_STATES = {
    "planned": tr("{type}, planned for {time}."),
    "not_begun": tr("{type}, planned for {time}. It has not begun."),
    "going_on": tr("{type}. Going on now."),
    "draft": tr("{type}. Draft, not signed yet."),
    "complete": tr("{type}. Complete and signed."),
    "addendum": tr("{type}. Changed after signing, with a reason."),
    "not_made": tr("{type}. Not made: {reason}."),
}


@dataclass(frozen=True, slots=True)
class MomentWords:
    """One line: its day, what it is, what is said of it, and the visit that it opens; empty where there is none."""

    day: str
    what: str
    beside: tuple[str, ...] = ()
    visit: str = ""
    time: str = ""


def moment_words(moment: Moment, *, today: str, title: Title) -> MomentWords:
    """One line of the timeline; `title` gives the title of the tool or the sheet."""
    body, day, visit = moment.body, shown_day(moment.day), moment.visit or ""
    if isinstance(body, Visit):
        at = body.started_at or body.planned_at
        return MomentWords(day, _visit(body, today), _lines(body), visit, shown_time(at, body.zone) if at else "")
    if isinstance(body, Answers):
        words = tr("Filled in: “{title}”.") if body.state == "finished" else tr("Begun to fill in: “{title}”.")
        return MomentWords(day, words.format(title=title(body)), visit=visit)
    return MomentWords(day, _event(body, title), visit=visit)


def _visit(body: Visit, today: str) -> str:
    reason = codes.visit.VISIT_NOT_MADE.label(body.not_made.reason) if body.not_made else ""
    type_ = codes.visit.VISIT_TYPE.label(body.type) if body.type else tr("Visit")
    return _STATES[_state(body, today)].format(type=type_, time=planned_time(body), reason=reason)


def _state(body: Visit, today: str) -> str:
    if company.running(body):
        return "going_on"
    if body.not_made and body.state == "draft":
        return "not_made"
    return "not_begun" if body.state == "planned" and body.day < today else body.state


def _lines(body: Visit) -> tuple[str, ...]:
    shown = said_in_company(body)[:MOST_LINES]
    rest = len(body.statements) - len(shown)
    told = tr("{count} more lines stand in the visit.") if shown else tr("{count} lines stand in the visit.")
    return (*map(_line, shown), *([told.format(count=rest)] if rest else []))


def _line(line: Statement) -> str:
    kind = codes.visit.STATEMENT_KIND.label(line.kind)
    words = " ".join(line.words.split())
    cut = words if len(words) <= LONGEST else words[:LONGEST] + "…"
    return tr("{kind}: “{words}”").format(kind=kind, words=cut)


def _event(body: Event, title: Title) -> str:
    if not body.sheet:
        return tr("A picture was copied to a file.") if body.subject_kind == "attachment" else tr("Copied to a file.")
    return _EVENTS[body.what].format(title=title(body))
