"""Other words for a tool: what there is in each language, and that nothing the person reads is missing."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from msp_desktop.sheets.facing import facing_words
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.library import as_answered, released, shipped
from msp_desktop.tools.strings import languages, strings

FOLDER = Path(str(files("resources").joinpath("tools", "strings")))
FILES = sorted(FOLDER.glob("*/*.yaml"))
WANTED = {
    "cy": {"comm_passport", "desired_outcomes", "private_contact", "scaling", "safety_plan", "rights_sheet", "ending"},
    "ar": {"private_contact", "rights_sheet"},
    "ur": {"private_contact", "rights_sheet"},
}


def versions(key: str) -> list[Definition]:
    """Every version of a tool that was ever released."""
    names = [name for name in released() if name.split(".")[0] == key]
    return [as_answered(FOLDER.with_name(name).read_text("utf-8"), file=name) for name in names]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_file_of_strings_says_all_that_the_person_reads_and_nothing_else(file: Path) -> None:
    found = strings(file.stem, file.parent.name)
    assert found is not None
    assert set(found.words) == {words for tool in versions(file.stem) for words in facing_words(tool)}


@pytest.mark.parametrize("language", WANTED)
def test_the_tools_that_matter_most_are_there_in_each_language(language: str) -> None:
    assert {tool.key for tool in shipped() if language in languages(tool)} == WANTED[language]
