"""Everything is hidden at once: nothing of the person or the program can be read, and nothing typed is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.guard.reading import everything, picture
from tests.ui.visit.conftest import Desk
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.hidden.view import HiddenView
from ui.screens.outbox.view import OutboxView
from ui.widgets import text

ROOT = Path(__file__).resolve().parents[3]
PIN, SAID = "2580", "I am afraid of him"


def hidden(window: MainWindow) -> HiddenView:
    assert window.hidden is not None
    return window.hidden


def by_f9(window: MainWindow) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)


def by_ctrl_space(window: MainWindow) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)


def by_the_rail(window: MainWindow) -> None:
    assert window.inside is not None
    window.inside.rail.hide_button.click()


def by_the_top_of_the_visit(window: MainWindow) -> None:
    next(each for each in window.findChildren(QPushButton) if each.text() == "Hide now" and each.isVisible()).click()


def by_the_corner(window: MainWindow) -> None:
    corner = QPoint(window.width() - 2, window.height() - 2)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=corner)


WAYS = (by_f9, by_ctrl_space, by_the_rail, by_the_top_of_the_visit, by_the_corner)


def say(desk: Desk, words: str) -> None:
    desk.start()
    desk.only_us()
    desk.write(words)
    desk.qtbot.waitUntil(lambda: desk.lines() == [words])


@contextmanager
def slow_disk(window: MainWindow) -> Iterator[None]:
    """Nothing is saved before this ends."""
    disk = Event()
    window.background.run(disk.wait, done=lambda _: None, failed=lambda _: None)
    yield
    disk.set()


def come_back(qtbot: QtBot, window: MainWindow) -> Inside:
    """Type the PIN on the plain page."""
    page = hidden(window)
    QTest.keyClicks(page, PIN[0])
    QTest.keyClicks(page.field.edit, PIN[1:])
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.inside is not None)
    assert window.inside is not None
    return window.inside


@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_the_person_or_the_program_can_be_read(
    way: Callable[[MainWindow], None], window: MainWindow, desk: Desk
) -> None:
    say(desk, SAID)
    desk.view.here.lines.words.setPlainText("He took my card")
    assert all(word in everything(window) for word in (SAID, "Margaret", "He took my card", "MSP Desktop"))
    way(window)
    read = everything(window)
    for word in (SAID, "Margaret", "card", "MSP", "Only us", "visit", "council", "Saved", "Hide", "F9"):
        assert word.casefold() not in read.casefold(), word
    assert window.windowTitle() == hidden(window).title


def test_the_pages_are_destroyed_once_they_are_saved(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    say(desk, SAID)
    with qtbot.waitSignal(desk.inside.destroyed):
        by_f9(window)


def test_the_picture_is_the_same_whatever_was_open_before(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    window.pin.choose(PIN)
    say(desk, SAID)
    by_f9(window)
    pictures = [picture(window)]
    for page in ("tools", "paper", "settings", "visit"):
        inside = come_back(qtbot, window)
        qtbot.waitUntil(lambda inside=inside: inside.shell.here is not None)  # type: ignore[misc]
        inside.go(page)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        by_f9(window)
        pictures.append(picture(window))
    assert len(set(pictures)) == 1


def test_what_stands_over_the_window_is_closed_even_a_question_that_has_the_keyboard(
    qtbot: QtBot, window: MainWindow, inside: Inside
) -> None:
    view = inside.go("outbox").view
    assert isinstance(view, OutboxView)
    dialog = view.choose_folder()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F9)
    assert window.hidden is not None
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def test_a_page_that_is_gone_says_nothing_any_more(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QAccessible.updateAccessibility", lambda event: said.append(event.message()))
    with slow_disk(window):
        by_f9(window)
        desk.inside.notice.tell("The disk is full.")
        text.say(desk.view.top.who, "Who is here now?")
        assert said == [hidden(window).title]


def test_hiding_waits_for_no_disk(window: MainWindow, desk: Desk) -> None:
    say(desk, SAID)
    with slow_disk(window):
        desk.view.here.lines.words.setPlainText("He took my card")
        by_f9(window)
        assert SAID not in everything(window)


def test_coming_back_shows_the_same_visit_and_nobody_knows_who_is_here(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    window.pin.choose(PIN)
    say(desk, SAID)
    visit = desk.inside.visit
    desk.view.here.lines.words.setPlainText("He took my card")
    by_f9(window)
    back = come_back(qtbot, window)
    qtbot.waitUntil(lambda: "Who is here now?" in everything(window))
    assert window.windowTitle() == "MSP Desktop"
    assert (back.now, back.visit) == ("visit", visit)
    assert SAID not in everything(window) and "card" not in everything(window)
    back.shell.only_us_said.emit()
    qtbot.waitUntil(lambda: SAID in everything(window) and "He took my card" in everything(window))


def test_the_tool_that_was_open_is_open_again(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    from tests.ui.tools.hands import open_tool, write
    from ui.screens.tools.page import ToolsPage

    window.pin.choose(PIN)
    say(desk, SAID)
    page = desk.inside.go("tools").view
    assert isinstance(page, ToolsPage)
    write(open_tool(qtbot, page, "Scaling ruler"), "question", "My money")
    by_f9(window)
    back = come_back(qtbot, window)
    qtbot.waitUntil(lambda: "Scaling ruler" in everything(window) and not back.rail.isVisible())
    assert "My money" not in everything(window)
    back.shell.only_us_said.emit()
    qtbot.waitUntil(lambda: "My money" in everything(window))


def test_escape_does_not_bring_it_back_nor_does_making_the_text_larger(window: MainWindow, inside: Inside) -> None:
    by_f9(window)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F9, Qt.Key.Key_Tab):
        QTest.keyClick(window.windowHandle(), key)
    window.look.resize_text(1)
    assert window.centralWidget() is hidden(window)
    window.look.resize_text(-1)


def test_three_wrong_tries_lock(qtbot: QtBot, window: MainWindow, inside: Inside) -> None:
    window.pin.choose(PIN)
    by_f9(window)
    page = hidden(window)
    page.others.click()
    for told in ("try again", "once more", ""):
        page.field.load("1111")
        page.open.click()
        assert told in page.field.error.text()
    assert window.hidden is None
    assert window.centralWidget() is window.door
    assert not window.pin.is_chosen
    qtbot.waitUntil(lambda: window.vault is None)


def test_without_a_pin_the_passphrase_is_the_way_back(qtbot: QtBot, window: MainWindow, inside: Inside) -> None:
    by_f9(window)
    QTest.keyClicks(hidden(window), PIN)
    assert window.hidden is not None
    with qtbot.waitSignal(window.locked):
        hidden(window).others.click()
    assert window.centralWidget() is window.door


def test_what_could_not_be_saved_is_still_there_afterwards(
    qtbot: QtBot, window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from msp_desktop.errors import StorageTrouble

    def refuse(*_: object, **__: object) -> None:
        raise StorageTrouble("The disk is full. What you typed is still on the screen.")

    window.pin.choose(PIN)
    say(desk, SAID)
    for name in ("save", "keep_draft"):
        monkeypatch.setattr(desk.inside.shell.workspace.visits, name, refuse)
    desk.view.here.lines.words.setPlainText("He took my card")
    by_f9(window)
    assert "card" not in everything(window)
    back = come_back(qtbot, window)
    qtbot.waitUntil(lambda: "The disk is full" in back.notice.words.text() and SAID not in everything(window))
    desk.saved()  # no attempt that was refused is still under way
    monkeypatch.undo()
    back.shell.only_us_said.emit()
    qtbot.waitUntil(lambda: "He took my card" in everything(window))
    back.leave()
    assert [each.words for each in desk.saved().body.statements] == [SAID, "He took my card"]


def test_the_door_can_be_hidden_too_and_opens_nothing_meanwhile(qtbot: QtBot, window: MainWindow) -> None:
    from msp_desktop import demo

    window.unlock.passphrase.setText(demo.PASSPHRASE)
    window.unlock.button.click()
    by_f9(window)
    qtbot.waitUntil(lambda: window.vault is not None)
    assert window.inside is None
    assert "Locked" not in everything(window)
    with qtbot.waitSignal(window.locked):
        hidden(window).others.click()
    assert window.centralWidget() is window.door


COPYING = """
import sys
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from tests.ui.standing import window_on

