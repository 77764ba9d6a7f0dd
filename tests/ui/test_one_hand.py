"""A visit from the passphrase to the sealed file with the keyboard alone and with the mouse alone, press by press."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from msp_desktop import demo
from tests.ui.by_hand import Hand, Key, Keyboard, Mouse
from ui.main_window import MainWindow
from ui.pages import PAGES

Control, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SAID = "I want my card back."
WHEN = "When were you alone together?"


@pytest.fixture(params=[Keyboard, Mouse], ids=["keyboard", "mouse"])
def hand(request: pytest.FixtureRequest, qtbot: QtBot, window: MainWindow) -> Hand:
    made = request.param(qtbot, window)
    assert isinstance(made, Hand)
    return made


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_visit_needs_one_way_of_working_alone(hand: Hand, tmp_path: Path) -> None:
    most = {write_the_first_line: 8, somebody_comes_in: 7, say_how_it_was: 45, finish_and_sign: 12}
    for step, presses in most.items():
        before = hand.presses
        step(hand)
        assert hand.presses - before <= presses, f"{step.__name__}: {hand.presses - before}"
    print_a_sheet(hand, tmp_path / "sheet.pdf")
    seal(hand, tmp_path / "stick")


def write_the_first_line(hand: Hand) -> None:
    hand.go("Passphrase")
    hand.write(demo.PASSPHRASE)
    hand.enter(instead="Unlock")
    hand.use("Open: Margaret: planned for 24 Oct 2026. Nothing is recorded yet.")
    hand.use("Start the visit")
    hand.wait("What was said or happened")
    hand.use("Only us now", Key.Key_F7)
    hand.write(SAID)
    hand.enter(instead="Keep this line")
    hand.wait(f"Change: {SAID}")


def somebody_comes_in(hand: Hand) -> None:
    hand.use("They came in", Key.Key_F8)
    hand.go("Name")
    hand.write("Daniel")
    hand.enter(instead="Keep this")
    hand.until(lambda: not hand.named("Name"))
    hand.use("Only us now", Key.Key_F7)
    hand.wait(f"Change: {SAID}")


def say_how_it_was(hand: Hand) -> None:
    hand.use("After", Control | Key.Key_PageDown, Control | Key.Key_PageDown)
    hand.answer("Did you see Margaret?", "Yes")
    hand.answer("Were the two of you alone together?", "Yes")
    hand.wait("", within=WHEN)
    (now,) = (each for each in hand.named("", within=WHEN) if "to now" in each.accessibleName())
    hand.answer(WHEN, now.accessibleName())
    hand.answer("Could anybody hear?", "Nobody could hear")
    hand.answer("Was it long enough?", "Yes")
    hand.use("Yes, that is right")
    hand.answer("Is anyone in danger before tomorrow?", "No")


def finish_and_sign(hand: Hand) -> None:
    hand.use("Finish: I am leaving now")
    hand.use("Sign this visit")
    hand.wait("Change this signed visit")


def print_a_sheet(hand: Hand, file: Path) -> None:
    hand.use("Print", Control | Key.Key_P)
    hand.use("Where it stands today: Filled in")
    hand.answer("Where is it going?", "Into a file on this computer")
    hand.use("Save as PDF")
    in_the_dialog(hand, "File name:", file, button="Save")
    hand.until(file.exists)


def seal(hand: Hand, folder: Path) -> None:
    folder.mkdir()
    number = [page.name for page in PAGES].index("outbox")
    hand.use("To the council", Alt | Key(Key.Key_1 + number))
    hand.use("Seal now")
    hand.until(lambda: not hand.named("Seal now"))
    hand.use("Copy sealed files to a folder")
    in_the_dialog(hand, "Directory:", folder, button="Choose")
    hand.until(lambda: len(list(folder.glob("*.visit"))) == 2)


def in_the_dialog(hand: Hand, field: str, file: Path, *, button: str) -> None:
    hand.until(lambda: hand.top is not hand.window)
    hand.go(field)
    hand.write(str(file))
    hand.enter(instead=button)
    hand.until(lambda: hand.top is hand.window)
