"""Sheets in other languages and in Easy Read: nothing stays English, answers stay as they were, the sheet is honest."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from msp_desktop.cli import main
from msp_desktop.errors import BadInput, ExitCode
from msp_desktop.practice.leave_behind import Leave
from msp_desktop.sheets import content
from msp_desktop.sheets.composing import Marks, composed
from msp_desktop.sheets.content import Format
from msp_desktop.sheets.facing import can_be_easy, facing_sheets, facing_words, languages_of
from msp_desktop.sheets.guard import Going
from msp_desktop.sheets.preparing import Choices, Filled, prepared
from msp_desktop.sheets.printable import printable
from msp_desktop.sheets.rendering import rendered
from msp_desktop.sheets.wording import day_in, wording
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.library import Library
from msp_desktop.tools.strings import ENGLISH, LANGUAGES, said_in
from tests.sheets.samples import filled

_GAP = re.compile(r"\{\w+\}")
OTHERS = [code for code in LANGUAGES if code != ENGLISH]
WRITTEN = {
    f"{tool.sheet_id(sheet)}.{language}": (tool, sheet, language)
    for tool, sheet in Library().sheets()
    for language in languages_of(tool, sheet)
    if language != ENGLISH
}


def words_on(part: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a sheet
    """Every text of a sheet's content."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from words_on(each)
    elif dataclasses.is_dataclass(part) and not isinstance(part, type):
        for field in dataclasses.fields(part):
            yield from words_on(getattr(part, field.name))


def laid_out(tool: Definition, sheet: Sheet, values: dict[str, Any] | None = None, **how: Any) -> content.Sheet:  # noqa: ANN401
    return composed(tool, sheet, marks=Marks(leave=Leave.B), values=values, **how)


def tool_and_sheet(id: str) -> tuple[Definition, Sheet]:
    return Library().sheet(id)


@pytest.mark.parametrize("name", WRITTEN)
def test_no_english_sentence_stays_on_a_translated_sheet(name: str) -> None:
    tool, sheet, language = WRITTEN[name]
    said = said_in(tool, language)
    same = {words for words in facing_words(tool) if words in facing_words(said)}
    left = set(facing_words(tool)) & set(words_on(laid_out(tool, sheet, language=language)))
    assert left <= same
    assert not any(" " in words for words in same - {"Braille"}), "only a name or a single word may be the same"


@pytest.mark.parametrize("language", OTHERS)
def test_paper_has_the_same_words_of_its_own_in_each_language(language: str) -> None:
    own, english = wording(language), wording(ENGLISH)
    assert own.keys() == english.keys()
    same = {key for key, words in own.items() if words == english[key]} - {"easy_unchecked"}
    assert all(english[key].replace("{", "").isidentifier() or "{" in english[key] for key in same)
    assert len(own["months"].split()) == 12


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_filled_in_has_its_place_in_each_language(language: str) -> None:
    own, english = wording(language), wording(ENGLISH)
    assert {key: sorted(_GAP.findall(words)) for key, words in own.items()} == {
        key: sorted(_GAP.findall(words)) for key, words in english.items()
    }


@pytest.mark.parametrize("name", WRITTEN)
def test_every_letter_of_a_translation_is_in_the_bundled_faces(name: str) -> None:
    tool, sheet, language = WRITTEN[name]
    assert not [printable(words).replaced for words in words_on(laid_out(tool, sheet, language=language))
                if printable(words).replaced]  # fmt: skip


def test_a_translation_that_nobody_checked_says_so_on_the_sheet_in_its_own_language() -> None:
    tool, sheet = tool_and_sheet("scaling.ruler")
    assert laid_out(tool, sheet, language="cy").chrome.note == wording("cy")["unchecked"]
    assert laid_out(tool, sheet).chrome.note == ""


