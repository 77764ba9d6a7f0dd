"""The one window: the door, or what is behind it. Opens and locks, and decides nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from msp_desktop.doorway import Doorway
from msp_desktop.errors import Failure
from msp_desktop.pin import Pin
from msp_desktop.translation import tr
from ui.background import Background
from ui.clipboard import clear_what_is_ours
from ui.door import Door
from ui.look import Look
from ui.screens.unlock.view import UnlockView
from ui.widgets.text import announce, hush

if TYPE_CHECKING:
    from datetime import datetime

    from msp_desktop.workspace import Workspace
    from ui.inside import Inside, Place
    from ui.outside import Outside
    from ui.screens.hidden.view import HiddenView
    from ui.widgets.notice import Notice

TITLE = tr("MSP Desktop")


class MainWindow(QMainWindow):
    """Owns the storage thread and, once it is open, the vault. `locked` tells which one was closed at the lock.

    While everything is hidden the vault stays open, and `hidden` is the plain page that stands in the window.
    """

    locked = Signal(object)

    def __init__(
        self, doorway: Doorway, folder: Path | None = None, *, told: str = "", look: Look | None = None
    ) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.resize(1024, 600)
        self.look = look or Look(parent=self)
        self.background, self.looking, self.pin = Background(self), Background(self, name="looking"), Pin()
        self.inside: Inside | None = None
        self.hidden: HiddenView | None = None
        self._behind: Inside | Place | None = None
        self._workspace: Workspace | None = None
        self._doorway, self._folder = doorway, folder
        self.setCentralWidget(self._new_door(told))
        self.look.changed.connect(self._build_anew)
        self.look.failed.connect(self.add_notice)

    @cached_property
    def outside(self) -> Outside:
        """What stands around the window; whoever needs it first makes it."""
        from ui.outside import Outside

        return Outside(self)

    def disappear(self, *, by_hand: bool = True) -> None:
        """Hide everything at once behind a plain page, and save it; the PIN or the passphrase brings it back."""
        if self.hidden is not None:
            return
        from ui.screens.hidden.screen import make_hidden

        self.hidden = make_hidden(self.pin, back=self.reappear, lock=self.lock)
        self._put_instead(self.hidden)
        self.setWindowTitle(self.hidden.title)
        self.hidden.setFocus()
        announce(self.hidden, self.hidden.title, at_once=True)
        self.outside.idle.hidden(by_hand=by_hand)
        if self.inside is None:
            self._let_door_go(self.door)
        else:
            self._behind, self.inside = self.inside, None
            self._leave(self._behind)
            self.background.run(lambda: None, done=lambda _: self._put_away(), failed=self._not_closed)

    def reappear(self) -> None:
        """Bring back the place that was hidden, once it is saved. Nobody knows who is in the room."""
        self.background.run(lambda: None, done=lambda _: self._reappear(), failed=self._not_closed)

    def lock(self) -> None:
        """Save, clear the window, close the vault and stand at the door again."""
        if self._workspace is None:
            if self.hidden is not None or self.door.holds_vault:
                self._back_to_door()
            return
        self.outside.idle.stop()
        self.pin.forget()
        workspace, inside = self._workspace, self._pages()
        self.inside = self._behind = self._workspace = None
        if inside is not None:
            self._leave(inside)
        self.outside.safekeeping.end()
        self._back_to_door(inside)
        self.background.run(workspace.close, done=lambda _: self.locked.emit(self._folder), failed=self._not_closed)

    def save(self) -> None:
        """Save what was typed and go on."""
        if (inside := self._pages()) is not None:
            inside.leave()

    def lock_before_sleep(self) -> None:
        """Save and close the vault, and only then let the laptop sleep."""
        self.lock()
        self.background.run(lambda: None, done=lambda _: self.outside.session.let_sleep(), failed=self._not_closed)

    def tell_at_door(self, sentence: str) -> None:
        """Begin again at the door with something to tell; nothing happens behind it, or while it is hidden."""
        if self.inside is None and self.hidden is None:
            self._back_to_door(told=sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what was begun, then lock the vault."""
        self.outside.idle.stop()
        if (inside := self._pages()) is not None:
            self._leave(inside)
        self.outside.safekeeping.end()
        clear_what_is_ours()
        self.inside = self._behind = None
        self.background.stop()
        self.door.close_vault()
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None
        self.looking.stop()
        self.outside.safekeeping.stop()
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

    def _put_instead(self, new: QWidget) -> QWidget:
        """Put something else into the window, with nothing over it; gives back what stood there, out of sight."""
        from ui.hiding import close_what_floats

        before = self.takeCentralWidget() or QWidget()  # there always is one
        before.hide()
        hush(before)
        close_what_floats(self)
        clear_what_is_ours()
        self.outside.focus_ring.rest()
        self.setCentralWidget(new)
        return before

    def _pages(self) -> Inside | None:
        """The pages, in the window or still behind the plain one."""
        kept = self._behind if isinstance(self._behind, QWidget) else None
        return self.inside if self.inside is not None else kept

    def _leave(self, inside: Inside) -> None:
        inside.shell.background.has_failed = False
        inside.leave()
        inside.shell.background.dismiss()
        inside.shell.looking.drop()

    def _put_away(self) -> None:
        """Everything is answered: the pages go. Where something could not be saved they stay, for it is there alone."""
        behind = self._behind
        if isinstance(behind, QWidget) and not behind.shell.background.has_failed:
            self._behind = behind.place
            behind.deleteLater()

    def _reappear(self) -> None:
        if self.hidden is None or self._workspace is None:
            return
        behind, self._behind, self.hidden = self._behind, None, None
        self.setWindowTitle(TITLE)
        self.outside.idle.shown()
        if isinstance(behind, QWidget):
            self._bring_back(behind)
        else:
            self._build(self._workspace).begin(behind)

    def _bring_back(self, inside: Inside) -> None:
        """What could not be saved is here still: try once more, and say so where it fails again."""
        self.inside = inside
        self.setCentralWidget(inside)
        hush(inside, is_quiet=False)
        inside.shell.background.resume()
        inside.shell.looking.resume()
        inside.shell.came_back.emit()
        inside.show()
        inside.leave()

    def _back_to_door(self, *gone: QWidget | None, told: str = "") -> None:
        door, self.hidden = self.door, None
        self.setWindowTitle(TITLE)
        gone = (*gone, self._put_instead(self._new_door(told)))
        self.outside.idle.start()
        # What the pages have asked for still comes back to them, so they go after that.
        self.background.run(door.close_vault, done=lambda _: _let_go(gone), failed=self._not_closed)

    def _let_door_go(self, door: Door) -> None:
        """Close what is open behind the door, also where it was being opened just now."""

        def closed(_: None) -> None:
            if door.holds_vault:
                self._let_door_go(door)
            else:
                door.deleteLater()

        self.background.run(door.close_vault, done=closed, failed=self._not_closed)

    def _new_door(self, told: str) -> Door:
        self.door = Door(self._doorway, self.background, folder=self._folder, told=told)
        self.door.opened.connect(self._open)
        return self.door

    def _open(self, workspace: Workspace) -> None:
        self._workspace, self._folder = workspace, workspace.folder
        self.outside.safekeeping.begin(
            workspace.safety, wanted=() if workspace.is_demo else self.look.settings.warnings
        )
        if self.hidden is not None:  # while it was being opened
            return
        inside = self._build(workspace)
        self.outside.idle.start()
        inside.notice.tell(" ".join((*workspace.notices, self.look.policy.problem)).strip())
        inside.begin()

    def with_notice(self, act: Callable[[Notice], None]) -> None:
        """Do something to the notice over the pages, where they are there."""
        if self.inside is not None:
            act(self.inside.notice)

    def add_notice(self, sentence: str) -> None:
        """Tell something over the pages."""
        self.with_notice(lambda notice: notice.add(sentence))

    def _build(self, workspace: Workspace) -> Inside:
        from ui.inside import Inside  # behind the door, so not before it is open
        from ui.pages import PAGES
        from ui.shell import Shell

        shell = Shell(workspace, self.background.beside(), self.look, self.pin)
        shell.looking, shell.safekeeping = self.looking.beside(), self.outside.safekeeping
        self.inside = Inside(shell, PAGES)
        self.inside.rail.lock_requested.connect(self.lock)
        shell.hide_requested.connect(self.disappear)
        shell.visit_runs.connect(self.outside.idle.visit_runs)
        self.setCentralWidget(self.inside)
        return self.inside

    def _build_anew(self) -> None:
        # Lengths are worked out when a screen is made, so another text size makes the screens anew.
        if self.hidden is not None:
            return
        if self.inside is None or self._workspace is None:
            self._back_to_door()
            return
        before = self.inside
        before.leave()
        before.shell.looking.drop()
        before.hide()
        self.takeCentralWidget()
        inside = self._build(self._workspace)
        self.background.run(lambda: None, done=lambda _: _begin(inside, before), failed=self._not_closed)

    def _not_closed(self, failure: Failure) -> None:
        if self.hidden is None:
            self.unlock.show_problem(str(failure))


def _begin(inside: Inside, before: Inside) -> None:
    inside.begin(before.place)
    before.deleteLater()


def _let_go(parts: Sequence[QWidget | None]) -> None:
    for part in parts:
        if part is not None and isValid(part):
            part.deleteLater()
