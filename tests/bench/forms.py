"""What taking in a form of 250 questions costs, beside what pyxform and the ODK engine need for the same workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msp_desktop.tools.xlsform.converting import converted
from tests.bench import peers
from tests.bench.figure import Figure, median
from tests.tools.forms import saved

QUESTIONS = 250


def figures(folder: Path) -> Iterator[Figure]:
    """The same workbook, taken in by both."""
    workbook = saved(folder / "form.xlsx", form())
    ours = median(lambda: converted(workbook), times=5)
    theirs = peers.form_ms(workbook)
    if theirs is not None:
        yield Figure("an XLSForm of 250 questions taken in", ours, "ms", "pyxform with the ODK engine", theirs)


def form() -> dict[str, list[list[object]]]:
    """A workbook of plain questions, a tenth of which depend on another."""
    survey: list[list[object]] = [["type", "name", "label", "relevant"]]
    for at in range(QUESTIONS):
        relevant = f"${{q{at - 1}}} = 'yes'" if at % 10 == 9 else ""
        kind = "select_one yn" if at % 10 == 8 else "text"
        survey.append([kind, f"q{at}", f"Question {at}", relevant])
    choices: list[list[object]] = [["list_name", "name", "label"], ["yn", "yes", "Yes"], ["yn", "no", "No"]]
    return {"survey": survey, "choices": choices}
