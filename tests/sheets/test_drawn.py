"""Maps, rooms, boards and circles beside those of last time, on real paper: archived, accessible, and in order."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pikepdf
import pytest

from db.store import Store
from msp_desktop.practice.leave_behind import Leave
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.filled import Answers
from msp_desktop.record.people import People
from msp_desktop.record.record import Record
from msp_desktop.record.segment import Presence
from msp_desktop.record.visits import Visits
from msp_desktop.sheets import content, drawings
from msp_desktop.sheets.composing import Marks, composed
from msp_desktop.sheets.content import Format, Sheet
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.outline import outline
from msp_desktop.sheets.preparing import Choices
from msp_desktop.sheets.printing import Order, Printer
from msp_desktop.sheets.rendering import rendered
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.fields import Option, Pick, Quote
from msp_desktop.tools.library import Library, shipped
from msp_desktop.tools.loading import loaded
from msp_desktop.tools.over_time import Time
from tests.record.conftest import Hands
from tests.sheets.judging import PROFILES, judged
from tests.sheets.samples import HOSTILE, LONG
from tests.tools.a_life import LIFE, PEOPLE, TIES, crowd, link

AT = datetime(2026, 10, 14, 9, 5, 0, tzinfo=UTC)
MAPS = loaded((Path(__file__).parents[1] / "tools" / "maps.yaml").read_text("utf-8"), file="maps.yaml")
CIRCLES = next(tool for tool in shipped() if tool.key == "circles")
MANY: dict[str, Any] = {
    "ties": crowd(40),
    "people": [{"id": str(at), "name": f"Somebody {at}", "generation": "same", "here": "yes"} for at in range(24)],
    "links": [link(str(at), str(at + 1), "friend", "conflict") for at in range(20)],
    "rooms": [{"room": "worries", "words": {"words": f"Worry {at}"}} for at in range(60)],
    "working": [{"what": f"Something that goes on well, number {at}"} for at in range(60)],
}


def worst(words: str) -> dict[str, Any]:
    """These words wherever somebody can write some."""
    return {
        "ties": [{**TIES[0], "name": words}], "people": [{**PEOPLE[0], "name": words}],
        "rooms": [{"room": "good", "words": {"words": words}, "sketch": {"strokes": [[1, 2, 3, 4]], "caption": words}}],
        "working": [{"what": words}], "agree": words,
    }  # fmt: skip


def row(name: str, ring: str, quarter: str) -> dict[str, Any]:
    return {"name": {"name": name}, "ring": ring, "quarter": quarter}


THEN = {"people": [row("Ann", "closest", "family"), row("Raj", "friend", "friends")]}
NOW = {"people": [row("Ann", "could_be", "family"), row("Mo", "paid", "paid")]}


def laid_out(name: str, values: Mapping[str, Any] | None, format: Format = Format.STANDARD) -> Sheet:
    marks = Marks(leave=Leave.C, initials="M" if values else "", date="14 Oct 2026" if values else "")
    return composed(MAPS, MAPS.sheet(name), marks=marks, values=values, format=format)


def beside(then: Mapping[str, Any] | None = THEN, format: Format = Format.STANDARD) -> Sheet:
    marks = Marks(leave=Leave.B)
    earlier = (Time("", then),) if then else ()
    return composed(CIRCLES, CIRCLES.sheet("circles"), marks=marks, values=NOW, earlier=earlier, format=format)


SHIPPED: Mapping[str, dict[str, Any]] = {
    "body_map": {"marks": [{"name": "A bruise", "view": "front", "spot": {"x": 830, "y": 420}}]},
    "wellbeing_wheel": {"areas": [{"row": "safe", "now": 2, "wanted": 8}]},
    "change_cycle": {"person_places_self": "thinking"},
}


def shipped_sheet(key: str, values: Mapping[str, Any] | None, format: Format = Format.STANDARD) -> Sheet:
    tool = next(each for each in shipped() if each.key == key)
    return composed(tool, tool.sheets[0], marks=Marks(leave=Leave.C), values=values, format=format)


def every() -> Iterator[tuple[str, Sheet]]:
    ways = {"blank": None, "filled": LIFE, "many": MANY, "hostile": worst(HOSTILE)}
    for format in Format:
        yield f"beside.{format}", beside(format=format)
        for key, filled in SHIPPED.items():
            yield f"{key}.{format}.blank", shipped_sheet(key, None, format)
            yield f"{key}.{format}.filled", shipped_sheet(key, filled, format)
        for how, values in ways.items():
            for sheet in MAPS.sheets:
                yield f"{sheet.name}.{format}.{how}", laid_out(sheet.name, values, format)


EVERY = dict(every())


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("drawn")
    for name, sheet in EVERY.items():
        (folder / f"{name}.pdf").write_bytes(rendered(sheet, at=AT).pdf)
    return {name: folder / f"{name}.pdf" for name in EVERY}


@pytest.fixture(scope="session")
def verdicts(printed: Mapping[str, Path]) -> Mapping[tuple[str, str], str]:
    return judged(list(printed.values()))


@pytest.mark.needs("java")
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", EVERY)
def test_each_drawing_is_an_archived_and_an_accessible_pdf(verdicts: Mapping[tuple[str, str], str], name: str) -> None:
    assert [verdicts[name, profile] for profile in PROFILES] == ["", ""]


@pytest.mark.parametrize("name", [name for name in EVERY if not name.startswith("board")])
def test_each_drawing_says_in_short_what_it_shows(printed: Mapping[str, Path], name: str) -> None:
    told = alternatives(printed[name])
    assert told and all(0 < len(each) < 300 for each in told)


def alternatives(file: Path) -> list[str]:
    """What the figures of a file say of themselves; a tick has its own."""
    with pikepdf.open(file) as pdf:
        found = [str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    return [each for each in found if each not in ("Ticked", "Not ticked")]


def told_on(file: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True)
    return re.sub(r"[\s\u200b]", "", done.stdout)


IN_ORDER = {
    "ecomap.standard.filled": [
        "Who and what is in your life?",
        "What the lines and signs mean",
        "A lot of stress",
        "How strong is the line?",
        "Thursday club",
    ],
    "family.standard.filled": [
        "Who is in your family",
        "My children",
        "Somebody says harm is done",
        "Which generation?",
        "Nobody knows when",
        "Who is joined to whom?",
    ],
    "family.large.filled": [
        "Who is in your family",
        "What the lines and signs mean",
        "1. Margaret",
        "6. Lee, the lodger",
    ],
    "rooms.standard.filled": ["Worries", "The stairs", "Good things", "My garden", "Wishes", "Which room?", "My house"],
    "board.standard.blank": ["Working", "What is working?", "Not working", "What next", "What to try next?"],
    "board.standard.filled": [
        "Working",
        "The new chair",
        "Not working",
        "Nobody answers",
        "What next",
        "That the bell must be mended",
        "What is working?",
        "The new chair",
    ],
    "body_map.standard.filled": ["What did you see?", "Front", "Their left", "A bruise", "Front, left forearm"],
    "wellbeing_wheel.standard.filled": ["How is it now", "How I want it", "Feeling safe", "Feeling safe", "2", "8"],
    "change_cycle.standard.filled": ["Where are you with it?", "I think about it", "Chosen", "I think about it"],
    "beside.standard": [
        "Who is in your life?",
        "Last time",
        "Now",
        "Not there any more: Raj",
        "New: Mo",
        "Moved: Ann",
        "Last time and now",
        "1. Ann",
        "3. Raj",
        "How close are they?",
    ],
}


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("name", IN_ORDER)
def test_each_reads_from_the_drawing_to_its_list(printed: Mapping[str, Path], name: str) -> None:
    words, at = told_on(printed[name]), 0
    for each in (re.sub(r"\s", "", each) for each in IN_ORDER[name]):
        found = words.find(each, at)
        assert found >= 0, each
        at = found


def block(sheet: Sheet, kind: type) -> Any:  # noqa: ANN401 - whichever block it is
    return next(each for each in sheet.blocks if isinstance(each, kind))


def test_in_large_print_numbers_stand_in_the_drawing_and_before_the_names() -> None:
    for name, first in (("ecomap", "1. My daughter Ann"), ("family", "1. Margaret")):
        sheet = laid_out(name, LIFE, Format.LARGE)
        assert block(sheet, drawings.Map).drawn.is_numbered
        assert block(sheet, content.Table).rows[0][0] == first
    rooms = block(laid_out("rooms", LIFE, Format.LARGE), drawings.Rooms)
    assert [thing.mark for room in rooms.rooms for thing in room.things] == ["1", "2", "3", "4"]


def test_a_crowded_drawing_has_numbers_in_standard_print_as_well() -> None:
    sheet = laid_out("ecomap", MANY)
    assert block(sheet, drawings.Map).drawn.is_numbered
    assert block(sheet, content.Table).rows[39][0] == "40. Somebody called 39"


def test_a_full_room_says_how_many_are_in_the_list_alone() -> None:
    worries = block(laid_out("rooms", MANY), drawings.Rooms).rooms[0]
    assert worries.more > 0 and worries.more + len(worries.things) == 60


def test_who_said_it_stands_in_no_room() -> None:
    assert "Margaret" not in repr(block(laid_out("rooms", LIFE), drawings.Rooms))


def with_sheet(name: str, **parts: Any) -> Definition:  # noqa: ANN401
    sheet = msgspec.structs.replace(MAPS.sheet(name), **parts)
    return msgspec.structs.replace(MAPS, sheets=(sheet,))


def test_what_a_sheet_leaves_out_is_not_in_its_drawing_either() -> None:
    lines = ("people", "links")
    for parts in ({"shows": ("people",)}, {"shows": lines, "leaves_out": ("links.type", "links.quality")}):
        tool = with_sheet("family", **parts)
        made = composed(tool, tool.sheets[0], marks=Marks(leave=Leave.C), values=LIFE)
        told = repr(block(made, drawings.Map))
        assert "Margaret" in told and "Cares for" not in told and "harm" not in told
    tool = with_sheet("board", leaves_out=("agree",))
    made = composed(tool, tool.sheets[0], marks=Marks(leave=Leave.C), values=LIFE)
    assert "the bell must" not in repr(made)


def test_an_empty_board_asks_each_question_once() -> None:
    sheet = laid_out("board", None)
    asks = [[each.ask for each in column.asks] for column in block(sheet, drawings.Board).columns]
    assert asks == [["What is working?"], ["What is not working?"], ["What do all agree on?", "What to try next?"]]
    assert len(sheet.blocks) == 1


def test_an_empty_board_offers_what_can_be_ticked() -> None:
    mood = Pick(key="agree", ask="How is it?", options=(Option(code="a", label="Good"), Option(code="b", label="Bad")))
    fields = tuple(mood if field.key == "agree" else field for field in MAPS.sections[-1].fields)
    sections = (*MAPS.sections[:-1], msgspec.structs.replace(MAPS.sections[-1], fields=fields))
    tool = msgspec.structs.replace(MAPS, sections=sections)
    sheet = composed(tool, tool.sheet("board"), marks=Marks(leave=Leave.A))
    assert block(sheet, drawings.Board).columns[2].asks[0] == drawings.BoardAsk("How is it?", ("Good", "Bad"))
    assert len(sheet.blocks) == 1


@pytest.mark.parametrize(("leave", "is_told"), [("B", False), ("C", True)])
def test_a_board_says_who_said_it_only_on_paper_that_stays_with_the_worker(leave: str, is_told: bool) -> None:
    said = Quote(key="agree", ask="In your words?")
    fields = tuple(said if field.key == "agree" else field for field in MAPS.sections[-1].fields)
    sections = (*MAPS.sections[:-1], msgspec.structs.replace(MAPS.sections[-1], fields=fields))
    tool = msgspec.structs.replace(MAPS, sections=sections)
    values = {"agree": {"words": "My own bell", "said_by": "Margaret"}}
    board = block(composed(tool, tool.sheet("board"), marks=Marks(leave=Leave(leave)), values=values), drawings.Board)
    assert "My own bell" in repr(board) and ("Margaret" in repr(board)) is is_told


def test_without_a_last_time_the_circles_stand_alone() -> None:
    assert not [each for each in beside(None).blocks if isinstance(each, drawings.Beside)]
    assert [each for each in beside(None).blocks if isinstance(each, content.Circle)]


def test_a_reader_who_does_not_see_the_page_hears_the_drawing() -> None:
    lines = outline(laid_out("family", LIFE))
    assert any(line.startswith("Margaret, Mine, A woman, lives here") for line in lines)
    assert "Moved: Ann, from Closest to me, Family to Could be closer, Family." in "\n".join(outline(beside()))


@pytest.mark.parametrize("name", [sheet.name for sheet in MAPS.sheets])
def test_words_of_a_hundred_thousand_letters_are_printed(name: str) -> None:
    assert rendered(laid_out(name, worst(LONG))).pdf.startswith(b"%PDF")


@pytest.fixture
def twice(store: Store, hands: Hands) -> Record[Answers]:
    """Circles that were filled in alone, and again in company."""
    person, visits, answers = People(store).new("Margaret Hill").id, Visits(store), AnswersShelf(store)
    visit = visits.only_us(visits.start(visits.plan(person, at=hands.now)))
    first = answers.open(CIRCLES, person=person, visit=visit.id)
    answers.finish(answers.fill(first, CIRCLES, THEN, segment=visit.body.segments[-1].id), CIRCLES)
    hands.pass_minutes(5)
    visit = visits.they_came_in(visit, Presence(who=visits.new_id(), name="Daniel", role="son"))
    again = answers.open(CIRCLES, person=person, visit=visit.id)
    return answers.fill(again, CIRCLES, NOW, segment=visit.body.segments[-1].id)


def order(filled: Record[Answers], **choices: Any) -> Order:  # noqa: ANN401
    wish = Choices(going=Going.WITH_ME, **choices)
    return Order(sheet_id="circles.circles", choices=wish, answers=filled.id)


def test_last_time_stands_beside_only_when_it_is_asked_for(store: Store, twice: Record[Answers]) -> None:
    printer = Printer(store, Library())
    ready = printer.prepare(order(twice))
    assert ready.has_last_time and "Raj" not in repr(ready.content) and "Mo" in repr(ready.content)


def test_what_was_said_alone_last_time_needs_its_tick_on_paper(store: Store, twice: Record[Answers]) -> None:
    printer = Printer(store, Library())
    ready = printer.prepare(order(twice, with_last_time=True))
    assert ready.private == {"people"} and "Raj" not in repr(ready.content)
    assert "Raj" in ready.offered["people"][1]
    ticked = printer.prepare(order(twice, with_last_time=True, ticked=frozenset({"people"})))
    assert "Not there any more: Raj" in repr(ticked.content)


def test_whoever_did_not_hear_it_last_time_does_not_see_it_in_the_preview(store: Store, twice: Record[Answers]) -> None:
    printer, visits = Printer(store, Library()), Visits(store)
    wish = order(twice, with_last_time=True, ticked=frozenset({"people"}))
    visit = visits.get(twice.body.visit or visits.new_id())
    company, alone = visit.body.segments[-1], replace(visit.body.segments[-1], company="only_us", present=())
    assert "Raj" in repr(printer.shown(wish, alone))
    assert "Raj" not in repr(printer.shown(wish, company))


def test_the_first_time_has_no_last_time(store: Store, twice: Record[Answers]) -> None:
    first = next(each for each in AnswersShelf(store).list() if each.id != twice.id)
    assert not Printer(store, Library()).prepare(order(first)).has_last_time
