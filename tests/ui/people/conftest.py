"""The People page in the real window on the demo vault, and what a worker does there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.record.ids import RecordId
from msp_desktop.workspace import Workspace
from ui.inside import Inside
from ui.screens.people.screen import PeoplePage
from ui.screens.people.view import PeopleView
from ui.screens.person.screen import PersonScreen


@dataclass
class Folk:
    """The page, the window around it, and hands."""

    qtbot: QtBot
    inside: Inside
    page: PeoplePage

    @property
    def workspace(self) -> Workspace:
        return self.inside.shell.workspace

    @property
    def view(self) -> PeopleView:
        return self.page.list

    @property
    def person(self) -> PersonScreen:
        assert self.page.person is not None
        return self.page.person

    def part(self, kind: type[QWidget]) -> QWidget:
        """A section of the person's page."""
        (found,) = self.person.view.findChildren(kind)
        return found

    def margaret(self) -> RecordId:
        return self.workspace.people.called("Margaret")[0].id

    def lines(self) -> list[str]:
        """What the list shows, line by line."""
        model = self.view.model
        return [f"{line.name}: {line.facts}" for row in range(model.rowCount()) if (line := model.line(row))]

    def type(self, text: str) -> None:
        """Letters in the field for finding somebody; nobody waits for an answer."""
        self.view.search.edit.setText(text)
        self.view.search.changed.emit()

    def refresh(self) -> None:
        self.page.presenter.refresh()
        self.settle()

    def open(self, id: RecordId) -> PersonScreen:
        """A person's page, with everything that it reads."""
        self.inside.open_person(id)
        self.settle()
        return self.person

    def settle(self) -> None:
        """Everything that was asked for has been answered and laid out."""
        for _ in range(4):
            answered: list[None] = []
            self.inside.shell.background.run(lambda: None, done=answered.append, failed=lambda _: None)
            self.qtbot.waitUntil(lambda answered=answered: bool(answered))  # type: ignore[misc]
            QApplication.processEvents()


@pytest.fixture
def folk(qtbot: QtBot, inside: Inside) -> Folk:
    view = inside.go("people").view
    assert isinstance(view, PeoplePage)
    hands = Folk(qtbot, inside, view)
    hands.settle()
    return hands


def press(part: QWidget, name: str) -> None:
    """Press the first visible button whose name by ear begins so."""
    found = [each for each in part.findChildren(QPushButton) if each.isVisible() and by_ear(each).startswith(name)]
    assert found, name
    found[0].click()


def by_ear(part: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def seen(part: QWidget) -> str:
    """All words on labels and buttons that are on the page, scrolled away or not."""
    shown = [each for each in part.findChildren(QWidget) if each.isVisible()]
    return "\n".join(each.text().replace("\u200b", "") for each in shown if isinstance(each, (QLabel, QPushButton)))


def heard(part: QWidget) -> str:
    """Everything a screen reader finds in a part."""
    return "\n".join(_heard(QAccessible.queryAccessibleInterface(part)))


def _heard(face: QAccessibleInterface) -> Iterator[str]:
    if not face.isValid() or face.state().invisible:
        return
    yield from (
        face.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    )
    for place in range(face.childCount()):
        yield from _heard(face.child(place))
