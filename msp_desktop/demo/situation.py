"""What a made-up situation is, as its file in resources/demo says it: people, visits, and what is done between them.

Shape only. A day is counted in working days from today (-1 is the last one before it); a time is local, and `+1 09:00`
is nine o'clock on the next working day. What is recorded keeps the names that the record has for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from msgspec import Meta

from msp_desktop.practice.codes.visit import STATEMENT_KIND
from msp_desktop.record.action import Action
from msp_desktop.record.connection import Connection
from msp_desktop.record.enquiry import Enquiry
from msp_desktop.record.person import Person
from msp_desktop.record.plan import Plan
from msp_desktop.record.private_contact import PrivateContact
from msp_desktop.record.safe_contact import SafeContact
from msp_desktop.record.segment import Segment
from msp_desktop.record.statement import Statement
from msp_desktop.record.visit import Visit
from msp_desktop.sheets.content import Format
from msp_desktop.sheets.guard import Going, Question
from msp_desktop.tools.shape import Key, Said, Strict

Time: TypeAlias = Annotated[str, Meta(pattern=r"^(\+\d{1,2} )?\d\d:\d\d$")]
Day: TypeAlias = int
Fields: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Of:
    """Marks a mapping that holds some of the fields of a recorded body."""

    body: type


class Drawn(Strict, frozen=True, kw_only=True):
    """One flat shape of a made-up photo: a box of left, top, width and height in per cent, or the oval inside it."""

    fill: Annotated[str, Meta(pattern="^#[0-9a-f]{6}$")]
    box: tuple[int, int, int, int]
    oval: bool = False


class Photo(Strict, frozen=True, kw_only=True):
    """A photo, drawn in shapes, the later ones over the earlier."""

    caption: Said
    consent: str = ""
    drawn: tuple[Drawn, ...]


class Print(Strict, frozen=True, kw_only=True):
    """A sheet that is printed, and what the guard was answered. `filled` takes the last answers to its tool."""

    sheet: str
    going: Going
    filled: bool = False
    of_visit: bool = False
    format: Format = Format.STANDARD
    replies: dict[Question, str] = {}
    ticked: tuple[Key, ...] = ()
    copies: int = 1
    reason: str = ""
    did_not_come: bool = False


class Closed(Strict, frozen=True, kw_only=True):
    """A promise, named by what it says, that is kept or no longer needed."""

    what: Said
    words: str = ""


class Changed(Strict, frozen=True, kw_only=True):
    """A step in the life of an outcome, which is named by its words."""

    of: Said
    status: str
    words: str = ""
    score: Annotated[int, Meta(ge=0, le=10)] | None = None
    judged_by: str | None = None


class Deed(Strict, frozen=True, kw_only=True):
    """Something done at one time, at the desk or during a visit."""

    at: Time
    person: Annotated[Fields, Of(Person)] = {}
    around: dict[Key, Annotated[Fields, Of(Connection)]] = {}
    safe_contact: Annotated[Fields, Of(SafeContact)] = {}
    revealed: str = ""
    enquiry: Annotated[Fields, Of(Enquiry)] = {}
    plan: Annotated[Fields, Of(Plan)] = {}
    tool: str = ""
    answers: Fields = {}
    unfinished: bool = False
    outcome: Changed | None = None
    promised: Annotated[Fields, Of(Action)] = {}
    kept: Closed | None = None
    dropped: Closed | None = None
    printed: Print | None = None


class AtDesk(Deed, frozen=True, kw_only=True):
    """A deed between visits."""

    day: Day


class Step(Deed, frozen=True, kw_only=True):
    """A deed during a visit, or a change of who is in the room, or one line of the note.

    `came_in` and `left` name people of the situation; `room` tells more of the stretch that is running; `asked` is
    the question that a line answers; `by` is who said what was told, one of the people or a name.
    """

    came_in: tuple[Key, ...] = ()
    left: Key | None = None
    only_us: bool = False
    room: Annotated[Fields, Of(Segment)] = {}
    said: str = ""
    observed: str = ""
    told: str = ""
    think: str = ""
    did: str = ""
    by: str = ""
    asked: str = ""
    line: Annotated[Fields, Of(Statement)] = {}
    photo: Photo | None = None

    @property
    def lines(self) -> Iterator[tuple[str, str]]:
        """Kind and words of each line that this step writes."""
        return ((kind, words) for kind in STATEMENT_KIND if (words := getattr(self, kind)))


class Planned(Strict, frozen=True, kw_only=True):
    """On which day a visit was planned, and for what time."""

    on: Day
    time: Time


class NotMade(Strict, frozen=True, kw_only=True):
    """Why a visit did not take place."""

    at: Time
    reason: str
    what_happened: str = ""
    who_said_so: str = ""


class OtherResult(Strict, frozen=True, kw_only=True):
    """Another result about time alone than the rule's."""

    result: str
    because: Said


class Amended(Strict, frozen=True, kw_only=True):
    """How a signed visit is changed later, and signed again."""

    day: Day
    at: Time
    reason: Said
    steps: tuple[Step, ...] = ()
    changes: Annotated[Fields, Of(Visit)] = {}
    signed: Time


class VisitTold(Strict, frozen=True, kw_only=True):
    """One visit from plan to signature. Without a `start` it is still to come, or was not made.

    `alone` holds the answers about time alone, `alone_from` when the stretch that they are about began; with
    `is_open` the result is not confirmed. `car` is when all that was written down. Without `signed` it stays a
    draft; `unsaved` are lines that were being written when the program stopped.
    """

    day: Day
    planned: Planned | None = None
    visit: Annotated[Fields, Of(Visit)] = {}
    start: Time | None = None
    steps: tuple[Step, ...] = ()
    not_made: NotMade | None = None
    end: Time | None = None
    car: Time | None = None
    after: Annotated[Fields, Of(Visit)] = {}
    alone: Annotated[Fields, Of(PrivateContact)] = {}
    alone_from: Time | None = None
    other_result: OtherResult | None = None
    is_open: bool = False
    later: tuple[Step, ...] = ()
    signed: Time | None = None
    unsaved: tuple[Step, ...] = ()
    amended: Amended | None = None


class Situation(Strict, frozen=True, kw_only=True):
    """One situation: whom it is about, what it is there to teach, and all that happened since they met."""

    number: int
    title: Said
    teaches: Said
    met: Day
    person: Annotated[Fields, Of(Person)]
    safe_contact: Annotated[Fields, Of(SafeContact)] = {}
    people: dict[Key, Annotated[Fields, Of(Connection)]] = {}
    enquiry: Annotated[Fields, Of(Enquiry)] = {}
    visits: tuple[VisitTold, ...]
    desk: tuple[AtDesk, ...] = ()
