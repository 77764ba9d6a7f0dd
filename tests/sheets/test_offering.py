"""What is offered for printing, and what a page says to somebody who does not see it."""

from __future__ import annotations

from db.store import Store
from msp_desktop.record.answers import AnswersShelf
from msp_desktop.record.ids import RecordId
from msp_desktop.sheets.content import Choice, Option, Scale
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.offering import offered
from msp_desktop.sheets.outline import outline
from msp_desktop.sheets.preparing import Choices, Filled, prepared
from msp_desktop.tools.library import Library
from tests.record.conftest import Hands

WITH_ME = Choices(going=Going.WITH_ME)


def test_every_sheet_stands_under_a_heading_with_its_rule_in_words() -> None:
    under = offered(Library())
    assert list(under)[:3] == ["Information and support", "Rights", "Resolution and recovery"]
    (ruler,) = [each for offers in under.values() for each in offers if each.sheet_id == "scaling.ruler"]
    assert ruler.may_stay == "Blank: May be left. Filled in: Leave only after the check."
    assert [each.is_blank for each in ruler.fillings] == [True]


def test_a_visit_offers_its_note_and_its_time_alone() -> None:
    under = offered(Library(), has_visit=True)
    (note,) = under["This visit"]
    assert note.may_stay == "Never leave in the home." and [each.of_visit for each in note.fillings] == [True]
    (record,) = [each for each in under["Rights"] if each.sheet_id == "private_contact.record"]
    assert [each.of_visit for each in record.fillings] == [False, True]


def test_what_was_begun_last_is_offered_first_after_the_blank_sheet(store: Store, hands: Hands) -> None:
    shelf, tool = AnswersShelf(store), Library().tool("scaling")
    for _ in range(2):
        shelf.open(tool, person=RecordId("margaret"))
        hands.pass_minutes(24 * 60)
    shelf.open(tool, person=RecordId("margaret"))
    hands.pass_minutes(5)
    shelf.open(tool, person=RecordId("margaret"))
    under = offered(Library(), shelf.of(RecordId("margaret")))
    (ruler,) = [each for offers in under.values() for each in offers if each.sheet_id == "scaling.ruler"]
    assert [each.words for each in ruler.fillings] == [
        "Blank", "Begun, 16 Oct 2026 (2)", "Begun, 16 Oct 2026", "Begun, 15 Oct 2026", "Begun, 14 Oct 2026",
    ]  # fmt: skip


def test_the_outline_reads_the_sheet_in_its_order_and_says_what_is_marked() -> None:
    tool = Library().tool("scaling")
    filled = Filled(values={"question": "How much say do I have?", "score": 3}, initials="M")
    lines = outline(prepared(tool, tool.sheets[0], WITH_ME, filled=filled).content)
    assert lines[0] == "Where it stands today"
    assert lines.index("How much say do I have?") < lines.index("Marked: 3")


def test_the_outline_of_every_sheet_has_words_and_no_drawing_instructions() -> None:
    for tool, sheet in Library().sheets():
        lines = outline(prepared(tool, sheet, WITH_ME).content)
        assert len(lines) > 2 and not {"numbers", "faces"} & set(lines)


def test_what_is_ticked_is_said() -> None:
    from msp_desktop.sheets.outline import _lines

    choice = Choice("Which?", (Option("One", is_ticked=True), Option("Two")))
    assert list(_lines(choice)) == ["Which?", "Ticked: One", "Two", ""]
    assert "Marked: 2" not in list(_lines(Scale("How?", "", "")))
