"""The register of paper: what it says of prints, and what is to be counted back after a visit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.store import Store
from msp_desktop.record.ids import RecordId
from msp_desktop.record.people import People
from msp_desktop.record.visit import PaperCount
from msp_desktop.record.visits import Visits
from msp_desktop.sheets.guard import NO, Going, Question
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order, Printer
from msp_desktop.sheets.register import Register, counted
from msp_desktop.tools.library import Library
from tests.record.conftest import Hands

TITLE = "Where it stands today"


@pytest.fixture
def printer(store: Store) -> Printer:
    return Printer(store, Library())


@pytest.fixture
def order(store: Store, hands: Hands) -> Order:
    """A blank ruler for a planned visit, to take along."""
    person = People(store).new("Margaret Hill").id
    visit = Visits(store).plan(person, at=hands.now).id
    replies = {Question.NEUTRAL_TITLE: NO}
    choices = Choices(going=Going.WITH_ME, replies=replies)
    return Order(sheet_id="scaling.ruler", choices=choices, person=person, visit=visit)


def visit_of(order: Order) -> RecordId:
    assert order.visit is not None
    return order.visit


def test_the_register_says_what_was_printed_of_which_class_and_where_it_went(
    store: Store, printer: Printer, order: Order
) -> None:
    printer.print(order, copies=2)
    (one,) = Register(store).latest(limit=10)
    assert (one.title, str(one.leave), one.going, one.copies) == (TITLE, "A", Going.WITH_ME, 2)
    assert one.person == order.person


def test_what_is_taken_into_a_home_is_to_be_counted_back(store: Store, printer: Printer, order: Order) -> None:
    printer.print(order, copies=2)
    printer.print(order)
    assert Register(store).taken_to(visit_of(order)) == (PaperCount(sheet=TITLE, taken=3),)


def test_a_file_or_a_letter_is_not_looked_for_in_the_home(store: Store, printer: Printer, order: Order) -> None:
    printer.print(replace(order, choices=replace(order.choices, going=Going.FILE)))
    assert Register(store).taken_to(visit_of(order)) == ()


def test_paper_that_did_not_come_out_is_not_looked_for(store: Store, printer: Printer, order: Order) -> None:
    printer.print(order)
    printer.print(order)
    printer.did_not_come(order)
    register = Register(store)
    assert register.taken_to(visit_of(order)) == (PaperCount(sheet=TITLE, taken=1),)
    assert [each.copies for each in register.latest(limit=10)] == [0, 1]


def test_the_register_of_one_person_leaves_out_the_others(
    store: Store, printer: Printer, order: Order, hands: Hands
) -> None:
    other = People(store).new("Raj").id
    printer.print(order)
    hands.pass_minutes(1)
    printer.print(replace(order, person=other, visit=None))
    register = Register(store)
    assert order.person is not None
    assert [each.person for each in register.of(order.person)] == [order.person]
    assert [each.person for each in register.latest(limit=10)] == [other, order.person]


def test_what_the_worker_counted_stays_and_is_never_lowered() -> None:
    noted = (PaperCount(sheet=TITLE, taken=3, left=1, back=2), PaperCount(sheet="A leaflet", taken=1))
    printed = (PaperCount(sheet=TITLE, taken=2), PaperCount(sheet="Comfort card", taken=1))
    assert counted(noted, printed) == (*noted, PaperCount(sheet="Comfort card", taken=1))
    assert counted((PaperCount(sheet=TITLE, taken=1),), printed)[0].taken == 2
