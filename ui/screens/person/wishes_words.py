"""What somebody wants and what was agreed, in words: theirs first, the numbers beside. Plain values for the view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msp_desktop.practice import codes
from msp_desktop.record.action import Action
from msp_desktop.record.outcome import Outcome
from msp_desktop.record.record import Record
from msp_desktop.record.times import shown_day
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class WishWords:
    """One outcome: its words, and what is known of it."""

    words: str
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionWords:
    """One action: its place in the list, what was promised, by whom and by when, and whether it is still to do."""

    place: int
    what: str
    beside: str
    is_open: bool
    is_overdue: bool


def wish_words(body: Outcome) -> WishWords:
    """One outcome."""
    words = tr("“{words}”").format(words=body.words)
    must_not = tr("This must not happen.") if body.must_not_happen else ""
    idea = codes.outcome.WHOSE_IDEA.label(body.whose_idea) + "." if body.whose_idea else ""
    now = next((step.words for step in reversed(body.history) if step.words), "")
    said_now = tr("Now: “{words}”").format(words=now) if now else ""
    status = tr("Status: {status}.").format(status=codes.outcome.OUTCOME_STATUS.label(body.status))
    facts = " ".join(filter(None, [_scores(body), status, idea]))
    return WishWords(words, tuple(filter(None, [must_not, said_now, facts])))


def in_order(actions: Sequence[Record[Action]]) -> tuple[Record[Action], ...]:
    """What is to be done first, the earliest day first; what is done or dropped behind, the latest first."""
    still = [each for each in actions if each.body.state == "open"]
    closed = [each for each in actions if each.body.state != "open"]
    by_day = sorted(still, key=lambda each: (each.body.due or "9999", each.n))
    return (*by_day, *sorted(closed, key=lambda each: each.body.closed_at or "", reverse=True))


def action_words(place: int, body: Action, *, today: str) -> ActionWords:
    """One action; one that would give the safe contact away does not say what it is."""
    is_open = body.state == "open"
    what = tr("Kept out of sight, because it would tell how to reach them.") if body.is_restricted else body.what
    is_overdue = is_open and body.due is not None and body.due < today
    state = "" if is_open else codes.outcome.ACTION_STATE.label(body.state) + "."
    beside = " ".join(filter(None, [_who(body.who), _due(body, is_overdue=is_overdue), state]))
    return ActionWords(place, what, beside, is_open, is_overdue)


def counted(wishes: int, actions: Sequence[Record[Action]], *, today: str) -> str:
    """What is left out while others may see the screen: how much there is, and no word of it."""
    still = [each.body for each in actions if each.body.state == "open"]
    late = sum(1 for each in still if each.due is not None and each.due < today)
    return tr(
        "Wishes: {wishes}. Still to do: {still}, of these overdue: {late}. The words are left out while others may see"
        " the screen."
    ).format(wishes=wishes, still=len(still), late=late)


def _scores(body: Outcome) -> str:
    now = next((step.score for step in reversed(body.history) if step.score is not None), None)
    start = body.score_at_start
    if start is not None and now is not None:
        return tr("From 0 to 10: {start} at the start, {now} now.").format(start=start, now=now)
    if start is not None:
        return tr("From 0 to 10: {start} at the start.").format(start=start)
    return tr("From 0 to 10: {now} now.").format(now=now) if now is not None else ""


def _who(who: str) -> str:
    return tr("{who}.").format(who=who) if who else ""


def _due(body: Action, *, is_overdue: bool) -> str:
    if not body.due:
        return ""
    words = tr("Overdue since {day}.") if is_overdue else tr("By {day}.")
    return words.format(day=shown_day(body.due))
