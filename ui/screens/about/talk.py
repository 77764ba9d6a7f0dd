"""How to talk together: the Accessible Information needs as they are asked and read, and the signals at the door."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from msp_desktop.practice import codes
from msp_desktop.record.ids import RecordId
from msp_desktop.record.person import Communication, Person
from msp_desktop.translation import tr
from ui.screens.about.form_card import KnownCard
from ui.screens.about.item import Fact, checks, choice, day, facts_of, fields_of, line, words
from ui.screens.about.long_form import LongForm
from ui.screens.about.person_record import PersonRecord

FIRST = (
    words("how", tr("What helps"), lines=2,
          hint=tr("In their words where you can: sit on the left, short sentences, wait for the answer.")),
    line("language", tr("Language")),
    choice("interpreter_needed", tr("Is an interpreter needed?"), codes.visit.YES_NO),
    words("stop_signal", tr("Signal to stop")),
    words("best_time", tr("Best time")),
)  # fmt: skip
REST = (
    line("dialect", tr("Dialect")),
    line("interpreter_gender", tr("Should the interpreter be a woman or a man?")),
    words("reads", tr("What they can read, and in which language")),
    checks("sign_or_other", tr("Sign language and other ways"), codes.person.SIGN_LANGUAGE),
    checks("aids", tr("Aids"), codes.person.AID),
    checks("formats", tr("Formats for what is written"), codes.person.FORMAT),
    words("format_note", tr("More about formats"), hint=tr("For example the size of large print")),
    words("yes_signal", tr("Signal for yes")),
    words("no_signal", tr("Signal for no")),
    words("tired_signal", tr("Signal for tired")),
    words("best_place", tr("Best place")),
    day("reviewed_on", tr("Last gone through together"), is_past=True),
)
READ = (
    "how", "language", "dialect", "reads", "interpreter_needed", "interpreter_gender", "sign_or_other", "aids",
    "formats", "format_note", "yes_signal", "no_signal", "stop_signal", "tired_signal", "best_time", "best_place",
    "reviewed_on",
)  # fmt: skip
LABELS = {"communication": tr("How to talk together")}


class Talk:
    """The card about how to talk with somebody."""

    def __init__(self, card: KnownCard, record: PersonRecord) -> None:
        self._card, self._record = card, record
        record.shown.connect(self.show)
        record.kept.connect(card.show_saved)
        card.change_requested.connect(self.change)
        card.changed.connect(self.changed)
        card.done_requested.connect(self.done)

    def open(self, id: RecordId) -> None:
        """Show one person."""
        self._record.open(id)

    def leave(self) -> None:
        """Save what was typed."""
        self._record.leave()

    def show(self) -> None:
        """What is known, with the form closed."""
        self._card.close_form()
        person = self._record.body
        self._card.show_facts(facts(person) if person else ())

    def change(self) -> None:
        """Open the form."""
        person = self._record.body
        if person is not None:
            form = LongForm(fields_of(FIRST), lambda: fields_of(REST))
            form.load(asdict(person.communication or Communication()))
            self._card.open_form(form)

    def changed(self) -> None:
        """Keep what was typed."""
        if self._card.form is not None:
            values = self._card.form.values()
            self._record.change("talk", lambda person: answered(person, values))

    def done(self) -> None:
        """Close the form; what was typed is saved when the page is left."""
        if not self._card.leads_to_problem():
            self.show()


def talk_card() -> KnownCard:
    """The card, empty."""
    return KnownCard(
        tr("How to talk together"),
        empty=tr("Nothing is written down yet. Ask how they like to talk, and what sign means stop. Press Change."),
        hint=tr("What the Accessible Information Standard asks for, and the signals that matter at the door."),
    )


def answered(person: Person, values: dict[str, Any]) -> Person:
    """The person with what the form says; nothing at all where it says nothing."""
    talk = Communication(**values)
    return replace(person, communication=None if talk == Communication() else talk)


def facts(person: Person) -> tuple[Fact, ...]:
    """What there is to read, the way somebody prepares for a visit."""
    by_name = {each.name: each for each in (*FIRST, *REST)}
    return facts_of([by_name[name] for name in READ], asdict(person.communication or Communication()))
