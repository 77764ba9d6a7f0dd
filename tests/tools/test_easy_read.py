"""The Easy Read of each tool: short sentences, everyday words, and a picture beside every question."""

from __future__ import annotations

import re

import pytest

from msp_desktop.sheets.composing import on_sheet
from msp_desktop.sheets.facing import can_be_easy, facing_sheets, facing_words
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import shipped
from msp_desktop.tools.pictures import known_pictures
from msp_desktop.tools.reading_age import reading_age
from msp_desktop.tools.strings import has_easy_read, said_in

MOST_WORDS = 15
"""Practice 4.8: sentences of 10 to 15 words, one idea each."""

GIVEN = [tool for tool in shipped() if facing_sheets(tool)]


def easy(tool: Definition) -> Definition:
    return said_in(tool, "easy")


def test_every_tool_that_can_be_given_to_somebody_is_written_in_easy_read() -> None:
    assert [tool.key for tool in GIVEN if not has_easy_read(tool)] == []
    assert any(can_be_easy(tool, sheet) for tool in GIVEN for sheet in tool.sheets)


@pytest.mark.parametrize("tool", GIVEN, ids=lambda tool: tool.key)
def test_no_sentence_is_long(tool: Definition) -> None:
    sentences = [each for words in facing_words(easy(tool)) for each in re.split(r"(?<=[.?!:])\s+", words)]
    assert [each for each in sentences if len(each.split()) > MOST_WORDS] == []


@pytest.mark.parametrize("tool", GIVEN, ids=lambda tool: tool.key)
def test_a_child_of_eight_could_read_it(tool: Definition) -> None:
    assert reading_age(facing_words(easy(tool))) <= 8


@pytest.mark.parametrize("tool", GIVEN, ids=lambda tool: tool.key)
def test_every_question_that_is_not_drawn_has_a_picture_that_exists(tool: Definition) -> None:
    shown = {key for sheet in tool.sheets if can_be_easy(tool, sheet) for key in on_paper(tool, sheet.name)}
    asked = [easy(tool).field(key) for key in shown]
    without = [field.key for field in asked if not field.picture and not getattr(field, "drawn", None)]
    assert without == []
    assert {field.picture for field in asked} - {""} <= known_pictures()


def on_paper(tool: Definition, name: str) -> frozenset[str]:
    scale_ends = {end for field in tool.asked_fields for end in (getattr(field, "low", ""), getattr(field, "high", ""))}
    sheet = tool.sheet(name)
    told = {sheet.tells} if sheet.tells else set()
    return on_sheet(tool, sheet) - scale_ends - told
