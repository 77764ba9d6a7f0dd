"""The one window: the door, or what is behind it. Opens and locks, and decides nothing else."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from msp_desktop.doorway import Doorway
from msp_desktop.errors import Failure
from ui.background import Background
from ui.door import Door
from ui.idle import IdleLock
from ui.look import Look
from ui.screens.unlock.view import UnlockView
from ui.session import Session
from ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from msp_desktop.workspace import Workspace
    from ui.inside import Inside
    from ui.safekeeping import Safekeeping


class MainWindow(QMainWindow):
    """Owns the storage thread and, once it is open, the vault. `locked` tells which one was closed at the lock."""

    locked = Signal(object)

    def __init__(
        self, doorway: Doorway, folder: Path | None = None, *, told: str = "", look: Look | None = None
    ) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("MSP Desktop"))
        self.resize(1024, 600)
        self.look = look or Look(parent=self)
        self.background, self.idle = Background(self), IdleLock(self)
        self.looking, self.keeping = Background(self, name="looking"), Background(self, name="keeping")
        self.safekeeping: Safekeeping | None = None
        self.inside: Inside | None = None
        self._workspace: Workspace | None = None
        self._doorway, self._folder = doorway, folder
        self._show_door(told)
        self.focus_ring = FocusRing(self)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock)
        for keys, by in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.look.resize_text, by))
        self.look.changed.connect(self._build_anew)
        self.look.chosen.connect(self._follow_settings)
        self.look.failed.connect(self._tell)
        self._follow_settings()
        self.session = Session(self)
        self.session.left.connect(self.lock)
        self.idle.due.connect(self.lock)
        self.idle.soon.connect(self._warn)
        self.idle.put_off.connect(self._calm)

    def lock(self) -> None:
        """Save, clear the window, close the vault and stand at the door again."""
        if self.inside is None or self._workspace is None:
            if self.door.holds_vault:
                self._back_to_door(self.door)
            return
        self.idle.stop()
        cleared, workspace = self.inside, self._workspace
        self.inside, self._workspace = None, None
        cleared.leave()
        self._end_beside(cleared)
        self._back_to_door(cleared)
        self.background.run(workspace.close, done=lambda _: self.locked.emit(self._folder), failed=self._not_closed)

    def tell_at_door(self, sentence: str) -> None:
        """Begin again at the door with something to tell; nothing happens behind it."""
        if self.inside is None:
            self._back_to_door(self.door, told=sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what was begun, then lock the vault."""
        self.idle.stop()
        if self.inside is not None:
            self.inside.leave()
            self._end_beside(self.inside)
        self.background.stop()
        self.door.close_vault()
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None
        self.looking.stop()
        self.keeping.stop()
        super().closeEvent(event)

    @property
    def unlock(self) -> UnlockView:
        """The lock that stands before the records."""
        return self.door.unlock

    @property
    def vault(self) -> Path | None:
        """The folder of the vault that is open."""
        return self._workspace.folder if self._workspace else None

    @property
    def saved_until(self) -> datetime | None:
        """When something was saved last."""
        return self._workspace.store.saved_at if self._workspace else None

    def _back_to_door(self, shown: QWidget, *, told: str = "") -> None:
        door = self.door
        shown.hide()
        for dialog in shown.findChildren(QDialog):
            dialog.close()
        self.takeCentralWidget()
        self._show_door(told)
        # What the pages have asked for still comes back to them, so they go after that.
        self.background.run(door.close_vault, done=lambda _: shown.deleteLater(), failed=self._not_closed)

    def _show_door(self, told: str) -> None:
        self.door = Door(self._doorway, self.background, folder=self._folder, told=told)
        self.door.opened.connect(self._open)
        self.idle.start()  # a recovery code must not stand on the screen for ever
        self.setCentralWidget(self.door)

    def _open(self, workspace: Workspace) -> None:
        self._workspace, self._folder = workspace, workspace.folder
        inside = self._build(workspace)
        self.idle.start()
        inside.notice.tell(" ".join((*workspace.notices, self.look.policy.problem)).strip())
        inside.begin()

    def _follow_settings(self, _name: str = "") -> None:
        settings = self.look.settings
        self.idle.limits = settings.idle_minutes * 60, settings.visit_lock_minutes * 60

    def _end_beside(self, inside: Inside) -> None:
        inside.shell.background.dismiss()  # a page whose timer is due asks for nothing any more
        inside.shell.looking.drop()
        inside.shell.safekeeping.end()
        self.safekeeping = None

    def _tell(self, sentence: str) -> None:
        if self.inside is not None:
            self.inside.notice.add(sentence)

    def _warn(self) -> None:
        if self.inside is not None:
            sentence = self.tr(
                "Nobody has used this for a while. Your records lock in 30 seconds. Press any key to go on."
            )
            self.inside.notice.interrupt(sentence)

    def _calm(self) -> None:
        if self.inside is not None:
            self.inside.notice.resume()

    def _build(self, workspace: Workspace) -> Inside:
        from ui.inside import Inside  # behind the door, so not before it is open
        from ui.pages import PAGES
        from ui.safekeeping import Safekeeping
        from ui.shell import Shell

        if self.safekeeping is None:
            self.safekeeping = Safekeeping(
                workspace.safety, keeping=self.keeping.beside(), storage=self.background.beside(), parent=self,
                wanted=() if workspace.is_demo else self.look.settings.warnings,
            )  # fmt: skip
            self.safekeeping.told.connect(self._tell)
        shell = Shell(
            workspace, self.background.beside(), self.look, looking=self.looking.beside(),
            safekeeping=self.safekeeping,
        )  # fmt: skip
        self.inside = Inside(shell, PAGES)
        self.inside.rail.lock_requested.connect(self.lock)
        shell.visit_runs.connect(self.idle.visit_runs)
        self.setCentralWidget(self.inside)
        return self.inside

    def _build_anew(self) -> None:
        # Lengths are worked out when a screen is made, so another text size makes the screens anew.
        if self.inside is None or self._workspace is None:
            self._back_to_door(self.door)
            return
        before, page = self.inside, self.inside.now
        before.leave()
        before.shell.looking.drop()
        before.hide()
        self.takeCentralWidget()
        inside = self._build(self._workspace)
        inside.begin(page, before.visit)
        self.background.run(lambda: None, done=lambda _: before.deleteLater(), failed=self._not_closed)

    def _not_closed(self, failure: Failure) -> None:
        self.unlock.show_problem(str(failure))