app = QApplication([])
window, words, clipboard = window_on(None), QPlainTextEdit(sys.argv[1]), QGuiApplication.clipboard()
words.show()
words.selectAll()
words.copy()
clipboard.setText(sys.argv[1], QClipboard.Mode.Selection)
print([clipboard.text(), clipboard.text(QClipboard.Mode.Selection)])
window.disappear()
print([clipboard.text(), clipboard.text(QClipboard.Mode.Selection)])
window.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a screen of this kind is Linux's")
@pytest.mark.needs("xvfb-run")
def test_words_that_were_marked_or_copied_by_hand_leave_the_clipboard(tmp_path: Path) -> None:
    where = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb"}
    command = ["xvfb-run", "-a", sys.executable, "-c", COPYING, SAID]
    done = subprocess.run(command, env=where, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines() == [str([SAID, SAID]), "['', '']"]


@pytest.mark.parametrize("leaves", [MainWindow.disappear, MainWindow.lock])
def test_a_copied_note_leaves_the_clipboard(
    leaves: Callable[[MainWindow], None], qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    say(desk, SAID)
    after = desk.after()
    after.going.finish.click()
    qtbot.waitUntil(lambda: after.council.isVisible())
    after.council.copy_requested.emit(-1)
    qtbot.waitUntil(lambda: SAID in QGuiApplication.clipboard().text())
    leaves(window)
    assert QGuiApplication.clipboard().text() == ""