def test_the_questions_change_and_the_answers_stay_as_they_were_given() -> None:
    tool, sheet = tool_and_sheet("desired_outcomes.sheet")
    values = filled(tool, "I want to sit in the garden.")
    there = set(words_on(laid_out(tool, sheet, values, language="cy")))
    assert {"I want to sit in the garden.", "Dim o gwbl", day_in("cy", "2026-10-14")} <= there


def test_days_and_yes_and_no_are_said_in_the_language_of_the_sheet() -> None:
    assert day_in("cy", "2026-03-01") == "1 Mawrth 2026"
    assert day_in(ENGLISH, "2026-03-01") == "1 Mar 2026"
    tool, sheet = tool_and_sheet("comm_passport.copy")
    assert {"Ie", "Na", "Ddim yn siŵr"} <= set(words_on(laid_out(tool, sheet, language="cy")))


@pytest.mark.parametrize(("language", "told"), [("en", "en-GB"), ("cy", "cy-GB"), ("ar", "ar-GB"), ("ur", "ur-GB")])
def test_a_screen_reader_is_told_the_language(language: str, told: str, tmp_path: Path) -> None:
    tool, sheet = tool_and_sheet("rights_sheet.sheet")
    (tmp_path / "a.pdf").write_bytes(rendered(laid_out(tool, sheet, language=language)).pdf)
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert str(pdf.Root.Lang) == told


@pytest.mark.parametrize(
    ("sheet", "how"),
    [
        ("rights_sheet.sheet", {"language": "fr"}),
        ("refusal.sheet", {"language": "cy"}),
        ("private_contact.record", {"language": "cy"}),
        ("safety_plan.pocket", {"format": Format.EASY}),
    ],
)
def test_what_nobody_has_written_is_refused_with_a_sentence(sheet: str, how: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match="Nobody has written this sheet that way"):
        prepared(*tool_and_sheet(sheet), Choices(going=Going.WITH_ME, **how), filled=None)


def test_the_command_line_prints_in_a_language_or_says_in_one_line_why_not(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "a.pdf"
    assert main(["sheet", "print", "rights_sheet.card", "--language", "ur", "-o", str(file)]) == ExitCode.DONE
    with pikepdf.open(file) as pdf:
        assert str(pdf.Root.Lang) == "ur-GB"
    assert (
        main(["sheet", "print", "refusal.sheet", "--language", "ur", "-o", str(file), "--overwrite"])
        == ExitCode.BAD_INPUT
    )
    assert capsys.readouterr().err.count("\n") == 1


def test_what_was_said_alone_is_left_out_in_every_language() -> None:
    tool, sheet = tool_and_sheet("scaling.ruler")
    given = Filled(values={"question": "Nobody may know this", "score": 3}, private=frozenset({"question"}))
    ready = prepared(tool, sheet, Choices(going=Going.STAYS, language="cy"), filled=given)
    assert "Nobody may know this" not in set(words_on(ready.content))


def easy_sheets() -> list[tuple[Definition, Sheet]]:
    return [(tool, sheet) for tool, sheet in Library().sheets() if can_be_easy(tool, sheet)]


def out_of_pictures(sheet: content.Sheet) -> Iterator[content.Block]:
    for block in sheet.blocks:
        yield from block.blocks if isinstance(block, content.Pictured) else (block,)


def test_easy_read_puts_a_picture_beside_each_question_and_changes_no_answer() -> None:
    for tool, sheet in easy_sheets():
        plain, easy = laid_out(tool, sheet), laid_out(tool, sheet, format=Format.EASY)
        assert easy.chrome.note == wording()["easy_unchecked"]
        pictured = [each for each in easy.blocks if isinstance(each, content.Pictured)]
        assert pictured or sheet.cards or sheet.tells, tool.key
        assert [type(each) for each in plain.blocks] == [type(each) for each in out_of_pictures(easy)]


def test_what_stays_with_the_worker_is_in_english_alone() -> None:
    for tool, sheet in Library().sheets():
        if sheet not in facing_sheets(tool):
            assert list(languages_of(tool, sheet)) == [ENGLISH]
            assert not can_be_easy(tool, sheet)
