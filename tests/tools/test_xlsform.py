"""A form that a team has already becomes a tool, and what a tool cannot say stands in a list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from msp_desktop.errors import BadInput, Failure
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.fields import Rows
from msp_desktop.tools.form import visible
from msp_desktop.tools.loading import loaded
from msp_desktop.tools.xlsform.converting import converted, tool_of
from msp_desktop.tools.xlsform.relevance import Bounds, Known, NotSaid, bounds, condition
from msp_desktop.tools.xlsform.workbook import MOST_ROWS, Row, sheets_of
from tests.tools.forms import FORM, HEADINGS, saved, with_changed, with_part


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return saved(tmp_path / "form.xlsx")


def tool(form: Path) -> Definition:
    return loaded(converted(form)[0], file="form.yaml", is_ours=False)


def told(form: Path) -> list[str]:
    return [str(note) for note in converted(form)[1]]


def test_every_question_of_the_subset_becomes_a_field(form: Path) -> None:
    made = tool(form)
    assert (made.key, made.version, made.title) == ("money_talk", 2, "Money talk")
    assert [(each.key, type(each).__name__) for each in made.asked_fields] == [
        ("has", "Pick"), ("who", "Long"), ("days", "Number"), ("score", "Scale"), ("q_1_aids", "Multi"),
        ("again", "Day"), ("folk", "Rows"), ("self", "Text"), ("odd", "Text"),
    ]  # fmt: skip
    assert [section.title for section in made.sections] == ["Your money", "Money talk"]
    has, days = made.field("has"), made.field("days")
    assert (has.ask, has.help, has.finish) == ("Do you hold your own money?", "Ask it alone.", "needed")
    assert (getattr(days, "least", None), getattr(days, "most", None)) == (0, 7)
    folk = made.field("folk")
    assert isinstance(folk, Rows) and [column.key for column in folk.columns] == ["name", "near"]
    assert folk.columns[1].shown_when == "name"


def test_its_conditions_show_what_they_showed_in_the_form(form: Path) -> None:
    made = tool(form)
    assert {"who", "days"}.isdisjoint(visible(made, {"has": "yes"}))
    assert {"who", "days"} <= visible(made, {"has": "no"})
    assert "days" in visible(made, {})  # nothing is different from “yes”, in their reckoning
    assert "again" in visible(made, {"q_1_aids": ["c_2"], "score": 5, "days": 3})
    assert "again" not in visible(made, {"q_1_aids": ["c_2"], "score": 6, "days": 3})
    assert "again" not in visible(made, {"q_1_aids": ["c_1"]})


def test_what_was_not_understood_is_told_with_sheet_row_and_why(form: Path) -> None:
    assert told(form) == [
        "survey, row 2: a tool has one language, so “cymraeg (cy)” was left out.",
        "survey, row 14: a tool has no question of the type “calculate”, so it was left out.",
        "survey, row 15: it would be shown only by its own answer, so it is always shown.",
        "survey, row 16: when it is shown could not be understood (“string-length” is not used here), so it is"
        " always shown.",
        "choices, row 1: no question uses the list “spare”.",
        "choices, row 6: this choice stands twice in its list, and counts once.",
        "ideas, row 1: this sheet is not read.",
        "settings, row 2: what stands under “style” is not used.",
    ]


def test_the_list_stands_in_the_file_too(form: Path) -> None:
    text, notes = converted(form)
    assert notes and all(f"# - {note}\n" in text for note in notes)


def row(**cells: str) -> list[str]:
    return [cells.get(heading, "") for heading in ("type", "name", "label", "relevant", "constraint", "parameters")]


HEAD = ["type", "name", "label", "relevant", "constraint", "parameters"]
YES_NO = [["list_name", "name", "label"], ["yn", "yes", "Yes"], ["yn", "no", "No"]]
NAME = row(type="text", name="name", label="Name")

NOTED = {
    "a type of its own": ([row(type="audio", name="a", label="A"), NAME], "no question of the type “audio”"),
    "a note": ([row(type="note", name="a", label="Words"), NAME], "no question of the type “note”"),
    "no list": ([row(type="select_one nowhere", name="a", label="A"), NAME], "“nowhere” has fewer than two choices"),
    "another choice": ([row(type="select_one yn or_other", name="a", label="A")], "“or_other” was left out"),
    "a range in tenths": ([row(type="range", name="a", label="A", parameters="start=0 end=1 step=0.1"), NAME], "range"),
    "a range in twos": ([row(type="range", name="a", label="A", parameters="end=8 step=2")], "its steps are not used"),
    "a range of nothing": ([row(type="range", name="a", label="A", constraint=". > 10")], "leave nothing to choose"),
    "a limit that is none": ([row(type="integer", name="a", label="A", constraint="${b} > .")], "limits could not"),
    "a limit of a text": ([row(type="text", name="a", label="A", constraint=". != ''")], "“constraint” is not used"),
    "no words": ([row(type="text", name="a")], "no words to ask it with"),
    "an answer in its words": ([NAME, row(type="text", name="a", label="Is ${name} here?")], "show another answer"),
    "a name twice": ([NAME, row(type="text", name="name", label="Again")], "stands here twice"),
    "a group without end": ([row(type="begin_group", name="g", label="G"), NAME], "its end is missing"),
    "an end without beginning": ([NAME, row(type="end_group")], "nothing was begun"),
    "rows in rows": (
        [row(type="begin_repeat", name="r", label="R"), NAME, row(type="begin_repeat", name="s", label="S"),
         row(type="text", name="t", label="T"), row(type="end_repeat"), row(type="end_repeat")],
        "rows 4, 5: it is switched off, or stands in rows inside other rows",
    ),
    "an empty repeat": (
        [NAME, row(type="begin_repeat", name="r", label="R"), row(type="audio", name="a"), row(type="end_repeat")],
        "no question in this repeat could be taken",
    ),
    "a look into rows": (
        [row(type="begin_repeat", name="r", label="R"), NAME, row(type="end_repeat"),
         row(type="text", name="t", label="T", relevant="${name} = 'a'")],
        "looks into a repeat from outside",
    ),
    "a circle": (
        [row(type="text", name="a", label="A", relevant="${b} != ''"),
         row(type="text", name="b", label="B", relevant="${a} != ''")],
        "rows 2, 3: it would be shown only by its own answer",
    ),
    "a group shown by what is in it": (
        [row(type="begin_group", name="g", label="G", relevant="${name} = 'a'"), NAME, row(type="end_group")],
        "row 2: it would be shown only by its own answer",
    ),
    "no question of that name": ([row(type="text", name="a", label="A", relevant="${zz} = 1")], "speaks of “zz”"),
    "no such choice": (
        [row(type="select_one yn", name="a", label="A"), row(type="text", name="b", label="B", relevant="${a} = 'z'")],
        "“z” is no choice of that question",
    ),
    "very long words": ([row(type="text", name="a", label="long " * 200)], "longer than 600 letters and were cut"),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTED)
def test_whatever_a_tool_cannot_say_is_noted_and_the_rest_is_asked(tmp_path: Path, name: str) -> None:
    rows, sentence = NOTED[name]
    form = saved(tmp_path / "form.xlsx", {"survey": [HEAD, *rows], "choices": YES_NO})
    assert tool(form).sections
    assert [each for each in told(form) if sentence in each], told(form)


def test_a_column_that_nobody_knows_or_that_stands_twice_is_noted(tmp_path: Path) -> None:
    survey = [["type", "name", "label", "label", "", "media::image"], ["text", "a", "A", "Other A", "stray", "a.png"]]
    noted = told(saved(tmp_path / "form.xlsx", {"survey": survey}))
    assert [each.partition("under ")[2] for each in noted] == [
        "“label (4)” is not used.", "“(5)” is not used.", "“media::image” is not used.",
    ]  # fmt: skip


def test_groups_inside_groups_become_parts_that_follow_each_other(tmp_path: Path) -> None:
    rows = [
        row(type="begin_group", name="g", label="Outside", relevant="${name} = 'a'"),
        row(type="text", name="one", label="One"),
        row(type="begin_group", name="h", label="Inside", relevant="${name} = 'b'"),
        row(type="text", name="two", label="Two"), row(type="end_group"),
        row(type="text", name="three", label="Three"), row(type="end_group"),
    ]  # fmt: skip
    made = tool(saved(tmp_path / "form.xlsx", {"survey": [HEAD, NAME, *rows]}))
    assert [section.title for section in made.sections[1:]] == ["Outside", "Inside", "Outside"]
    assert [section.shown_when for section in made.sections[1:]] == [
        "name == 'a'", "(name == 'a') and (name == 'b')", "name == 'a'",
    ]  # fmt: skip


KNOWN = {
    "p": Known("p", {"a": "a", "1": "c_1"}), "m": Known("m", {"a": "a"}, is_many=True),
    "n": Known("n", is_number=True), "t": Known("t"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("${p} = 'a'", "p == 'a'"), ("${p}=1", "p == 'c_1'"), ("selected(${m}, 'a')", "'a' in m"),
        ("selected( ${p} , \"a\" )", "p == 'a'"), ("not(${n} >= 007)", "not (n >= 7)"),
        ("${t} != 'x' or ${t}=''", "not (t == 'x') or not t"), ("(${n}<3) and ${t} != ''", "(n < 3) and t"),
        ("${t} = \"it's\"", "t == \"it's\""),
    ],
)  # fmt: skip
def test_a_condition_is_said_in_our_words(theirs: str, ours: str) -> None:
    assert condition(theirs, KNOWN) == ours


@pytest.mark.parametrize(
    "text",
    ["", "${p}", "${p} =", "${p} = 'a' 'b'", "selected(${m})", "${m} = 'a'", "today() > ${t}", "${n} > 1.5",
     "${n} = 'x'", "${t} > ''", "${p} > 'a'", "true()", "(" * 900, "not(" * 200,
     "${n} + 1 > 2", "count(${m}) > 1", "${n} > -1", "__import__('os')",
     "${t} = 'x", "${t} = 4", " or ".join(["${n} = 1"] * 60), ". > 3", "${}"],
)  # fmt: skip
def test_a_condition_that_a_tool_cannot_say_says_why(text: str) -> None:
    with pytest.raises(NotSaid, match=r"\w"):
        condition(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [(". >= 0 and . <= 10", 0, 10), (".>0", 1, None), (". < 10", None, 9), (".=4", 4, 4), (". > 1 and . > 3", 4, None)],
)
def test_a_limit_is_two_ends(text: str, least: int | None, most: int | None) -> None:
    assert bounds(text) == Bounds(least, most)


@pytest.mark.parametrize("text", [". > 5 and . < 5", ". != 3", ". > 1 or . < 0", ". > ${n}", "regex(., 'a')", ". > 1."])
def test_a_limit_that_is_more_is_not_guessed_at(text: str) -> None:
    with pytest.raises(NotSaid):
        bounds(text)


Spoil = Callable[[Path], Path]
HOSTILE: dict[str, tuple[Spoil, str]] = {
    "words": (lambda path: written(path, b"type,name,label\n"), "no spreadsheet"),
    "nothing": (lambda path: written(path, b""), "no spreadsheet"),
    "half a file": (lambda path: written(path, path.read_bytes()[:-400]), "no spreadsheet"),
    "a flipped bit": (lambda path: written(path, flipped(path.read_bytes())), "read|no spreadsheet|no XLSForm"),
    "a locked or old file": (lambda path: written(path, b"\xd0\xcf\x11\xe0" + b"0" * 600), "of an old kind"),
    "a large file": (lambda path: written(path, b"0" * 3_000_000), "larger than 2 MB"),
    "a bomb": (lambda path: with_part(path, "xl/bomb.xml", b"0" * 20_000_000), "far larger inside"),
    "a thousand parts": (lambda path: parts(path, 1000), "far larger inside"),
    "macros": (lambda path: with_part(path, "xl/vbaProject.bin", b"0"), "macros"),
    "macros by its kind": (
        lambda path: with_changed(path, "[Content_Types].xml", b"sheet.main", b"sheet.macroEnabled.main"), "macros",
    ),
    "an embedded program": (lambda path: with_part(path, "xl/embeddings/oleObject1.bin", b"0"), "other programs"),
    "another file's values": (lambda path: with_part(path, "xl/externalLinks/one.xml", b"<a/>"), "other files"),
    "a query": (lambda path: with_part(path, "xl/connections.xml", b"<a/>"), "other files"),
    "entities": (
        lambda path: with_part(path, "xl/more.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "not written as",
    ),
    "entities in disguise": (
        lambda path: with_part(path, "xl/more.xml", "<!DOCTYPE a><a/>".encode("utf-16")), "not written as",
    ),
    "a formula": (lambda path: saved(path, changed(["text", "a", "=1+1"])), r"formula .* \(sheet survey, C2\)"),
    "a long sheet": (
        lambda path: saved(path, changed(*([["text", "a", "A"]] * (MOST_ROWS + 1)))), "longer or wider",
    ),
    "a wide sheet": (lambda path: saved(path, changed(["text"] * 90)), "longer or wider"),
    "a long cell": (lambda path: saved(path, changed(["text", "a", "a" * 5000])), "longer than 4000 letters"),
    "no survey": (lambda path: saved(path, {"Sheet1": [["a"], ["b"]]}), "no XLSForm"),
    "an empty survey": (lambda path: saved(path, {"survey": [HEADINGS]}), "no XLSForm"),
    "nothing to ask": (lambda path: saved(path, changed(["note", "a", "A"])), "no question that a tool can ask"),
    "no cells": (lambda path: with_changed(path, "xl/workbook.xml", b"<sheets>", b"<sheet>"), "cannot be read"),
}  # fmt: skip


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def flipped(data: bytes) -> bytes:
    return data[:60] + bytes([data[60] ^ 0xFF]) + data[61:]


def parts(path: Path, count: int) -> Path:
    for number in range(count):
        with_part(path, f"xl/p{number}.xml", b"<a/>")
    return path


def changed(*rows: list[str]) -> dict[str, Any]:
    return {**FORM, "survey": [["type", "name", "label"], *rows]}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_one_sentence(form: Path, name: str) -> None:
    spoil, why = HOSTILE[name]
    with pytest.raises(BadInput, match=why) as refused:
        converted(spoil(form))
    assert "Nothing was changed." in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_away_or_a_folder_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "away.xlsx", tmp_path):
        with pytest.raises(Failure, match="cannot be opened"):
            converted(path)


@pytest.mark.parametrize("where", [(b"3", b"1048576"), (b"3", b"1501")])
def test_a_cell_far_below_is_not_lost_unseen(tmp_path: Path, where: tuple[bytes, bytes]) -> None:
    form = saved(tmp_path / "form.xlsx", changed(["text", "a", "A"], ["text", "b", "B"]))
    for mark in (b'<row r="', b'r="A', b'r="B', b'r="C'):
        with_changed(form, "xl/worksheets/sheet1.xml", mark + where[0] + b'"', mark + where[1] + b'"')
    with pytest.raises(BadInput, match="longer or wider"):
        sheets_of(form)


def test_far_cells_that_hold_nothing_are_no_fault(tmp_path: Path) -> None:
    form = saved(tmp_path / "form.xlsx", changed(["text", "a", "A"]))
    far = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    with_changed(form, "xl/worksheets/sheet1.xml", b"</sheetData>", far)
    assert [row.number for row in sheets_of(form)["survey"]] == [2]


ANY_WORDS = some.text(max_size=30) | some.sampled_from(
    ["yes", "no", "null", "008", "1", "- a", "a: b", "{x}", "#", "'"]
)
ANY_CONDITION = some.one_of(
    ANY_WORDS,
    some.lists(
        some.sampled_from(
            ["${a}", "${b}", "${class}", "=", "!=", ">", "'yes'", "''", "3", "and", "or", "not(", "(", ")", "selected("]
        ),
        max_size=12,
    ).map(" ".join),
)  # fmt: skip
ANY_ROW = some.fixed_dictionaries({
    "type": some.sampled_from(
        ["text", "integer", "range", "date", "select_one yn", "select_multiple yn", "select one any", "begin_group",
         "end group", "begin repeat", "end_repeat", "note", "", "select_one"]
    ),
    "name": some.sampled_from(["a", "b", "class", "row", "é", "1"]) | ANY_WORDS,
}, optional={
    "label": ANY_WORDS, "label::english (en)": ANY_WORDS, "hint": ANY_WORDS, "relevant": ANY_CONDITION,
    "constraint": ANY_CONDITION | some.just(". >= 2 and . < 9"), "required": ANY_WORDS, "appearance": ANY_WORDS,
    "parameters": ANY_WORDS | some.just("start=1 end=90"), "disabled": some.just("yes"), "odd": ANY_WORDS,
})  # fmt: skip
ANY_CHOICE = some.fixed_dictionaries(
    {"list_name": some.sampled_from(["yn", "any"]), "name": ANY_WORDS}, optional={"label": ANY_WORDS}
)
ANY_SETTINGS = some.fixed_dictionaries(
    {}, optional={"form_title": ANY_WORDS, "form_id": ANY_WORDS, "version": ANY_WORDS, "x": ANY_WORDS}
)


def rows_of(found: list[dict[str, str]]) -> tuple[Row, ...]:
    def plain(text: str) -> str:
        return " ".join("".join(char for char in text if char.isprintable()).split())

    filled = [{name: plain(text) for name, text in each.items() if plain(text)} for each in found]
    return tuple(Row(number, cells) for number, cells in enumerate(filled, 2) if cells)


@given(some.lists(ANY_ROW, max_size=14), some.lists(ANY_CHOICE, max_size=6), ANY_SETTINGS)
def test_any_form_becomes_a_sound_tool_or_one_sentence(
    survey: list[dict[str, str]], choices: list[dict[str, str]], settings: dict[str, str]
) -> None:
    sheets = {"survey": rows_of(survey), "choices": rows_of(choices), "settings": rows_of([settings])}
    try:
        text, notes = tool_of(sheets)
    except BadInput:
        return
    made = loaded(text, file="form.yaml")
    asked = sum(1 for each in made.asked_fields for _ in (each, *(each.columns if isinstance(each, Rows) else ())))
    noted = {number for note in notes if note.sheet == "survey" for number in note.rows}
    ends = sum(each.cells.get("type", "").startswith(("begin", "end")) for each in sheets["survey"])
    assert asked + len(noted) + ends >= len(sheets["survey"])
