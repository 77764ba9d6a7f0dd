"""Who a person is: what is asked, what is read, and how the two go with the record. No widgets are laid out here."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from msp_desktop.record import entry
from msp_desktop.record.ids import RecordId
from msp_desktop.record.person import Address, Person
from msp_desktop.record.times import years
from msp_desktop.translation import tr
from ui.screens.about.form_card import KnownCard
from ui.screens.about.item import Fact, day, facts_of, fields_of, line, told_day, words
from ui.screens.about.nhs_field import NhsField
from ui.screens.about.person_record import PersonRecord
from ui.widgets.checks_field import ChecksField
from ui.widgets.form import Form
from ui.widgets.number_field import NumberField
from ui.widgets.rows_field import RowsField

NAMES = (
    line("call_me", tr("Likes to be called")),
    line("names", tr("Full name")),
    line("pronouns", tr("Pronouns"), hint=tr("For example: she, he, they"), width=220),
)
BORN = day("birth_date", tr("Birth date"), hint=tr("For example 3 May 1941"), is_past=True)
NOTED = day("age_noted_on", tr("When was that noted?"), is_past=True)
LOCAL = line("local_id", tr("Number in your council's system"), width=320)
ABOUT = words(
    "about",
    tr("What to know about them"),
    lines=3,
    hint=tr("Who they are beside the worry: what they love, what they are good at, what matters to them."),
)
WHY = words("restricted_because", tr("Why is it restricted?"), lines=2)
ADDRESS = (
    line("lines", tr("House, street, town")),
    line("postcode", tr("Postcode"), width=160),
    day("since", tr("Since when?")),
    day("until", tr("Until when?")),
    words("how_to_get_in", tr("How to get in"), lines=2),
)  # fmt: skip
LABELS = {each.name: each.label for each in (*NAMES, BORN, NOTED, LOCAL, ABOUT, WHY)} | {
    "age": tr("Age"), "nhs_number": tr("NHS number"), "addresses": tr("Addresses"),
}  # fmt: skip
RESTRICTED = "restricted"


class Who:
    """The card about who somebody is. `today` is when an age is noted that nobody gave a day for."""

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
        self._card.show_facts(facts(person, today=self._record.today) if person else ())

    def change(self) -> None:
        """Open the form."""
        person = self._record.body
        if person is not None:
            form = who_form()
            form.load(answers(person))
            self._card.open_form(form)
            self._ask(form)

    def changed(self) -> None:
        """Keep what was typed."""
        form = self._card.form
        if form is None:
            return
        values = form.values()
        if values["age"] is not None and not values["age_noted_on"]:
            form.fields["age_noted_on"].load(self._record.today.isoformat())
        form.fields["call_me"].show_error("" if values["call_me"] else tr("Enter what the person likes to be called."))
        self._ask(form)
        given = form.values()
        self._record.change("who", lambda person: answered(person, given))

    def done(self) -> None:
        """Close the form; what was typed is saved when the page is left."""
        if not self._card.leads_to_problem():
            self.show()

    def _ask(self, form: Form) -> None:
        values = form.values()
        hidden = {"age", "age_noted_on"} if values["birth_date"] else set[str]()
        hidden |= {"age_noted_on"} if values["age"] is None else set()
        hidden |= set() if values[RESTRICTED] else {"restricted_because"}
        form.ask(set(form.fields) - hidden)


def who_card() -> KnownCard:
    """The card, empty."""
    return KnownCard(
        tr("Who they are"), empty=tr("Only what to call them is known. Press Change to write down what you learn.")
    )


def who_form() -> Form:
    """The questions."""
    names, rest = fields_of(NAMES), fields_of((LOCAL,))
    return Form({
        **names,
        **fields_of((BORN,)),
        "age": NumberField(tr("About how old, if nobody knows the birth date?")),
        **fields_of((NOTED,)),
        "nhs_number": NhsField(tr("NHS number")),
        **rest,
        "addresses": RowsField(tr("Addresses"), lambda: Form(fields_of(ADDRESS), carries_rest=True),
                               more=tr("Add an address")),
        **fields_of((ABOUT,)),
        RESTRICTED: ChecksField(tr("Who may open this record?"), {RESTRICTED: tr("Only somebody who says why")}),
        **fields_of((WHY,)),
    })  # fmt: skip


def answers(person: Person) -> dict[str, Any]:
    """A person as the form shows them."""
    values = asdict(person)
    return {**values, RESTRICTED: (RESTRICTED,) if person.is_restricted else ()}


def answered(person: Person, values: dict[str, Any]) -> Person:
    """The person with what the form says; what it does not ask stays."""
    given = {name: value for name, value in values.items() if name not in (RESTRICTED, "addresses")}
    addresses = tuple(Address(**row) for row in values["addresses"])
    return replace(person, **given, addresses=addresses, is_restricted=bool(values[RESTRICTED]))


def facts(person: Person, *, today: date) -> tuple[Fact, ...]:
    """What there is to read about who somebody is."""
    number = entry.shown_nhs_number(person.nhs_number)
    return (
        *facts_of(NAMES, asdict(person)),
        *_age(person, today),
        *(((tr("NHS number"), number),) if number else ()),
        *facts_of((LOCAL,), asdict(person)),
        *(_address(each, today) for each in person.addresses if each.lines or each.postcode),
        *facts_of((ABOUT,), asdict(person)),
        *_restricted(person),
    )


def _age(person: Person, today: date) -> tuple[Fact, ...]:
    if born := told_day(person.birth_date or ""):
        sentence = tr("{day}, {years} years old")
        return ((tr("Born"), sentence.format(day=born, years=years(person.birth_date or "", today))),)
    if person.age is None:
        return ()
    noted = told_day(person.age_noted_on or "")
    sentence = tr("About {years}, noted on {day}") if noted else tr("About {years}")
    return ((tr("Age"), sentence.format(years=person.age, day=noted)),)


def _address(address: Address, today: date) -> Fact:
    until = told_day(address.until or "")
    is_past = bool(until) and (address.until or "") < today.isoformat()
    since = told_day(address.since or "")
    lines = (
        tr(", ").join(filter(None, [address.lines, address.postcode])),
        tr("Since {day}.").format(day=since) if since else "",
        tr("Until {day}.").format(day=until) if until else "",
        tr("How to get in: {how}").format(how=address.how_to_get_in) if address.how_to_get_in else "",
    )
    return tr("Earlier address") if is_past else tr("Address"), "\n".join(filter(None, lines))


def _restricted(person: Person) -> tuple[Fact, ...]:
    if not person.is_restricted:
        return ()
    sentence = tr("Whoever opens this record says why. {because}").format(because=person.restricted_because)
    return ((tr("Restricted"), sentence.strip()),)
