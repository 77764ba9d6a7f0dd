"""The parts of a person's page that can be changed there, put together.

That somebody looks at a person, and why where the record is restricted, is an event of the page around them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.screens.about import talk, warnings, who
from ui.screens.about.around import Around
from ui.screens.about.around_view import AroundCard
from ui.screens.about.person_record import PersonRecord
from ui.screens.about.safe import Safe
from ui.screens.about.safe_view import SafeCard
from ui.screens.person.part import Part
from ui.shell import Shell

if TYPE_CHECKING:
    from msp_desktop.record.ids import RecordId


def make(shell: Shell) -> tuple[Part, ...]:
    """Who they are, how to talk together, warnings, the people around them, and the safe contact."""
    return (*_of_the_person(shell), _around(shell), _safe_contact(shell))


def _of_the_person(shell: Shell) -> tuple[Part, ...]:
    # One writing for the three: what is typed in one of them never pushes out what was typed in another.
    cards = who.who_card(), talk.talk_card(), warnings.warnings_card()
    record = PersonRecord(
        shell.workspace.people, shell.background, cards[0].offer,
        labels={**who.LABELS, **talk.LABELS, **warnings.LABELS}, tell=shell.told.emit,
    )  # fmt: skip
    first, second, third = who.Who(cards[0], record), talk.Talk(cards[1], record), warnings.Warnings(cards[2], record)
    return (
        Part(cards[0], first.open, first.leave),
        Part(cards[1], second.open, second.leave),
        Part(cards[2], third.open, third.leave),
    )


def _around(shell: Shell) -> Part:
    card, parts = AroundCard(), shell.workspace
    around = Around(card, parts.connections, shell.background, people=parts.people, tell=shell.told.emit)
    return Part(card, around.open, around.leave)


def _safe_contact(shell: Shell) -> Part:
    def visit_of(person: RecordId) -> RecordId | None:
        here = shell.here
        return here.visit if here is not None and here.person == person else None

    card = SafeCard()
    safe = Safe(card, shell.workspace.safe_contacts, shell.background, visit_of=visit_of, tell=shell.told.emit)
    return Part(card, safe.open, safe.leave)
