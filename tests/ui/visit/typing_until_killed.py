"""A real window in a process of its own: unlocks, starts the planned visit, types, says when it is saved, and waits."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest

from msp_desktop import demo
from ui import theme
from ui.app import window_on
from ui.main_window import MainWindow
from ui.screens.today.view import TodayView
from ui.screens.visit.screen import VisitPage
from ui.tokens import LIGHT

WORDS = "I want my card back"


class Worker(QObject):
    """Does one thing after the other, each as soon as the window is ready for it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._steps = [self._unlock, self._open, self._start, self._only_us, self._type, self._tell]
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self._next)
        self._timer.start()

    def _next(self) -> None:
        if self._steps and self._steps[0]():
            self._steps.pop(0)

    def _unlock(self) -> bool:
        self._window.unlock.passphrase.setText(demo.PASSPHRASE)
        self._window.unlock.button.click()
        return True

    def _open(self) -> bool:
        today = self._window.inside.screens.get("today") if self._window.inside else None
        if today is None or not isinstance(today.view, TodayView) or not today.view.visits.count():
            return False
        today.view.visits.setCurrentRow(0)
        today.view.open.click()
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
        QTest.keyClicks(self._view.here.lines.words, WORDS)
        self._view.top.saved.setText("")
        return True

    def _tell(self) -> bool:
        if not self._view.top.saved.text().startswith("Saved on this laptop at"):
            return False
        sys.stdout.write("saved\n")
        sys.stdout.flush()
        return True


def main() -> None:
    """Run until somebody kills it."""
    app = theme.application()
    theme.apply(app, LIGHT)
    window = window_on(Path(sys.argv[1]))
    window.show()
    worker = Worker(window)
    app.exec()
    worker.deleteLater()


if __name__ == "__main__":
    main()
