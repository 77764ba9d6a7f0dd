"""The door without a vault: make one, write its code down, come back, and get in with the code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.argon2_cost import FLOOR
from msp_desktop.doorway import Doorway, open_by_passphrase
from ui import theme
from ui.main_window import MainWindow
from ui.screens.code.view import CodeView
from ui.screens.create.view import CreateView
from ui.screens.recover.view import RecoverView
from ui.screens.unlock.view import UnlockView
from ui.screens.vaults.view import VaultsView
from ui.tokens import LIGHT

STRONG, OTHER = "harbour window thistle drum", "copper meadow ladder violin"
V = TypeVar("V", bound=QWidget)


@pytest.fixture
def doorway(tmp_path: Path) -> Doorway:
    return Doorway(tmp_path / "vaults", cost=FLOOR)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, doorway: Doorway) -> Iterator[MainWindow]:
    theme.apply(qapp, LIGHT)
    window = started(qtbot, doorway)
    yield window
    window.close()


def started(qtbot: QtBot, doorway: Doorway) -> MainWindow:
    window = MainWindow(doorway)
    qtbot.addWidget(window)
    window.show()
    return window


def screen(qtbot: QtBot, window: MainWindow, kind: type[V]) -> V:
    qtbot.waitUntil(lambda: isinstance(window.door.currentWidget(), kind), timeout=20_000)
    shown = window.door.currentWidget()
    assert isinstance(shown, kind)
    return shown


def make(qtbot: QtBot, window: MainWindow, worker: str = "Ade Bello") -> CodeView:
    view = screen(qtbot, window, CreateView)
    view.worker.load(worker)
    view.secret.first.load(STRONG)
    view.secret.again.load(STRONG)
    view.make.click()
    return screen(qtbot, window, CodeView)


def confirm(qtbot: QtBot, window: MainWindow, view: CodeView) -> str:
    """Copy the code as a person does, and type the group that is asked for."""
    code = [each.text() for each in view.groups]
    view.go_on.click()
    number = next(int(word) for word in view.field.question.split() if word.isdigit())
    view.field.load(code[number - 1].lower())
    view.done.click()
    qtbot.waitUntil(lambda: window.inside is not None)
    return "-".join(code)


def test_with_no_vault_the_door_makes_one_and_opens_it_when_the_code_is_on_paper(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = make(qtbot, window)
    assert window.inside is None
    confirm(qtbot, window, view)


def test_the_code_is_not_on_the_screen_while_a_group_is_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    view = make(qtbot, window)
    view.go_on.click()
    assert not any(each.isVisible() for each in view.groups)
    view.field.load("0000")
    view.done.click()
    assert "Look at your paper again" in view.field.error.text()
    view.again.click()
    assert all(each.isVisible() for each in view.groups)


def test_closed_before_the_code_was_confirmed_the_next_opening_shows_a_new_one(
    qtbot: QtBot, window: MainWindow, doorway: Doorway
) -> None:
    first = [each.text() for each in make(qtbot, window).groups]
    window.close()
    again = started(qtbot, doorway)
    lock = screen(qtbot, again, UnlockView)
    lock.passphrase.setText(STRONG)
    lock.button.click()
    view = screen(qtbot, again, CodeView)
    assert [each.text() for each in view.groups] != first
    confirm(qtbot, again, view)
    again.close()


def test_a_code_that_nobody_writes_down_does_not_stay_on_the_screen(
    qtbot: QtBot, window: MainWindow, doorway: Doorway
) -> None:
    make(qtbot, window)
    window.outside.idle.due.emit()
    screen(qtbot, window, UnlockView)
    (vault,) = doorway.listed()
    qtbot.waitUntil(lambda: not window.door.holds_vault)
    window.background.stop()
    open_by_passphrase(vault.folder, STRONG).workspace.close()


def test_what_is_missing_is_said_at_its_field_and_nothing_is_made(
    qtbot: QtBot, window: MainWindow, doorway: Doorway
) -> None:
    view = screen(qtbot, window, CreateView)
    view.make.click()
    assert view.worker.error.text() == "Enter your name."
    view.worker.load("Ade Bello")
    view.secret.first.load(STRONG)
    view.make.click()
    assert "not the same" in view.secret.again.error.text()
    for field in (view.secret.first, view.secret.again):
        field.load("Ade Bello 2026")
    view.make.click()
    qtbot.waitUntil(lambda: "easy to guess" in view.secret.first.error.text())
    assert doorway.listed() == []


def test_how_good_a_passphrase_is_is_said_while_it_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    secret = screen(qtbot, window, CreateView).secret
    for typed, said in (("seaside", "Too short"), ("passwordpassword", "Easy to guess"), (STRONG, "hard to guess")):
        secret.first.load("")
        QTest.keyClicks(secret.first.edit, typed)
        qtbot.waitUntil(lambda said=said: said in secret.judged.text())  # type: ignore[misc]


def test_words_are_proposed_to_be_typed_again(qtbot: QtBot, window: MainWindow) -> None:
    secret = screen(qtbot, window, CreateView).secret
    secret.propose.click()
    qtbot.waitUntil(lambda: secret.first.value() != "")
    assert secret.first.value() in secret.judged.text()
    assert secret.again.value() == ""


def test_the_recovery_code_gives_a_new_passphrase_and_a_new_code(
    qtbot: QtBot, window: MainWindow, doorway: Doorway
) -> None:
    code = confirm(qtbot, window, make(qtbot, window))
    window.lock()
    screen(qtbot, window, UnlockView).recover.click()
    view = screen(qtbot, window, RecoverView)
    view.code.load("ABCD")
    for field in (view.secret.first, view.secret.again):
        field.load(OTHER)
    view.button.click()
    qtbot.waitUntil(lambda: "not quite a recovery code" in view.code.error.text())
    view.code.load(code.lower().replace("-", " "))
    view.button.click()
    assert confirm(qtbot, window, screen(qtbot, window, CodeView)) != code


def test_several_workers_choose_whose_records_to_open(qtbot: QtBot, window: MainWindow, doorway: Doorway) -> None:
    doorway.make("Ruth Okoro", STRONG).workspace.close()
    confirm(qtbot, window, make(qtbot, window))
    window.lock()
    screen(qtbot, window, UnlockView).others.click()
    view = screen(qtbot, window, VaultsView)
    assert [each.text() for each in view.vaults] == ["Ade Bello", "Ruth Okoro"]
    view.vaults[1].click()
    lock = screen(qtbot, window, UnlockView)
    qtbot.waitUntil(lambda: lock.whose.text() == "Ruth Okoro")


def test_enter_alone_goes_through_the_form(qtbot: QtBot, window: MainWindow) -> None:
    view = screen(qtbot, window, CreateView)
    window.activateWindow()
    view.worker.focus()
    for typed in ("Ade Bello", STRONG, STRONG):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, typed)
        QTest.keyClick(focused, Qt.Key.Key_Return)
    screen(qtbot, window, CodeView)


def test_what_must_be_told_is_told_wherever_the_door_begins(qtbot: QtBot, window: MainWindow) -> None:
    screen(qtbot, window, CreateView)
    window.tell_at_door("Something went wrong.")
    assert screen(qtbot, window, CreateView).told.words.text() == "Something went wrong."


def test_the_title_of_the_window_names_nobody(qtbot: QtBot, window: MainWindow) -> None:
    confirm(qtbot, window, make(qtbot, window))
    assert window.windowTitle() == "MSP Desktop"
