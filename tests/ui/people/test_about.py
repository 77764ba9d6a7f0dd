"""What can be changed about a person, on their page in the real window: saved and covered however the page goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop import demo
from msp_desktop.opening import open_vault
from msp_desktop.record.safe_contact import SafeContact
from tests.ui.about.conftest import form_of, type_into
from tests.ui.guard.reading import everything
from tests.ui.people.conftest import Folk
from ui.main_window import MainWindow
from ui.screens.about.form_card import KnownCard
from ui.screens.about.safe_view import SafeCard


@pytest.fixture
def open_page(folk: Folk) -> Folk:
    """Margaret's page with everything about her, and the button of the safe contact held down."""
    margaret = folk.margaret()
    folk.workspace.safe_contacts.set(SafeContact(person=margaret, code_word_danger="zinnia"))
    about = folk.open(margaret).about
    assert about is not None
    about.open()
    folk.settle()
    return folk


def safe_of(folk: Folk) -> SafeCard:
    found = folk.part(SafeCard)
    assert isinstance(found, SafeCard)
    return found


def write(folk: Folk) -> None:
    """Something about her, and something into the safe contact, and then hold the button."""
    who = next(each for each in folk.person.view.findChildren(KnownCard) if each.heading.text() == "Who they are")
    who.change.click()
    type_into(form_of(who), "about", "Ran the bakery")
    safe = safe_of(folk)
    safe.write_requested.emit()
    folk.settle()
    type_into(form_of(safe), "hours", "Quillday mornings")


def test_locking_saves_what_was_typed_and_leaves_no_word_of_it(
    qtbot: QtBot, window: MainWindow, open_page: Folk
) -> None:
    write(open_page)
    margaret, folder = open_page.margaret(), open_page.workspace.folder
    with qtbot.waitSignal(window.locked):
        window.lock()
    assert not {"zinnia", "Quillday", "bakery"} & set(everything(window).split())
    workspace = open_vault(folder, demo.PASSPHRASE)
    person, safe = workspace.people.get(margaret).body, workspace.safe_contacts.reveal(margaret)
    workspace.close()
    assert person.about == "Ran the bakery"
    assert safe is not None and (safe.hours, safe.code_word_danger) == ("Quillday mornings", "zinnia")


def test_nothing_of_it_is_left_to_be_read_when_a_visit_begins(
    qtbot: QtBot, window: MainWindow, open_page: Folk
) -> None:
    write(open_page)
    page, margaret = open_page.page, open_page.margaret()
    open_page.person.view.start.click()
    qtbot.waitUntil(lambda: page.person is None and open_page.inside.now == "visit")
    open_page.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as when the program waits
    assert not any(word in everything(window) for word in ("zinnia", "Quillday", "bakery"))
    assert open_page.workspace.people.get(margaret).body.about == "Ran the bakery"


def test_hiding_everything_covers_what_is_held(qtbot: QtBot, window: MainWindow, open_page: Folk) -> None:
    safe = safe_of(open_page)
    safe.hold.setFocus()
    QTest.keyPress(safe.hold, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "zinnia" in safe.cover.text())
    window.disappear()
    qtbot.waitUntil(lambda: "zinnia" not in everything(window))
