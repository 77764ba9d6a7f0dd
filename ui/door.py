"""Before the records: whose they are, the passphrase, the recovery code, or new ones. Joins the screens of the door.

All but the passphrase is loaded when it is first asked for: a worker at a door should not wait for what is not used.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from msp_desktop.doorway import Doorway, Entered, Listed
from msp_desktop.errors import Failure
from msp_desktop.translation import tr
from ui.background import Background
from ui.screens.unlock.presenter import UnlockPresenter
from ui.screens.unlock.view import UnlockView
from ui.widgets.door_page import DoorPage

if TYPE_CHECKING:
    from msp_desktop.workspace import Workspace
    from ui.screens.create.view import CreateView

RENEWED = tr("The code that you were shown before was not confirmed, so it was replaced. Only this one counts now.")

PAINTED_MS = 100
"""By then the lock is on the screen; what opening needs is loaded after that, since it would take turns with it."""


class Door(QStackedWidget):
    """Shows one screen at a time; `opened` tells the workspace of a vault that may be used now."""

    opened = Signal(object)

    def __init__(self, doorway: Doorway, background: Background, *, folder: Path | None, told: str = "") -> None:
        super().__init__()
        self._doorway, self._background, self._told = doorway, background, told
        self._held: Workspace | None = None
        self._presenters: tuple[object, ...] = ()
        if folder is None:
            self.unlock = UnlockView("")
            self.look_around()
        else:
            self.ask_passphrase(folder)

    def look_around(self) -> None:
        """Ask for a passphrase where one vault is here, whose it is where there are more, for a new one where none."""
        self._background.run(self._doorway.listed, done=self._start, failed=self._not_listed)

    def list_vaults(self) -> None:
        """Every vault that is here."""
        self._background.run(self._doorway.listed, done=self._list, failed=self._not_listed)

    def ask_passphrase(self, folder: Path) -> None:
        """The lock of one vault."""
        self.unlock = view = UnlockView(str(folder))
        presenter = UnlockPresenter(view, self._background, folder=folder, entered=self._unlocked)
        view.unlock_requested.connect(presenter.unlock)
        view.recovery_requested.connect(lambda: self.ask_code(folder))
        view.others_requested.connect(self.list_vaults)
        self._show(view, presenter, first=view.passphrase)
        QTimer.singleShot(PAINTED_MS, view, lambda: self._get_ready(view, presenter))

    def ask_code(self, folder: Path) -> None:
        """The other way in."""
        from ui.screens.create.advice import PassphraseAdvice
        from ui.screens.recover.presenter import RecoverPresenter
        from ui.screens.recover.view import RecoverView

        view = RecoverView()
        presenter = RecoverPresenter(view, self._background, folder=folder, entered=self._show_code)
        view.recovery_requested.connect(presenter.recover)
        view.back_requested.connect(lambda: self.ask_passphrase(folder))
        advice = PassphraseAdvice(view.secret, self._background, known=lambda: "")
        self._show(view, presenter, advice, first=view.code.edit)

    def make_new(self, *, is_first: bool = False) -> CreateView:
        """A vault for one more worker."""
        from ui.screens.create.advice import PassphraseAdvice
        from ui.screens.create.presenter import CreatePresenter
        from ui.screens.create.view import CreateView

        view = CreateView(is_first=is_first)
        presenter = CreatePresenter(view, self._background, doorway=self._doorway, entered=self._show_code)
        view.make_requested.connect(presenter.make)
        view.back_requested.connect(self.look_around)
        advice = PassphraseAdvice(view.secret, self._background, known=view.worker.value)
        self._show(view, presenter, advice, first=view.worker.edit)
        return view

    @property
    def holds_vault(self) -> bool:
        """Whether a vault is open here whose code is not known to be on paper."""
        return self._held is not None

    def close_vault(self) -> None:
        """Lock a vault that was opened here and not handed on yet; called when the storage thread has ended."""
        if self._held is not None:
            self._held.close()
            self._held = None

    def _start(self, vaults: list[Listed]) -> None:
        if not vaults:
            self.make_new(is_first=True)
        elif len(vaults) == 1:
            self.ask_passphrase(vaults[0].folder)
        else:
            self._list(vaults)

    def _list(self, vaults: list[Listed]) -> None:
        from ui.screens.vaults.view import VaultsView
        from ui.screens.vaults.words import words_for

        view = VaultsView([(vault.folder, words_for(vault)) for vault in vaults])
        view.chosen.connect(self.ask_passphrase)
        view.new_requested.connect(lambda: self.make_new())
        self._show(view, first=(view.vaults or [view.new])[0])

    def _unlocked(self, entered: Entered) -> None:
        if entered.code:
            self._show_code(entered, told=RENEWED)
        else:
            self.opened.emit(entered.workspace)

    def _show_code(self, entered: Entered, *, told: str = "") -> None:
        from secrets import randbelow

        from ui.screens.code.presenter import CodePresenter
        from ui.screens.code.view import CodeView

        self._held, asked = entered.workspace, randbelow(len(entered.groups()))
        view = CodeView(entered.groups(), asked=asked)
        presenter = CodePresenter(
            view, self._background, entered=entered, asked=asked, confirmed=lambda: self._hand_on(entered)
        )
        view.retyped.connect(presenter.check)
        self._show(view, presenter, first=view.go_on)
        view.told.tell(told)

    def _get_ready(self, view: UnlockView, presenter: UnlockPresenter) -> None:
        if self.isVisible() and self.currentWidget() is view:
            presenter.start()

    def _hand_on(self, entered: Entered) -> None:
        self._held = None
        self.opened.emit(entered.workspace)

    def _not_listed(self, failure: Failure) -> None:
        self.make_new(is_first=True).show_problem(str(failure))

    def _show(self, view: DoorPage, *presenters: object, first: QWidget) -> None:
        before, self._presenters = self.currentWidget(), presenters
        view.told.tell(self._told)
        self.addWidget(view)
        self.setCurrentWidget(view)
        first.setFocus()
        if before is not None:
            self.removeWidget(before)
            # What the screen before has asked for still comes back to it, so it goes after that.
            self._background.run(lambda: None, done=lambda _: before.deleteLater(), failed=lambda _: None)
