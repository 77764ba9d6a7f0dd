"""Printing from a real vault: what is left out, what is written down first, and what never reaches a PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pikepdf
import pytest

from db.store import Store
from msp_desktop.errors import BadInput, StorageTrouble
from msp_desktop.practice.leave_behind import Leave
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.event import EVENT, Event
from msp_desktop.record.filled import Answers
from msp_desktop.record.people import People
from msp_desktop.record.private_contact import NextAttempt, PrivateContact
from msp_desktop.record.record import Record, Shelf
from msp_desktop.record.segment import Presence
from msp_desktop.record.visits import Visits
from msp_desktop.sheets.guard import Going, Question
from msp_desktop.sheets.preparing import Choices, Filled, prepared
from msp_desktop.sheets.printing import Order, Printer
from msp_desktop.sheets.register import Register
from msp_desktop.sheets.visit_summary import SHEET
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import Library
from tests.record.conftest import Hands

WITH_ME, STAYS, FILE = (Choices(going=going) for going in (Going.WITH_ME, Going.STAYS, Going.FILE))
WISH = {"words": "My own purse", "said_by": "Margaret"}
RULER = "scaling.ruler"


@pytest.fixture
def printer(store: Store) -> Printer:
    return Printer(store, Library())


@pytest.fixture
def filled(store: Store, hands: Hands) -> Record[Answers]:
    """The ruler: the question in company, what one step up would be only afterwards, alone."""
    tool = Library().tool("scaling")
    person = People(store).new("Margaret Hill").id
    visits, answers = Visits(store), AnswersShelf(store)
    visit = visits.start(visits.plan(person, at=hands.now))
    visit = visits.they_came_in(visit, Presence(who=visits.new_id(), name="Daniel", role="son"))
    hands.pass_minutes(5)
    opened = answers.open(tool, person=person, visit=visit.id)
    first: dict[str, Any] = {"question": "How much say do I have?", "score": 3, "why_not_lower": {"words": "My sister"}}
    half = answers.fill(opened, tool, first, segment=visit.body.segments[-1].id)
    visit = visits.only_us(visit)
    return answers.fill(half, tool, {**first, "one_up": WISH}, segment=visit.body.segments[-1].id)


def order(filled: Record[Answers], choices: Choices = WITH_ME) -> Order:
    return Order(sheet_id=RULER, choices=choices, answers=filled.id)


def events(store: Store) -> list[Event]:
    return [each.body for each in Shelf(store, EVENT).list() if each.body.printed]


def test_what_was_said_alone_is_printed_only_when_it_is_ticked(printer: Printer, filled: Record[Answers]) -> None:
    ready = printer.prepare(order(filled))
    assert ready.private == {"one_up"} and "My own purse" not in repr(ready.content)
    assert "How much say do I have?" in repr(ready.content)
    ticked = printer.prepare(order(filled, replace(WITH_ME, ticked=frozenset({"one_up"}))))
    assert "My own purse" in repr(ticked.content)


def test_leaving_out_what_was_said_alone_shows_no_question_that_hangs_on_it(tool: Definition) -> None:
    values = {"mood": "bad", "why_bad": "He shouts"}
    given = Filled(values=values, private=frozenset({"mood"}))
    ready = prepared(tool, tool.sheets[0], Choices(going=Going.WITH_ME), filled=given)
    assert ready.decision.leave is Leave.C  # and so nothing is left out
    looser = msgspec.structs.replace(
        tool.sheets[0], leave=msgspec.structs.replace(tool.sheets[0].leave, filled=Leave.B)
    )
    ready = prepared(tool, looser, Choices(going=Going.WITH_ME), filled=given)
    assert "He shouts" not in repr(ready.content) and "What is bad?" not in repr(ready.content)


def test_a_tick_on_what_was_not_said_alone_is_refused(printer: Printer, filled: Record[Answers]) -> None:
    with pytest.raises(BadInput, match="holds nothing said alone"):
        printer.prepare(order(filled, replace(WITH_ME, ticked=frozenset({"question"}))))


def test_each_print_is_written_down_with_its_class_place_and_copy(
    printer: Printer, filled: Record[Answers], store: Store
) -> None:
    printer.print(order(filled))
    second = printer.print(order(filled, replace(FILE, ticked=frozenset({"one_up"}))))
    first, again = events(store)
    assert (first.what, first.leave, first.where_to, first.subject) == ("print", "B", "with_me", filled.id)
    assert (again.what, again.sheet, again.visit) == ("export", RULER, filled.body.visit)
    assert first.printed and first.printed.left_out == ("one_up",)
    assert again.printed and (again.printed.copy, again.printed.ticked) == (second.copy, ("one_up",)) == (
        2,
        ("one_up",),
    )


def test_the_register_keeps_the_language_of_a_print(printer: Printer, store: Store) -> None:
    printer.print(Order(sheet_id="rights_sheet.card", choices=replace(WITH_ME, language="cy")))
    assert [each.printed.language for each in events(store) if each.printed] == ["cy"]


def test_copies_are_counted_for_each_person_apart(printer: Printer, filled: Record[Answers], store: Store) -> None:
    other = People(store).new("Raj").id
    printer.print(order(filled))
    assert printer.print(Order(sheet_id=RULER, choices=WITH_ME, person=other)).copy == 1
    assert printer.print(Order(sheet_id=RULER, choices=WITH_ME, person=other)).copy == 2


def test_if_it_cannot_be_written_down_nothing_is_printed(
    printer: Printer, filled: Record[Answers], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StorageTrouble("The disk is full.")

    monkeypatch.setattr(printer._events, "write", full)
    with pytest.raises(StorageTrouble):
        printer.print(order(filled))
    assert events(store) == []


def test_what_the_guard_asks_must_be_answered_and_the_replies_are_kept(
    printer: Printer, filled: Record[Answers], store: Store
) -> None:
    with pytest.raises(BadInput, match="can stay with them"):
        printer.print(order(filled, STAYS))
    replies = {Question.MAY_STAY: "yes", Question.WHO_OPENS_POST: "My sister", Question.MUST_NOT_BE_FOUND: "no"}
    printer.print(order(filled, replace(STAYS, replies=replies)))
    (event,) = events(store)
    assert event.printed and {each.question: each.reply for each in event.printed.replies} == replies


def test_a_filled_sheet_has_initials_and_no_name_id_or_key(printer: Printer, filled: Record[Answers]) -> None:
    chrome = printer.prepare(order(filled)).content.chrome
    assert (chrome.initials, chrome.id, chrome.date) == ("MH", "T15 B", "14 Oct 2026")


def test_a_restricted_record_asks_why(printer: Printer, filled: Record[Answers], store: Store) -> None:
    people = People(store)
    person = people.get(filled.body.person)
    people.save(person, replace(person.body, is_restricted=True))
    with pytest.raises(BadInput, match="restricted"):
        printer.print(order(filled))
    printer.print(order(filled, replace(WITH_ME, reason="Asked for by Margaret")))
    assert events(store)[0].reason == "Asked for by Margaret"


def test_answers_print_on_the_sheets_of_their_own_tool(printer: Printer, filled: Record[Answers]) -> None:
    with pytest.raises(BadInput, match="another tool"):
        printer.prepare(replace(order(filled), sheet_id="circles.circles"))


def test_a_team_s_tool_stays_with_the_worker(tool: Definition) -> None:
    theirs = msgspec.structs.replace(tool, is_ours=False)
    ready = prepared(theirs, theirs.sheets[0], STAYS)
    assert ready.decision.leave is Leave.C and ready.decision.refusal
    assert ready.content.chrome.foot == "Do not leave in the home"


def test_a_sheet_that_is_only_printed_blank_takes_no_answers(tool: Definition) -> None:
    card = msgspec.structs.replace(tool.sheets[0], only_blank=True)
    with pytest.raises(BadInput, match="only printed blank"):
        prepared(tool, card, WITH_ME, filled=Filled(values={"topic": "x"}))


def test_the_note_of_a_visit_is_class_c_and_never_stays(
    printer: Printer, filled: Record[Answers], store: Store
) -> None:
    wanted = Order(sheet_id=SHEET, choices=STAYS, visit=filled.body.visit)
    with pytest.raises(BadInput, match="never left in the home"):
        printer.print(wanted)
    paper = printer.print(replace(wanted, choices=WITH_ME))
    assert events(store)[0].leave == "C" and paper.copy == 1
    assert printer.prepare(wanted).content.chrome.foot == "Do not leave in the home"


def test_each_print_has_a_mark_of_its_own_by_which_it_is_found(
    store: Store, printer: Printer, filled: Record[Answers]
) -> None:
    first, second = printer.print(order(filled)).name, printer.print(order(filled)).name
    assert first != second
    found = Register(store).found(first)
    assert found is not None and (found.answers, found.copies) == (filled.id, 1)
    assert first.endswith(found.mark)


def test_no_one_can_be_told_from_the_file_itself(printer: Printer, filled: Record[Answers], tmp_path: Any) -> None:  # noqa: ANN401
    (tmp_path / "sheet.pdf").write_bytes(printer.print(order(filled)).pdf)
    with pikepdf.open(tmp_path / "sheet.pdf") as pdf:
        told = str(pdf.docinfo) + str(pdf.Root.Metadata.read_bytes(), "utf-8")
    assert "Where it stands today" in told
    assert not [word for word in ("Margaret", "Hill", "scaling", "ruler", filled.id) if word in told]


def test_no_day_stands_on_paper_that_stays_where_letters_are_not_known_to_be_all_right(tool: Definition) -> None:
    looser = msgspec.structs.replace(
        tool.sheets[0], leave=msgspec.structs.replace(tool.sheets[0].leave, filled=Leave.B)
    )
    given = Filled(values={"topic": "The garden", "review": "2026-11-02"}, date="14 Oct 2026")
    for going, is_there in ((Going.STAYS, False), (Going.WITH_ME, True)):
        whole = repr(prepared(tool, looser, Choices(going=going), filled=given).content)
        assert "The garden" in whole and ("2 Nov 2026" in whole, "14 Oct 2026" in whole) == (is_there, is_there)


def test_only_replies_to_what_was_asked_are_kept(printer: Printer, filled: Record[Answers], store: Store) -> None:
    printer.print(order(filled, replace(WITH_ME, replies={Question.NEUTRAL_TITLE: "yes"})))
    (event,) = events(store)
    assert event.printed and event.printed.replies == ()


def test_what_a_visit_says_of_time_alone_fills_its_own_sheet_and_no_other(
    printer: Printer, filled: Record[Answers], store: Store
) -> None:
    visits = Visits(store)
    visit = visits.get(filled.body.visit or filled.id)
    contact = PrivateContact(
        seen="yes", alone="no", why_not_alone="blocked", happened="He stayed in the doorway.",
        next=NextAttempt(by="2026-10-16", by_whom="Ade"),
    )  # fmt: skip
    visits.save(visit, replace(visit.body, private_contact=contact))
    wanted = Order(sheet_id="private_contact.record", choices=WITH_ME, visit=visit.id, of_visit=True)
    whole = repr(printer.prepare(wanted).content)
    assert all(each in whole for each in ("He stayed in the doorway.", "16 Oct 2026", "Ade"))
    assert printer.prepare(wanted).decision.leave is Leave.C
    with pytest.raises(BadInput, match="answers do"):
        printer.prepare(replace(wanted, sheet_id=RULER))


def test_a_screen_that_others_see_shows_only_what_they_heard(
    printer: Printer, store: Store, filled: Record[Answers]
) -> None:
    visit = Visits(store).get(filled.body.visit or filled.id).body
    with_son, alone = visit.segments[-2], visit.segments[-1]
    wanted = order(filled, replace(WITH_ME, ticked=frozenset({"one_up"})))
    assert "My own purse" in repr(printer.shown(wanted, alone))
    seen_by_son = repr(printer.shown(wanted, with_son))
    assert "My own purse" not in seen_by_son and "How much say do I have?" in seen_by_son
    assert "How much say do I have?" not in repr(printer.shown(wanted, None))


def test_nothing_of_a_note_is_shown_while_others_may_see_the_screen(
    printer: Printer, store: Store, filled: Record[Answers]
) -> None:
    visit = Visits(store).get(filled.body.visit or filled.id)
    note = Order(sheet_id=SHEET, choices=WITH_ME, visit=visit.id)
    assert printer.shown(note, visit.body.segments[-1]) is not None
    assert printer.shown(note, visit.body.segments[-2]) is None and printer.shown(note, None) is None


def test_a_file_that_cannot_be_written_is_told_by_the_register(
    printer: Printer, store: Store, filled: Record[Answers], tmp_path: Path
) -> None:
    with pytest.raises(StorageTrouble):
        printer.save(order(filled, FILE), tmp_path / "missing" / "sheet.pdf")
    written = [each.body for each in Shelf(store, EVENT).list() if each.body.sheet == RULER]
    assert [(each.what, each.copies) for each in written] == [("export", 1), ("not_printed", 0)]


def test_pages_for_a_printer_come_with_the_print(printer: Printer, filled: Record[Answers]) -> None:
    paper = printer.print(order(filled), ppi=40, copies=2)
    assert paper.name.startswith("T15 B ") and all(page.startswith(b"\x89PNG") for page in paper.pages) and paper.pages
