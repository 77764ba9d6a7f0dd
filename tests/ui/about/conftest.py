"""The parts about a person on a window of their own, on a copy of the demo vault, and what a worker does there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop import demo
from msp_desktop.opening import open_vault
from msp_desktop.pin import Pin
from msp_desktop.record.ids import RecordId
from msp_desktop.record.person import Person
from msp_desktop.workspace import Workspace
from ui import theme
from ui.background import Background
from ui.look import Look
from ui.screens.about.around_view import AroundCard
from ui.screens.about.form_card import FormCard, KnownCard
from ui.screens.about.records_card import RecordsCard
from ui.screens.about.safe_view import SafeCard
from ui.screens.about.screen import make
from ui.screens.person.part import Part
from ui.shell import Shell
from ui.tokens import LIGHT
from ui.widgets.column import Column
from ui.widgets.day_field import DayField
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.line_field import LineField
from ui.widgets.words_field import WordsField

C = TypeVar("C", bound=QWidget)
T = TypeVar("T")


@dataclass
class Page:
    """A stand-in for the person's page: the parts under each other, opened and left as it does."""

    qtbot: QtBot
    shell: Shell
    parts: tuple[Part, ...]
    view: Column
    person: RecordId
    told: list[str] = field(default_factory=list)

    def open(self, person: RecordId | None = None) -> None:
        """Open a person, and wait until everything is read."""
        self.person = person or self.person
        for part in self.parts:
            part.open(self.person)
        self.settle()

    def leave(self) -> None:
        """Leave the page, and wait until everything is saved."""
        for part in self.parts:
            part.leave()
        self.settle()

    def come_back(self) -> None:
        """Leave, look at somebody else, and open the same person again."""
        person, other = self.person, self.stored(lambda: self.workspace.people.new("Idris").id)
        self.leave()
        self.open(other)
        self.open(person)

    def settle(self) -> None:
        """What was asked for has been answered, and what that asked for too."""
        for _ in range(3):
            self.stored(lambda: None)

    def stored(self, read: Callable[[], T]) -> T:
        """What the vault says, after everything before."""
        answered: list[T] = []
        self.shell.background.run(read, done=answered.append, failed=lambda problem: pytest.fail(str(problem)))
        self.qtbot.waitUntil(lambda: bool(answered))
        return answered[0]

    def saved(self) -> Person:
        """The person as they stand in the vault."""
        return self.stored(lambda: self.workspace.people.get(self.person).body)

    @property
    def workspace(self) -> Workspace:
        return self.shell.workspace

    def _card(self, place: int, kind: type[C]) -> C:
        view = self.parts[place].view
        assert isinstance(view, kind)
        return view

    @property
    def who(self) -> KnownCard:
        return self._card(0, KnownCard)

    @property
    def talk(self) -> KnownCard:
        return self._card(1, KnownCard)

    @property
    def warnings(self) -> RecordsCard:
        return self._card(2, RecordsCard)

    @property
    def around(self) -> AroundCard:
        return self._card(3, AroundCard)

    @property
    def safe(self) -> SafeCard:
        return self._card(4, SafeCard)


def form_of(card: FormCard) -> Form:
    """The form that is open on a card."""
    assert card.form is not None
    return card.form


def type_into(form: Form, name: str, text: str) -> Field:
    """Write into a question as if by hand, and move on."""
    question = form.fields[name]
    if isinstance(question, WordsField):
        question.box.setPlainText(text)
    else:
        assert isinstance(question, LineField | DayField)
        question.edit.setText(text)
        question.edit.textEdited.emit(text)
        question.edit.editingFinished.emit()
    return question


def answer(form: Form, name: str, value: object) -> None:
    """Give a question without words an answer, as a press does."""
    form.fields[name].load(value)
    form.fields[name].changed.emit()


def press(root: QWidget, name: str) -> QPushButton:
    """The button of a name that is on the screen."""
    found = [each for each in root.findChildren(QPushButton) if name in (each.text(), each.accessibleName())]
    shown = [each for each in found if each.isVisibleTo(root)]
    assert shown, f"no button {name!r}"
    return shown[0]


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, vault: Path) -> Iterator[Shell]:
    theme.apply(qapp, LIGHT)
    workspace, background = open_vault(vault, demo.PASSPHRASE), Background()
    yield Shell(workspace, background, Look(), Pin())
    background.stop()
    workspace.close()


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> Page:
    """Margaret's page, left before it is closed, as the window does it."""
    view, parts = Column(), make(shell)
    page = Page(qtbot, shell, parts, view, shell.workspace.people.list()[0].id)
    for part in parts:
        view.put(part.view)
    qtbot.addWidget(view, before_close_func=lambda _: page.leave())
    view.resize(1024, 600)
    with qtbot.waitExposed(view):
        view.show()
    shell.told.connect(page.told.append)
    page.open()
    return page
