"""Every screen is audited in a window of 1024 by 600: all sizes of text, all colours, and from right to left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui import audit
from tests.ui.conftest import unlocked
from tests.ui.looks import ALL, Look, dressed
from tests.ui.standing import window_on
from ui.inside import Inside
from ui.main_window import MainWindow
from ui.screens.code.view import CodeView
from ui.screens.create.view import CreateView
from ui.screens.people.screen import PeoplePage
from ui.screens.person.covering import Cover
from ui.screens.person.documents_view import DocumentsView
from ui.screens.person.screen import PersonScreen
from ui.screens.recover.view import RecoverView
from ui.screens.unlock.view import UnlockView
from ui.screens.vaults.view import VaultsView
from ui.screens.visit.view import VisitView
from ui.shell import PEOPLE

HOSTILE = (
    "x" * 200 + " \N{GRINNING FACE}\N{GRINNING FACE} \N{ARABIC LETTER MEEM}\N{ARABIC LETTER REH}" + "<b>W</b> & " * 8
)


@pytest.fixture(params=ALL, ids=str)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Look]:
    yield from dressed(qapp, request.param)


def unlock() -> QWidget:
    view = UnlockView("a folder")
    view.told.tell("The program made a mistake and closed itself. Unlock to go on.")
    view.show_whose("Ade Bello", is_demo=True)
    view.show_problem("This passphrase does not open the records. Nothing is lost. Try again.")
    return view


def create() -> QWidget:
    view = CreateView(is_first=False)
    view.secret.show_proposal("harbour window thistle drum velvet")
    view.show_no_name("Enter your name.")
    return view


def code() -> QWidget:
    view = CodeView(["7XK2", "02QH", "R14Q", "AZH4", "SDX0", "0Z1F", "9QTM"], asked=2)
    view.told.tell("It was replaced.")
    return view


def code_asked() -> QWidget:
    view = CodeView(["7XK2", "02QH", "R14Q", "AZH4", "SDX0", "0Z1F", "9QTM"], asked=2)
    view.ask()
    view.show_problem("This is not group 3 of your code. Look at your paper again, or show the code again.")
    return view


def vaults() -> QWidget:
    return VaultsView([(Path("a"), "Ade Bello"), (Path("b"), "Ruth Okoro (demo, everything in it is made up)")])


@pytest.mark.parametrize("make", [unlock, create, code, code_asked, vaults, RecoverView])
def test_the_door_can_be_used_by_everybody(qtbot: QtBot, look: Look, make: Callable[[], QWidget]) -> None:
    view = make()
    qtbot.addWidget(view)
    view.resize(1024, 600)
    with qtbot.waitExposed(view):
        view.show()
    laid_out()
    found = [*audit.faults(view), *audit.tab_faults(view)]
    assert not found, "\n".join(found)


def faulty() -> QWidget:
    """One of everything that the audit is for."""
    page, stack = QWidget(), QVBoxLayout()
    page.setLayout(stack)
    pale, small, unreachable, swallowing = QLabel("Pale words"), QPushButton("x"), QPushButton("Far"), QPlainTextEdit()
    pale.setStyleSheet("color: #cccccc; background: white;")
    small.setFixedSize(12, 12)
    unreachable.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    cut = QLabel("Words that are far too many for the room that they are given")
    cut.setFixedWidth(40)
    for part in (pale, small, unreachable, QPushButton("Far"), swallowing, cut, QLineEdit()):
        stack.addWidget(part)
    return page


def test_the_audit_finds_what_it_is_for(qtbot: QtBot) -> None:
    view = faulty()
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    laid_out()
    found = "\n".join([*audit.faults(view), *audit.tab_faults(view)])
    for fault in ("contrast", "small target", "not reached", "buttons called", "swallows", "cut text", "no name"):
        assert fault in found, found


def test_every_page_can_be_used_by_everybody(qtbot: QtBot, look: Look, vault: Path) -> None:
    window = window_on(vault)
    qtbot.addWidget(window)
    window.resize(1024, 600)
    window.show()
    inside = unlocked(qtbot, window)
    try:
        found = [f"{page}: {fault}" for page in _each_page(qtbot, inside) for fault in _faults(qtbot, window, inside)]
    finally:
        window.close()
    assert not found, "\n".join(found)


def _each_page(qtbot: QtBot, inside: Inside) -> Iterator[str]:
    for page in inside.pages:
        inside.go(page.name)
        yield page.name
    yield from _each_person(qtbot, inside)
    visit = inside.shell.workspace.visits.list({"state": "planned"})[0]
    inside.open_visit(visit.id)
    _settle(qtbot, inside)
    view = inside.findChild(VisitView)
    assert isinstance(view, VisitView)
    steps = [each for each in view.findChildren(QPushButton) if each.property("kind") == "step"]
    for state in ("planned", "begun"):
        for step in steps:
            step.click()
            yield f"{state}, {step.text()}"
        view.top.start.click()


def _each_person(qtbot: QtBot, inside: Inside) -> Iterator[str]:
    page = inside.go(PEOPLE).view
    assert isinstance(page, PeoplePage)
    page.list.adding.open()
    page.list.show_not_added("Enter what the person likes to be called.")
    page.list.ask_which(HOSTILE)
    yield "people, adding"
    people = inside.shell.workspace.people
    margaret = people.called("Margaret")[0]
    hostile = replace(margaret.body, call_me=HOSTILE, names=HOSTILE)
    states = {
        "a person": margaret.body,
        "a hostile name": hostile,
        "a restricted record": replace(hostile, is_restricted=True),
    }
    for state, body in states.items():
        people.save(people.get(margaret.id), body)
        inside.open_person(margaret.id)
        _settle(qtbot, inside)
        if page.person is not None and page.currentWidget() is page.person.view:
            open_all_of(page.person)
        yield state
        page.show_list()
        _settle(qtbot, inside)
        yield f"the list with {state}"
    people.save(people.get(margaret.id), margaret.body)


def open_all_of(person: PersonScreen) -> None:
    """Everything that a person's page can show at once."""
    view = person.view
    view.plan.show()
    view.plan.keep.click()
    for cover in view.findChildren(Cover):
        if cover.isVisible():
            cover.button.click()
    for documents in view.findChildren(DocumentsView):
        documents.fold.open()
        documents.adding.keep.click()


def _faults(qtbot: QtBot, window: MainWindow, inside: Inside) -> list[str]:
    _settle(qtbot, inside)
    return [*audit.faults(window), *audit.tab_faults(window)]


def _settle(qtbot: QtBot, inside: Inside) -> None:
    """Everything that was asked for has been answered."""
    for _ in range(3):
        answered: list[None] = []
        inside.shell.background.run(lambda: None, done=answered.append, failed=lambda _: None)
        qtbot.waitUntil(lambda answered=answered: bool(answered))  # type: ignore[misc]
    laid_out()


def laid_out() -> None:
    """A layout that gets another width asks for another height, which is given in the next turn."""
    for _ in range(5):
        QApplication.processEvents()
