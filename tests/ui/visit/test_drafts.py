"""Nothing that was typed is lost: drafts within a second, kept over a kill of the whole program, offered again."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from msp_desktop import demo
from msp_desktop.opening import open_vault
from msp_desktop.record.outcome import Outcome
from tests.ui.visit.conftest import Desk, opened_desk
from tests.ui.visit.typing_until_killed import WORDS
from ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def killed(vault: Path, tmp_path: Path) -> Path:
    """A vault whose window was killed with words typed and saved, but not entered."""
    where = {**os.environ, "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tests.ui.visit.typing_until_killed", str(vault), "saved"]
    with subprocess.Popen(command, cwd=ROOT, env=where, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "saved\n"
        child.kill()
    return vault


@pytest.fixture
def again(killed: Path, qtbot: QtBot, window: MainWindow) -> Desk:
    """The same vault, unlocked anew."""
    assert killed.exists()
    window.unlock.passphrase.setText(demo.PASSPHRASE)
    window.unlock.button.click()
    qtbot.waitUntil(lambda: window.inside is not None)
    assert window.inside is not None
    return opened_desk(qtbot, window.inside)


def test_after_a_kill_the_window_opens_on_the_visit_and_offers_what_was_typed(again: Desk) -> None:
    assert again.view.offer.isVisible()
    assert "What you wrote until" in again.view.offered.text()
    assert "today" not in again.inside.screens
    assert again.lines() == []
    again.only_us()
    assert again.lines() == [WORDS]
    again.view.go_on.click()
    again.qtbot.waitUntil(lambda: not again.view.offer.isVisible())
    assert [each.words for each in again.saved().body.statements] == [WORDS]
    assert again.inside.shell.workspace.visits.drafts() == ()


def test_what_is_typed_before_the_offer_is_answered_is_kept_beside_it(again: Desk) -> None:
    again.only_us()
    again.write("He is at work now.")
    assert [each.words for each in again.saved().body.statements] == [WORDS, "He is at work now."]
    assert not again.view.offer.isVisible()


def test_forgetting_a_draft_asks_first_and_then_it_is_gone(again: Desk) -> None:
    again.view.forget.click()
    next(each for each in again.view.question.buttons() if each.text() == "Forget it").click()
    again.qtbot.waitUntil(lambda: not again.view.offer.isVisible())
    again.only_us()
    assert again.lines() == []
    assert again.saved().body.statements == ()
    assert again.inside.shell.workspace.visits.drafts() == ()


def test_typing_is_on_the_disk_within_a_second_without_a_revision(desk: Desk) -> None:
    desk.start()
    desk.view.top.saved.setText("")
    revision = desk.saved().rev
    QTest.keyClicks(desk.view.here.lines.words, "She said")
    desk.qtbot.waitUntil(lambda: "Saved on this laptop at" in desk.view.top.saved.text(), timeout=5000)
    drafts = desk.inside.shell.workspace.visits.drafts()
    assert [each.words for each in drafts[0].body.statements] == ["She said"]
    assert (drafts[0].base, desk.saved().rev) == (revision, revision)


def test_locking_saves_what_was_typed_as_a_revision(qtbot: QtBot, window: MainWindow, desk: Desk, vault: Path) -> None:
    desk.start()
    QTest.keyClicks(desk.view.here.lines.words, "She said")
    with qtbot.waitSignal(window.locked):
        window.lock()
    workspace = open_vault(vault, demo.PASSPHRASE)
    found = workspace.visits.going_on()
    drafts = workspace.visits.drafts()
    workspace.close()
    assert found is not None
    assert [each.words for each in found.body.statements] == ["She said"]
    assert drafts == ()


def test_a_wish_that_is_being_typed_is_back_in_its_form(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    desk.start()
    after = desk.after()
    after.wants.form.fields["words"].load("My card")
    after.wants.changed.emit()
    with qtbot.waitSignal(window.locked):
        window.lock()
    window.unlock.passphrase.setText(demo.PASSPHRASE)
    window.unlock.button.click()
    qtbot.waitUntil(lambda: window.inside is not None)
    assert window.inside is not None
    back = opened_desk(qtbot, window.inside).after()
    qtbot.waitUntil(lambda: back.wants.form.fields["words"].value() == "My card")


def test_a_wish_that_was_changed_meanwhile_is_not_undone_by_an_older_draft_of_it(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    workspace = desk.inside.shell.workspace
    visit, wishes = desk.saved(), workspace.outcomes
    wish = wishes.add(Outcome(person=visit.body.person, visit=visit.id, words="My card"))
    wishes.save(wish, replace(wish.body, words="My bank card"))
    wishes.keep_draft(wish.id, replace(wish.body, words="My red card"), base=wish.rev)
    wants = desk.after().wants
    desk.qtbot.waitUntil(lambda: wants.form.fields["words"].value() == "My red card")
    assert "Both are kept" in wants.said.text()
    wants.add.click()
    desk.qtbot.waitUntil(lambda: len(wants.shown) == 2)
    assert {each.body.words for each in wishes.list({"visit": visit.id})} == {"My bank card", "My red card"}
    assert wishes.drafts() == ()


def test_a_line_whose_save_is_refused_stays_and_is_put_right(desk: Desk) -> None:
    desk.start()
    desk.only_us()
    lines = desk.view.here.lines
    lines.speaker.edit.setText("D" * 301)
    desk.write("She forgets", "told")
    desk.qtbot.waitUntil(lambda: "too long for a name" in desk.inside.notice.words.text())
    desk.write("I want my card back.")
    assert desk.saved().body.statements == ()
    assert desk.lines() == ["She forgets", "I want my card back."]
    drafts = desk.inside.shell.workspace.visits.drafts()
    assert [each.words for each in drafts[0].body.statements] == ["She forgets", "I want my card back."]
    lines.edit_requested.emit(lines.shown[0][0])
    lines.edit.fields["speaker"].load("Daniel")
    lines.edit.fields["speaker"].changed.emit()
    lines.edit_done.emit()
    assert [each.speaker for each in desk.saved().body.statements] == ["Daniel", ""]
