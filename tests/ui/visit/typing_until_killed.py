"""The real program in a process of its own: unlocks, starts the planned visit, types, says how far it is, and waits.

Run with a vault and how far it should go: `saved` waits until the words are on the disk, `typed` does not, `asked`
types and has a question standing in the way, `hidden` types and hides.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from msp_desktop import demo
from ui import app as program
from ui.main_window import MainWindow
from ui.screens.today.view import TodayView
from ui.screens.visit.screen import VisitPage

WORDS = "I want my card back"


class Worker(QObject):
    """Does one thing after the other, each as soon as the window is ready for it."""

    def __init__(self, window: MainWindow, how_far: str) -> None:
        super().__init__(window)
        self._window, self._how_far = window, how_far
        last = self._saved if how_far == "saved" else getattr(self, f"_{how_far}", lambda: True)
        self._steps = [self._unlock, self._open, self._start, self._only_us, self._type, last, self._tell]
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self._next)
        self._timer.start()

    def _next(self) -> None:
        # What stands together happens together, so that nothing is saved in between.
        while self._steps and self._steps[0]():
            self._steps.pop(0)

    def _unlock(self) -> bool:
        self._window.unlock.passphrase.setText(demo.PASSPHRASE)
        self._window.unlock.button.click()
        return True

    def _open(self) -> bool:
        inside = self._window.inside
        today = inside.screens.get("today") if inside else None
        if inside is None or today is None or not isinstance(today.view, TodayView) or today.view.shown is None:
            return False
        inside.open_visit(inside.shell.workspace.visits.list({"state": "planned"})[0].id)
        return True

    def _start(self) -> bool:
        page = self._window.inside.screens.get("visit") if self._window.inside else None
        if page is None or not isinstance(page.view, VisitPage) or page.view.view is None:
            return False
        self._view = page.view.view
        self._view.top.start.click()
        return True

    def _only_us(self) -> bool:
        if not self._view.here.lines.isVisible():
            return False
        self._view.top.us.click()
        return True

    def _type(self) -> bool:
        if "Only you" not in self._view.top.who.text():
            return False
        self._view.top.saved.setText("")
        QTest.keyClicks(self._view.here.lines.words, WORDS)
        return True

    def _saved(self) -> bool:
        return self._view.top.saved.text().startswith("Saved on this laptop at")

    def _asked(self) -> bool:
        self._view._ask_to_forget()
        return self._view.question.isVisible()

    def _hidden(self) -> bool:
        QTest.keyClick(self._window.windowHandle(), Qt.Key.Key_F9)
        return self._window.hidden is not None

    def _tell(self) -> bool:
        sys.stdout.write(f"{self._how_far}\n")
        sys.stdout.flush()
        return True


def begin(how_far: str) -> None:
    """Put somebody to work on the window that opens."""
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    Worker(window, how_far)


if __name__ == "__main__":
    QTimer.singleShot(0, lambda: begin(sys.argv[2]))
    raise SystemExit(program.run(Path(sys.argv[1])))
