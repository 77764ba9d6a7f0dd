"""The demo's planned visit, open in the real window, and what a worker does with it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.record.record import Record
from msp_desktop.record.visit import Visit
from ui.inside import Inside
from ui.screens.today.view import TodayView
from ui.screens.visit.after_view import AfterView
from ui.screens.visit.presenter import VisitPresenter
from ui.screens.visit.screen import VisitPage
from ui.screens.visit.top import AFTER
from ui.screens.visit.view import VisitView


@dataclass
class Desk:
    """The open visit's view, the window around it, and the hands of a worker."""

    qtbot: QtBot
    inside: Inside
    view: VisitView
    presenter: VisitPresenter

    def saved(self) -> Record[Visit]:
        """The visit as it stands in the vault, once everything that was begun is done."""
        done: list[Record[Visit]] = []
        visits = self.inside.shell.workspace.visits
        found = max(visits.list(), key=lambda each: each.body.day).id
        self.inside.shell.background.run(lambda: visits.get(found), done=done.append, failed=lambda _: None)
        self.qtbot.waitUntil(lambda: bool(done))
        return done[0]

    def start(self) -> None:
        self.view.top.start.click()
        self.qtbot.waitUntil(lambda: self.view.here.lines.isVisible())

    def only_us(self) -> None:
        self.view.top.us.click()
        self.qtbot.waitUntil(lambda: "Only you" in self.view.top.who.text())

    def they_came_in(self) -> None:
        self.view.top.they.click()
        self.qtbot.waitUntil(lambda: "Here too" in self.view.top.who.text())

    def write(self, words: str, kind: str = "said") -> None:
        lines = self.view.here.lines
        lines.choose_kind(kind)
        lines.words.setPlainText(words)
        lines.keep.click()

    def lines(self) -> list[str]:
        """The words that are on the screen."""
        return [words for _, words in self.view.here.lines.shown]

    def after(self) -> AfterView:
        self.view.go(AFTER)
        return self.view.build_after()


@pytest.fixture
def desk(qtbot: QtBot, inside: Inside, today: TodayView) -> Desk:
    (planned,) = inside.shell.workspace.visits.list({"state": "planned"})
    way = today.way(f"visit {planned.id}")
    assert way is not None
    way.click()
    return opened_desk(qtbot, inside)


def opened_desk(qtbot: QtBot, inside: Inside) -> Desk:
    qtbot.waitUntil(lambda: "visit" in inside.screens)
    page = inside.screens["visit"].view
    assert isinstance(page, VisitPage)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.view is not None and page.presenter is not None
    return Desk(qtbot, inside, page.view, page.presenter)
