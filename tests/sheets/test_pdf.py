"""Every sheet that ships, as a real PDF: archived and accessible by veraPDF, in reading order, broken by no words."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from msp_desktop.sheets.composing import Marks, composed
from msp_desktop.sheets.rendering import rendered
from msp_desktop.tools.library import Library
from tests.sheets.conftest import labels
from tests.sheets.judging import PROFILES, judged
from tests.sheets.samples import HOSTILE, LONG, PLAIN, samples

AT = datetime(2026, 10, 14, 9, 5, 0, 123456, tzinfo=UTC)
BLANK, FILLED, BROKEN = (
    {f"{each.name}.{how}": each for each in samples(words)}
    for how, words in (("blank", None), ("filled", PLAIN), ("hostile", HOSTILE))
)
ENDLESS = {each.name: each for each in samples(LONG)}
EVERY = {**BLANK, **FILLED, **BROKEN}


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Every sheet as a file, and one whose tags were taken out."""
    folder = tmp_path_factory.mktemp("printed")
    made = {}
    for name, sample in EVERY.items():
        made[name] = folder / f"{name}.pdf"
        made[name].write_bytes(rendered(sample.sheet, at=AT).pdf)
    with pikepdf.open(made["scaling.ruler.standard.blank"]) as pdf:
        del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo
        pdf.save(folder / "untagged.pdf")
    return {**made, "untagged": folder / "untagged.pdf"}


@pytest.fixture(scope="session")
def verdicts(printed: Mapping[str, Path]) -> Mapping[tuple[str, str], str]:
    return judged(list(printed.values()))


@pytest.mark.needs("java")
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", EVERY)
def test_each_sheet_is_an_archived_and_an_accessible_pdf(verdicts: Mapping[tuple[str, str], str], name: str) -> None:
    assert [verdicts[name, profile] for profile in PROFILES] == ["", ""]


@pytest.mark.needs("java")
@pytest.mark.timeout(600)
def test_the_judge_does_not_pass_a_pdf_without_tags(verdicts: Mapping[tuple[str, str], str]) -> None:
    assert all(verdicts["untagged", profile].startswith("FAIL") for profile in PROFILES)


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("name", [*BLANK, *FILLED])
def test_each_sheet_reads_in_the_order_it_asks(printed: Mapping[str, Path], name: str) -> None:
    # As drawn, a line from right to left comes out backwards; put in order, side by side may become one line.
    how = [] if EVERY[name].sheet.language in ("ar", "ur") else ["-raw"]
    told = subprocess.run(["pdftotext", *how, printed[name], "-"], capture_output=True, text=True, check=True).stdout
    words, at = squeezed(told), 0
    for label in (squeezed(each) for each in labels(EVERY[name].sheet)):
        found = words.find(label, at)
        assert found >= 0, label
        at = found


def squeezed(text: str) -> str:
    # Short vowels over Arabic letters come out before or behind them, and so do quotation marks.
    return re.sub(r"[\s\u200b\u202a-\u202c\u064b-\u0652“”،]", "", text)


@pytest.mark.parametrize("name", EVERY)
def test_a_file_says_its_title_and_no_name_initials_or_key(printed: Mapping[str, Path], name: str) -> None:
    sample = EVERY[name]
    with pikepdf.open(printed[name]) as pdf:
        told = str(pdf.docinfo) + pdf.Root.Metadata.read_bytes().decode()
        assert str(pdf.docinfo.Title) == sample.sheet.chrome.title
        assert "/Author" not in pdf.docinfo and "/Keywords" not in pdf.docinfo
    assert not [word for word in ("Margaret", "my sister", f">{sample.definition.key}") if word in told]


@pytest.mark.parametrize("name", BROKEN)
def test_words_that_look_like_commands_are_printed_and_what_was_replaced_is_told(name: str) -> None:
    assert set(rendered(BROKEN[name].sheet).replaced) >= {"\u4e2d", "\u6587", "\ue000"}


@pytest.mark.parametrize("name", ENDLESS)
def test_answers_of_a_hundred_thousand_letters_are_printed(name: str) -> None:
    assert rendered(ENDLESS[name].sheet).pdf.startswith(b"%PDF")


@pytest.mark.parametrize("name", FILLED)
def test_the_same_sheet_and_time_give_the_same_bytes(printed: Mapping[str, Path], name: str) -> None:
    assert rendered(FILLED[name].sheet, at=AT).pdf == printed[name].read_bytes()


@pytest.mark.parametrize("variant", ["faces", "stairs", "thumbs"])
def test_a_scale_can_be_drawn_without_numbers(variant: str) -> None:
    tool, sheet = Library().sheet("scaling.ruler")
    marks = Marks(leave=sheet.leave.blank)
    plain = rendered(composed(tool, sheet, marks=marks), at=AT)
    drawn = rendered(composed(tool, sheet, marks=marks, variant=variant), at=AT)
    assert drawn.pdf != plain.pdf
