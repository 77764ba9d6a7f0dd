"""From a tool to the content of a sheet: what stands on it, in which order, and what never does."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.sheets import cards, content
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.definition import Sheet as SheetOf
from tests.sheets.conftest import every_block, labels, laid_out

Answers = dict[str, Any]


def block(sheet: content.Sheet, label: str) -> Any:  # noqa: ANN401 - whichever block it is
    return next(each for each in every_block(sheet) if getattr(each, "label", None) == label)


def with_sheet(tool: Definition, **parts: Any) -> Definition:  # noqa: ANN401
    return msgspec.structs.replace(tool, sheets=(msgspec.structs.replace(tool.sheets[0], **parts),))


def test_blank_and_filled_ask_the_same_in_the_same_order(tool: Definition, answers: Answers) -> None:
    filled = labels(laid_out(tool, {**answers, "mood": "bad", "why_bad": "My knee"}))
    blank = [label for label in labels(laid_out(tool)) if label in filled]
    assert blank == [label for label in filled if label in blank]
    assert "In your words?" in blank


def test_a_hidden_field_is_on_no_sheet_even_where_a_sheet_asks_for_it(tool: Definition, answers: Answers) -> None:
    greedy = with_sheet(tool, shows=("topic", "code_word"), leaves_out=())
    for values in (None, answers):
        whole = repr(laid_out(greedy, values))
        assert "The garden" in whole or values is None
        assert "marigold" not in whole and "Our code word" not in whole


def test_shows_and_leaves_out_decide_what_stands_on_it(tool: Definition) -> None:
    assert labels(laid_out(with_sheet(tool, shows=("topic", "wish"), leaves_out=("wish",)))) == ["What is this about?"]


def test_a_column_that_is_left_out_is_in_no_table(tool: Definition, answers: Answers) -> None:
    sheet = laid_out(with_sheet(tool, leaves_out=("offers.answer",)), answers)
    assert block(sheet, "What was offered?").head == ("What",)


def test_a_filled_sheet_leaves_out_what_is_not_asked_and_a_blank_one_says_when(
    tool: Definition, answers: Answers
) -> None:
    assert "What is bad?" not in labels(laid_out(tool, answers))
    assert block(laid_out(tool), "What is bad?").help == "If you answered “Bad” to “How are you?”"


def test_help_for_the_worker_is_printed_only_on_blank_paper_that_stays_with_the_worker(tool: Definition) -> None:
    mood = msgspec.structs.replace(tool.field("mood"), help="Ask this alone.")
    section = msgspec.structs.replace(tool.sections[1], fields=(mood,))
    small = msgspec.structs.replace(tool, sections=(section,))
    assert block(laid_out(small, leave=Leave.C), "How are you?").help == "Ask this alone."
    assert block(laid_out(small, leave=Leave.A), "How are you?").help == ""


def test_answers_stand_as_words_ticks_and_numbers(tool: Definition, answers: Answers) -> None:
    sheet = laid_out(tool, answers)
    assert block(sheet, "In your words?").words == "To sit outside"
    assert [each.is_ticked for each in block(sheet, "What helps?").options] == [True, False, False]
    assert block(sheet, "Where is it?").score == 4
    assert block(sheet, "Look again on").value == "14 Oct 2026"
    assert [each.label for each in block(sheet, "Was it asked?").options if each.is_ticked] == ["Not asked"]


def test_nobody_writes_a_computed_value_by_hand(tool: Definition, answers: Answers) -> None:
    assert "Last time" not in labels(laid_out(tool))
    assert block(laid_out(tool, {**answers, "last_score": "3"}), "Last time").value == "3"


def test_rows_become_a_table_a_grid_or_rings_with_their_list(tool: Definition, answers: Answers) -> None:
    sheet = laid_out(tool, answers)
    assert block(sheet, "What was offered?").rows[0] == ("A bench", "Yes")
    assert [row.cells for row in block(sheet, "A day").rows] == [("",), ("The radio",)]
    rings, table = (each for each in sheet.blocks if getattr(each, "label", "") == "Who is around you?")
    assert isinstance(rings, content.Circle) and [(name.words, name.ring) for name in rings.names] == [
        ("Ann", 0),
        ("Raj", 2),
    ]
    assert isinstance(table, content.Table) and len(table.rows) == 2


def test_fixed_rows_stand_under_the_name_that_the_tool_has_for_them(tool: Definition) -> None:
    assert block(laid_out(tool), "A day").head == "When"
    day = msgspec.structs.replace(tool.field("day"), row_name="Part of the day")
    section = msgspec.structs.replace(tool.sections[2], fields=(day,))
    assert block(laid_out(msgspec.structs.replace(tool, sections=(section,))), "A day").head == "Part of the day"


def test_blank_rows_offer_what_can_be_ticked(tool: Definition) -> None:
    table = block(laid_out(tool), "What was offered?")
    assert (table.rows, table.blank_rows) == ((), 3)
    assert table.blank_row == ("", "☐ Yes\n☐ No", "")


def test_in_large_print_numbers_stand_on_the_rings_and_before_the_names(tool: Definition, answers: Answers) -> None:
    from msp_desktop.sheets.composing import Marks, composed

    sheet = composed(tool, tool.sheets[0], marks=Marks(leave=Leave.B), values=answers, format=content.Format.LARGE)
    rings, table = (each for each in sheet.blocks if getattr(each, "label", "") == "Who is around you?")
    assert isinstance(rings, content.Circle) and [name.mark for name in rings.names] == ["1", "2"]
    assert isinstance(table, content.Table) and [row[0] for row in table.rows] == ["1. Ann", "2. Raj"]


def test_words_that_stand_at_the_ends_of_a_scale_are_not_asked_once_more(tool: Definition) -> None:
    scale = msgspec.structs.replace(tool.field("score"), low="topic", high="wish")
    section = msgspec.structs.replace(tool.sections[1], fields=(scale,))
    small = msgspec.structs.replace(tool, sections=(tool.sections[0], section))
    sheet = laid_out(small, {"topic": "At home all day", "score": 2})
    assert "What is this about?" not in labels(sheet)
    found = block(sheet, "Where is it?")
    assert (found.low, found.high, found.high_ask) == ("At home all day", "", "In your words?")


def test_a_card_has_its_boxes_and_nothing_that_was_filled_in(tool: Definition) -> None:
    from msp_desktop.tools.definition import Box, BoxRow

    sheet = laid_out(with_sheet(tool, cards=(BoxRow(boxes=(Box(words="Yes", picture="yes"),)),), page="a5"))
    assert sheet.blocks == (cards.Boxes((cards.Box("Yes", "yes"),)),)
    assert not sheet.chrome.has_initials


def test_a_sheet_to_fold_has_a_face_for_each_panel(tool: Definition, answers: Answers) -> None:
    from msp_desktop.tools.definition import Panel

    panels = (Panel(title="First", fields=("topic",), says=("Ring 999.",)), Panel(title="Then", fields=("friend",)))
    sheet = laid_out(with_sheet(tool, panels=panels, page="pocket"), answers)
    assert [each.label for each in sheet.blocks if isinstance(each, content.Panel)] == ["First", "Then"]
    assert isinstance(sheet.blocks[0], content.Panel) and sheet.blocks[0].blocks[-1] == content.Words("Ring 999.")


def test_a_sheet_that_tells_says_what_its_chosen_options_say(tool: Definition) -> None:
    telling = with_sheet(tool, tells="aids", shows=("friend",))
    assert [each.label for each in laid_out(telling, {"aids": ["phone"]}).blocks] == ["Phone", "Who helps?"]  # type: ignore[union-attr]
    assert len(laid_out(telling).blocks) == 4


@pytest.mark.parametrize(("leave", "initials", "foot"), [("A", "", ""), ("B", "M", ""), ("C", "M", "Do not leave")])
def test_each_class_has_its_marks_and_a_neutral_id(tool: Definition, leave: Leave, initials: str, foot: str) -> None:
    chrome = laid_out(tool, {}, leave=Leave(leave), initials="M", date="14 Oct 2026").chrome
    assert (chrome.id, chrome.initials) == (f"T99 {leave}", initials)
    assert chrome.foot.startswith(foot) and bool(chrome.foot) == bool(foot)


def test_a_neutral_title_takes_the_purpose_away_with_the_title(tool: Definition) -> None:
    named = with_sheet(tool, title="Keeping away", purpose="For when he comes", neutral_title="Useful numbers")
    chrome = laid_out(named, has_neutral_title=True).chrome
    assert (chrome.title, chrome.purpose) == ("Useful numbers", "")


def test_a_sheet_without_a_date_has_no_box_for_one(tool: Definition) -> None:
    chrome = laid_out(tool, {}, date="14 Oct 2026", has_date=False).chrome
    assert (chrome.date, chrome.has_date) == ("", False)


def test_the_tool_s_own_sheet_is_left_as_it_was(tool: Definition, answers: Answers) -> None:
    before: tuple[SheetOf, Answers] = (tool.sheets[0], dict(answers))
    laid_out(tool, answers)
    assert (tool.sheets[0], answers) == before


@pytest.mark.parametrize(("leave", "is_told"), [("B", False), ("C", True)])
def test_who_said_it_stands_only_on_paper_that_stays_with_the_worker(
    tool: Definition, answers: Answers, leave: str, is_told: bool
) -> None:
    answers["offers"] = [{"what": "A carer", "answer": "no", "why": {"words": "Too many", "said_by": "Margaret"}}]
    whole = repr(laid_out(tool, answers, leave=Leave(leave)))
    assert "To sit outside" in whole and "Too many" in whole
    assert ("Margaret" in whole) is is_told


def test_rows_of_one_question_are_lines_and_points(tool: Definition) -> None:
    rows = tool.field("offers")
    single = msgspec.structs.replace(rows, columns=rows.columns[:1], shown_when="")  # type: ignore[union-attr]
    small = msgspec.structs.replace(tool, sections=(msgspec.structs.replace(tool.sections[2], fields=(single,)),))
    assert laid_out(small).blocks == (content.Field("What was offered?", lines=3),)
    filled = laid_out(small, {"offers": [{"what": "A bench"}]})
    assert filled.blocks == (content.Points(("A bench",), "What was offered?"),)


def test_each_thing_with_a_scale_of_its_own_is_a_strip(tool: Definition) -> None:
    rows = tool.field("offers")
    columns = (*rows.columns, tool.field("score"))  # type: ignore[union-attr]
    scaled = msgspec.structs.replace(rows, columns=columns, row_name="Offer")
    small = msgspec.structs.replace(tool, sections=(msgspec.structs.replace(tool.sections[2], fields=(scaled,)),))
    sheet = laid_out(small, {"offers": [{"what": "A bench", "answer": "yes", "score": 3}]})
    (strip,) = (each for each in sheet.blocks if isinstance(each, content.Strip))
    assert strip.label == "Offer 1" and len(strip.blocks) == 3


def test_a_long_name_is_cut_on_the_rings_and_whole_in_the_list(tool: Definition, answers: Answers) -> None:
    name = "Bartholomew from the club that meets on Thursdays"
    answers["around"] = [{"name": {"name": name}, "ring": "close", "quarter": "family"}]
    rings, table = (
        each for each in laid_out(tool, answers).blocks if getattr(each, "label", "") == "Who is around you?"
    )
    assert isinstance(rings, content.Circle) and isinstance(table, content.Table)
    assert rings.names[0].words == "Bartholomew from the club that meet…" and table.rows[0][0] == name
