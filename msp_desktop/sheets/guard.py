"""The leave-behind guard: what is asked, left out and told before paper leaves the laptop. Pure; prints nothing.

Command line and window both go through it. It repeats what the worker was told and never calls anything safe
(practice.md 1.4, 2.3 and D5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.practice.said_alone import Heard
from msp_desktop.record.ids import SegmentId
from msp_desktop.record.safe_contacts import GuardAnswers
from msp_desktop.record.segment import Presence, Segment
from msp_desktop.translation import tr

H = TypeVar("H", bound=Heard)


class Going(StrEnum):
    """Where the paper, or the file, is going."""

    WITH_ME = "with_me"
    STAYS = "stays"
    POST = "post"
    FILE = "file"


class Question(StrEnum):
    """What the guard asks. The answers are kept with the event of printing."""

    MAY_STAY = "may_stay"
    MUST_NOT_BE_FOUND = "must_not_be_found"
    WHO_OPENS_POST = "who_opens_post"
    NEUTRAL_TITLE = "neutral_title"


QUESTIONS: Mapping[Question, str] = {
    Question.MAY_STAY: tr("Did the person tell you, on their own, that this paper can stay with them?"),
    Question.MUST_NOT_BE_FOUND: tr("Does it name a person, a fear or a plan that nobody else there should find?"),
    Question.WHO_OPENS_POST: tr("Who opens the post there? Write what the person told you."),
    Question.NEUTRAL_TITLE: tr("Print it under a neutral title?"),
}

YES, NO = "yes", "no"
"""The replies to all questions but the one about the post, which is answered in words."""


@dataclass(frozen=True, slots=True)
class Printing:
    """One wish to print. `private` are the filled fields heard in private; `ticked` those the worker chose to print.

    `is_dangerous_title` marks a sheet whose own title would tell a finder what it is about; `has_free_words` one that
    holds words which nobody chose from a list.
    """

    leave: Leave
    going: Going
    private: frozenset[str] = frozenset()
    ticked: frozenset[str] = frozenset()
    is_dangerous_title: bool = False
    has_free_words: bool = False
    replies: Mapping[Question, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the guard says. Print only when `may_print`: nothing is refused and every question has its answer.

    `asked` are all questions that this wish brings up, `questions` those that are still open.
    """

    leave: Leave
    asked: tuple[Question, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: frozenset[str] = frozenset()
    warnings: tuple[str, ...] = ()
    refusal: str = ""
    has_neutral_title: bool = False
    has_date: bool = True

    @property
    def may_print(self) -> bool:
        """Whether the sheet may be printed now, with what is left out left out."""
        return not self.questions and not self.refusal


def decide(wish: Printing, contact: GuardAnswers) -> Decision:
    """What holds for this wish; ask what it asks, add the replies, and decide again until nothing is asked."""
    refusal, asked = _refusal(wish, contact), tuple(_asked(wish))
    return Decision(
        leave=wish.leave,
        asked=asked,
        questions=() if refusal else tuple(each for each in asked if not wish.replies.get(each, "").strip()),
        left_out=frozenset() if wish.leave is Leave.C else wish.private - wish.ticked,
        warnings=tuple(_warnings(wish, contact)),
        refusal=refusal,
        has_neutral_title=wish.is_dangerous_title and wish.replies.get(Question.NEUTRAL_TITLE) == YES,
        has_date=wish.leave is Leave.A or not _stays_there(wish) or _may_be_written_to(contact),
    )


def heard_in_private(
    values: Iterable[H], segments: Mapping[SegmentId, Segment], *, key: Callable[[H], str]
) -> frozenset[str]:
    """The keys of values not known to have been heard in company: who was there unsaid counts as private."""
    return frozenset(key(value) for value in values if not _was_in_company(value, segments))


# What somebody says with only these in the room is not known to those they live with.
_OUTSIDERS = frozenset(
    ("advocate", "independent_supporter", "interpreter", "gp", "nurse", "police", "social_worker", "other_professional")
)


def _was_in_company(value: Heard, segments: Mapping[SegmentId, Segment]) -> bool:
    segment = segments.get(value.segment) if value.segment else None
    return segment is not None and segment.company == "company" and any(map(_heard_it, segment.present))


def _heard_it(presence: Presence) -> bool:
    return presence.role not in _OUTSIDERS and not (presence.came_in_at or presence.left_at)


def _stays_there(wish: Printing) -> bool:
    return wish.going in (Going.STAYS, Going.POST)


def _asked(wish: Printing) -> list[Question]:
    asked = []
    if wish.leave is Leave.B and _stays_there(wish):
        found = [Question.MUST_NOT_BE_FOUND] if wish.has_free_words else []
        asked = [Question.MAY_STAY, *found, Question.WHO_OPENS_POST]
    if wish.is_dangerous_title and wish.leave is not Leave.C:
        asked.append(Question.NEUTRAL_TITLE)
    return asked


def _refusal(wish: Printing, contact: GuardAnswers) -> str:
    if not _stays_there(wish):
        return ""
    if wish.leave is Leave.C:
        return tr("This sheet is never left in the home or posted there. Print it to keep with you.")
    if wish.going is Going.POST and _is_never_written_to(contact):
        return tr("You told me: letters are not to be sent. Nothing was printed for the post.")
    if wish.leave is Leave.A:
        return ""
    if wish.replies.get(Question.MAY_STAY, YES) != YES:
        return tr("The person has not told you on their own that this can stay. Take it back with you.")
    if wish.has_free_words and wish.replies.get(Question.MUST_NOT_BE_FOUND, NO) != NO:
        return tr("You told me: it holds something that nobody else there should find. Take it back with you.")
    return ""


def _warnings(wish: Printing, contact: GuardAnswers) -> Iterable[str]:
    if wish.going is Going.FILE:
        yield tr("A file leaves the sealed record. Anybody who finds it can read it.")
    if wish.leave is not Leave.C and wish.private - wish.ticked:
        yield tr("What was said alone is left out, except what you tick.")
    if _stays_there(wish) and wish.leave is Leave.B:
        yield from _told(contact)


def _told(contact: GuardAnswers) -> Iterable[str]:
    if not contact.is_set:
        yield tr("You have not been told how to reach this person without harm. Dates are left out.")
        return
    if _is_never_written_to(contact):
        yield tr("You told me: letters are not to be sent. Dates are left out.")
    elif contact.letter_ok != YES:
        yield tr("You told me: it is not known whether letters can be sent. Dates are left out.")
    if contact.address_sensitive == YES:
        yield tr("You told me: the address must not be given away. It is on no sheet, and dates are left out.")


def _is_never_written_to(contact: GuardAnswers) -> bool:
    return contact.letter_ok == NO or "letter" in contact.never


def _may_be_written_to(contact: GuardAnswers) -> bool:
    known = contact.is_set and contact.letter_ok == YES and "letter" not in contact.never
    return known and contact.address_sensitive != YES
