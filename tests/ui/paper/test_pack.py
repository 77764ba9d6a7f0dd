"""The visit pack and what comes back from it: printed in one go, found by its mark, typed in as it stands on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.workspace import Workspace
from tests.ui.paper.hands import RULER, events, ways
from ui.inside import Inside
from ui.screens.paper.page import PaperPage
from ui.screens.tools.page import ToolsPage

DAY, NEXT = "Good day, bad day", "My safety plan"


def put_in(page: PaperPage, *titles: str) -> None:
    for title in titles:
        ways(page)[f"{title}: in the visit pack"].click()


def type_mark(page: PaperPage, mark: str) -> None:
    page.choose.typing_in.open()
    page.choose.from_paper.mark.edit.clear()
    QTest.keyClicks(page.choose.from_paper.mark.edit, mark)
    page.choose.from_paper.begin.click()


def of_pack(workspace: Workspace) -> dict[str, str]:
    """The marks of what was printed last, by sheet."""
    return {each.sheet: each.printed.mark for each in events(workspace) if each.printed and each.printed.mark}


@pytest.fixture
def saved(qtbot: QtBot, of_margaret: PaperPage, tmp_path: Path) -> PaperPage:
    put_in(of_margaret, RULER, DAY)
    of_margaret.choose.pack.folder_chosen.emit(tmp_path)
    qtbot.waitUntil(lambda: "2 files" in of_margaret.choose.pack.said.text())
    return of_margaret


def test_a_pack_is_only_offered_while_a_visit_is_open(page: PaperPage) -> None:
    assert not page.choose.packing.isVisible() and not page.choose.typing_in.isVisible()
    assert not [name for name in ways(page) if "visit pack" in name]


def test_how_many_are_in_the_pack_stands_on_its_button_and_no_sheet_moves_under_the_hand(
    qtbot: QtBot, of_margaret: PaperPage
) -> None:
    choose, button = of_margaret.choose, ways(of_margaret)[f"{RULER}: in the visit pack"]
    qtbot.waitUntil(lambda: button.mapTo(choose, QPoint()).y() > choose.packing.y() > 0)
    before = button.mapTo(choose, QPoint())
    assert choose.packing.opener.text() == "The visit pack (empty)"
    put_in(of_margaret, RULER, DAY)
    QApplication.processEvents()
    assert choose.packing.opener.text() == "The visit pack (2)"
    assert button.mapTo(choose, QPoint()) == before
    choose.packing.open()
    qtbot.waitUntil(choose.pack.print_button.isVisible)


def test_each_sheet_of_a_pack_is_a_file_named_after_its_number_and_mark(
    saved: PaperPage, workspace: Workspace, tmp_path: Path
) -> None:
    marks = of_pack(workspace)
    names = {each.name for each in tmp_path.glob("*.pdf")}
    assert names == {f"T15 A {marks['scaling.ruler']}.pdf", f"T03 A {marks['good_bad_day.sheet']}.pdf"}
    assert saved.choose.in_pack == {}


def test_a_pack_comes_in_easy_read_or_a_language_where_a_sheet_has_it(
    qtbot: QtBot, of_margaret: PaperPage, workspace: Workspace, tmp_path: Path
) -> None:
    pack = of_margaret.choose.pack
    of_margaret.choose.packing.open()
    put_in(of_margaret, RULER, DAY)
    pack.language.buttons["cy"].click()
    pack.folder_chosen.emit(tmp_path)
    qtbot.waitUntil(lambda: "2 files" in pack.said.text())
    put_in(of_margaret, RULER, DAY)
    pack.format.buttons["easy"].click()
    assert not pack.language.isVisible()
    pack.folder_chosen.emit(tmp_path)
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == 4)
    printed = [each.printed for each in events(workspace) if each.printed][-4:]
    assert [(each.format, each.language) for each in printed] == [
        ("standard", "cy"), ("standard", ""), ("easy", ""), ("easy", ""),
    ]  # fmt: skip


@pytest.mark.needs("pdftotext")
def test_the_mark_stands_on_the_paper_and_no_name_does(saved: PaperPage, workspace: Workspace, tmp_path: Path) -> None:
    mark = of_pack(workspace)["scaling.ruler"]
    told = subprocess.run(
        ["pdftotext", tmp_path / f"T15 A {mark}.pdf", "-"], capture_output=True, text=True, check=True
    )
    assert f"T15 A {mark}" in told.stdout
    assert "Margaret" not in told.stdout


def test_what_the_guard_asks_about_is_left_out_and_named(
    qtbot: QtBot, of_margaret: PaperPage, workspace: Workspace, printer: Path
) -> None:
    put_in(of_margaret, RULER, NEXT)
    of_margaret.choose.pack.print_button.click()
    qtbot.waitUntil(lambda: "Sent to the printer" in of_margaret.choose.pack.said.text())
    said = of_margaret.choose.pack.said.text()
    assert ("one by one" in said) == (NEXT in said)
    assert printer.exists()
    assert "scaling.ruler" in of_pack(workspace)


def test_a_sheet_is_found_by_its_mark_and_asked_as_it_stands_on_paper(
    qtbot: QtBot, saved: PaperPage, workspace: Workspace, inside: Inside
) -> None:
    type_mark(saved, of_pack(workspace)["scaling.ruler"].lower())
    qtbot.waitUntil(lambda: inside.now == "tools")
    page = inside.go("tools").view
    assert isinstance(page, ToolsPage)
    qtbot.waitUntil(lambda: page.fill is not None)
    fill = page.fill
    assert fill is not None
    assert fill.from_paper.isVisible() and fill.finish.isHidden()
    assert all(not field.more for field in fill.definition.asked_fields)
    QTest.keyClicks(fill.form.fields["question"].edit, "My money")  # type: ignore[attr-defined]
    fill.whole_requested.emit()
    qtbot.waitUntil(lambda: page.fill is not None and page.fill is not fill)
    whole = page.fill
    assert whole is not None and whole.form.values["question"] == "My money"
    assert not whole.finish.isHidden()


def test_a_photo_of_the_paper_is_kept_with_the_visit(
    qtbot: QtBot, saved: PaperPage, workspace: Workspace, inside: Inside, tmp_path: Path
) -> None:
    from PIL import Image

    Image.new("RGB", (40, 60), "white").save(tmp_path / "paper.png")
    type_mark(saved, of_pack(workspace)["scaling.ruler"])
    qtbot.waitUntil(lambda: inside.now == "tools")
    page = inside.go("tools").view
    assert isinstance(page, ToolsPage)
    qtbot.waitUntil(lambda: page.fill is not None)
    fill, here = page.fill, inside.shell.here
    assert fill is not None and here is not None
    before = len(workspace.attachments.of_visit(here.visit))
    fill.photo_chosen.emit(tmp_path / "paper.png")
    qtbot.waitUntil(lambda: "kept with this visit" in fill.saved.text())
    (*_, added) = workspace.attachments.of_visit(here.visit)
    assert len(workspace.attachments.of_visit(here.visit)) == before + 1
    assert added.body.caption == "Paper: Scaling ruler"


@pytest.mark.parametrize("typed", ["KBCD", "no mark at all", "", "T15 A"])
def test_a_mark_that_nobody_printed_gets_a_sentence(qtbot: QtBot, of_margaret: PaperPage, typed: str) -> None:
    type_mark(of_margaret, typed)
    qtbot.waitUntil(lambda: "No sheet with this mark" in of_margaret.choose.from_paper.mark.error.text())


def test_paper_of_another_visit_is_not_typed_into_this_one(
    qtbot: QtBot, saved: PaperPage, workspace: Workspace, inside: Inside
) -> None:
    mark = of_pack(workspace)["scaling.ruler"]
    inside.open_visit(workspace.visits.list({"state": "planned"})[0].id)
    inside.go("paper")
    qtbot.waitUntil(lambda: f"{RULER}: Blank" in ways(saved))
    type_mark(saved, mark)
    qtbot.waitUntil(lambda: "printed for another visit" in saved.choose.from_paper.mark.error.text())
