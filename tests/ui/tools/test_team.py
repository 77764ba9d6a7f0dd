"""The team's own tools on the Tools page of the real window: taking in, mending, and what a council allows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from msp_desktop import policy
from tests.tools.forms import saved
from tests.tools.test_faults import GOOD
from tests.ui.tools.hands import close, open_tool, presses, write
from ui.screens.tools.page import ToolsPage
from ui.screens.tools.team_card import TeamCard


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(policy, "FILE", tmp_path / "policy.toml")
    return tmp_path / "data" / "msp-desktop" / "tools"


@pytest.fixture
def card(folder: Path, page: ToolsPage) -> TeamCard:
    page.browse.team_fold.open()
    return page.browse.team


def put(path: Path, text: str = GOOD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def words(card: TeamCard) -> str:
    return "\n".join(
        each.text().replace("\u200b", "") for each in card.findChildren(QLabel) if each.isVisibleTo(card)
    )  # fmt: skip


def wait(qtbot: QtBot, card: TeamCard, sentence: str) -> None:
    qtbot.waitUntil(lambda: sentence in words(card))


def test_it_says_where_the_folder_will_be(qtbot: QtBot, card: TeamCard, folder: Path) -> None:
    wait(qtbot, card, f"They will lie in this folder, which is not there yet: {folder}")


def test_a_file_that_is_chosen_is_a_tool_at_once(
    qtbot: QtBot, page: ToolsPage, card: TeamCard, folder: Path, tmp_path: Path
) -> None:
    put(tmp_path / "kettle.yaml")
    card.choose.click()
    (dialog,) = card.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "kettle.yaml"))
    dialog.reject()
    wait(qtbot, card, "“The kettle”, version 1, is among your tools now.")
    qtbot.waitUntil(lambda: "Fill in: The kettle" in presses(page))
    wait(qtbot, card, "The kettle, version 1")
    assert "A tool of your team. On paper it is class C: it stays with you." in [
        each.text() for each in page.browse.findChildren(QLabel)
    ]
    card.file_chosen.emit(tmp_path / "kettle.yaml")
    wait(qtbot, card, "was there already, word for word")
    assert [path.name for path in folder.iterdir()] == ["kettle.v1.yaml"]


def test_a_faulty_file_is_refused_with_every_line_and_can_be_chosen_again(
    qtbot: QtBot, page: ToolsPage, card: TeamCard, tmp_path: Path
) -> None:
    file = put(tmp_path / "kettle.yaml", GOOD.replace("type: scale", "type: scales"))
    card.file_chosen.emit(file)
    wait(qtbot, card, "kettle.yaml was not taken in. Nothing was changed.")
    assert "kettle.yaml, line 17: There is no field type “scales”." in words(card)
    card.file_chosen.emit(put(file))
    wait(qtbot, card, "is among your tools now")
    assert "no field type" not in words(card)


def test_a_form_tells_what_was_not_understood_and_where_to_go_on(
    qtbot: QtBot, card: TeamCard, folder: Path, tmp_path: Path
) -> None:
    card.file_chosen.emit(saved(tmp_path / "form.xlsx"))
    wait(qtbot, card, "survey, row 14: a tool has no question of the type “calculate”")
    assert f"You can go on in this file: {folder / 'money_talk.v2.yaml'}" in words(card)


def test_a_file_that_is_no_form_is_one_sentence(qtbot: QtBot, card: TeamCard, tmp_path: Path) -> None:
    card.file_chosen.emit(put(tmp_path / "form.xlsx", "a letter"))
    wait(qtbot, card, "it is no spreadsheet of the kind .xlsx. Nothing was changed.")
    assert card.choose.isEnabled()


def test_a_file_put_into_the_folder_and_mended_there_is_seen_when_the_card_is_opened(
    qtbot: QtBot, page: ToolsPage, card: TeamCard, folder: Path
) -> None:
    wait(qtbot, card, "not there yet")
    put(folder / "kettle.yaml", GOOD.replace("type: scale", "type: scales"))
    page.browse.team_fold.shut()
    page.browse.team_fold.open()
    wait(qtbot, card, "kettle.yaml, line 17: There is no field type “scales”.")
    qtbot.waitUntil(lambda: "need a look" in page.browse.faults.text())
    put(folder / "kettle.yaml")
    page.browse.team_fold.shut()
    page.browse.team_fold.open()
    qtbot.waitUntil(lambda: "Fill in: The kettle" in presses(page))
    qtbot.waitUntil(lambda: not page.browse.faults.isVisibleTo(page))
    assert "no field type" not in words(card)


def test_a_version_changed_after_it_was_used_is_asked_in_the_old_words(
    qtbot: QtBot, page: ToolsPage, card: TeamCard, folder: Path
) -> None:
    text = GOOD.replace("finish: needed}", "finish: needed}\n      one: {type: quote, ask: Anything else?}")
    put(folder / "kettle.yaml", text)
    page.browse.team_fold.shut()
    page.browse.team_fold.open()
    write(open_tool(qtbot, page, "The kettle"), "one", "Tea")
    close(qtbot, page)
    put(folder / "kettle.yaml", text.replace("Anything else?", "What else?"))
    page.browse.team_fold.shut()
    page.browse.team_fold.open()
    wait(qtbot, card, "“The kettle” was used as version 1 with other words, and those still count.")
    view = open_tool(qtbot, page, "The kettle")
    assert view.definition.field("one").ask == "Anything else?"
    write(view, "one", "Tea again")
    close(qtbot, page)


def test_a_long_list_is_cut_and_says_so(qtbot: QtBot, card: TeamCard, folder: Path, page: ToolsPage) -> None:
    for number in range(45):
        put(folder / f"{number:02}.yaml", "key: [")
    page.browse.team_fold.shut()
    page.browse.team_fold.open()
    wait(qtbot, card, "And 5 more.")


class TestCouncil:
    """A council that allows no tools of a team."""

    @pytest.fixture(autouse=True)
    def none(self, folder: Path) -> None:
        put(folder / "kettle.yaml")
        policy.FILE.write_text('team_tools = "none"', "utf-8")

    def test_none_is_used_and_none_can_be_chosen(self, qtbot: QtBot, page: ToolsPage, card: TeamCard) -> None:
        wait(qtbot, card, "Your council lets no tools of a team be used on this laptop.")
        assert not card.choose.isVisibleTo(card)
        assert "Fill in: The kettle" not in presses(page)
