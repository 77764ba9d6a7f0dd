"""The one window: the door first, then the screens beside a rail. Puts screens in place and decides nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from ui.background import Background
from ui.screens.today.presenter import TodayPresenter
from ui.screens.today.view import TodayView
from ui.screens.unlock.presenter import UnlockPresenter
from ui.screens.unlock.view import UnlockView

if TYPE_CHECKING:
    from msp_desktop.workspace import Workspace


class MainWindow(QMainWindow):
    """Owns the storage thread and, once it is open, the vault."""

    def __init__(self, where: str, open_vault: Callable[[str], Workspace]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("MSP Desktop"))
        self.resize(1024, 600)
        self.background = Background(self)
        self.workspace: Workspace | None = None
        self.today: TodayView | None = None
        self.unlock = UnlockView(where)
        self._door = UnlockPresenter(self.unlock, self.background, open_vault=open_vault, opened=self._open)
        self.unlock.unlock_requested.connect(self._door.unlock)
        self.setCentralWidget(self.unlock)

    def _open(self, workspace: Workspace) -> None:
        self.workspace, self.today = workspace, TodayView()
        self._today = TodayPresenter(self.today, self.background, people=workspace.people, visits=workspace.visits)
        self.today.visit_requested.connect(self._today.plan)
        self.setCentralWidget(self._beside_rail(self.today, is_demo=workspace.is_demo))
        self._today.refresh()
        self.today.call_me.setFocus()

    def _beside_rail(self, screen: QWidget, *, is_demo: bool) -> QWidget:
        rail, whole = QWidget(), QWidget()
        rail.setObjectName("rail")
        names = QVBoxLayout(rail)
        names.setContentsMargins(24, 32, 24, 24)
        names.addWidget(QLabel(self.tr("Visits")))
        names.addStretch()
        if is_demo:
            told = QLabel(self.tr("Demo. Everything\nhere is made up."))
            names.addWidget(told)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(screen, 1)
        return whole

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what was begun, then lock the vault."""
        self.background.stop()
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None
        super().closeEvent(event)
