"""What the settings page does: keep what fits the table, and look after the records. No widgets here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from msp_desktop.errors import Failure, WrongSecret
from msp_desktop.setting_kinds import Unfit
from msp_desktop.settings import TABLE
from msp_desktop.translation import tr
from ui.background import Background
from ui.look import Look
from ui.safekeeping import Safekeeping
from ui.screens.settings.building import Value, from_field, problem_of
from ui.screens.settings.words import lines_of

if TYPE_CHECKING:
    from msp_desktop.safety import Safety, Standing
    from ui.screens.settings.view import SettingsView


class SettingsPresenter(QObject):
    """The look holds the settings; the safekeeping works on when the page is left."""

    def __init__(
        self, view: SettingsView, background: Background, *, look: Look, safety: Safety, safekeeping: Safekeeping
    ) -> None:
        super().__init__(view)
        self._view, self._background, self._look = view, background, look
        self._safety, self._safekeeping = safety, safekeeping
        view.told.tell(look.policy.problem)
        view.chosen.connect(self.choose)
        view.records.backup_requested.connect(safekeeping.back_up)
        view.records.check_requested.connect(safekeeping.check)
        view.records.elsewhere_requested.connect(self.back_up_elsewhere)
        safekeeping.changed.connect(self._changed)

    def enter(self) -> None:
        """The page is opened."""
        settings, fixed = self._look.settings, self._look.policy.fixed
        self._view.records.offer_folder(settings.backup_folder, is_fixed="backup_folder" in fixed)
        self.refresh()

    def leave(self) -> None:
        """A passphrase does not stay on a page."""
        self._view.records.forget()

    def refresh(self) -> None:
        """How the records stand, and what goes on."""
        keeping, card = self._safekeeping, self._view.records
        is_secret_wrong = isinstance(keeping.failure, WrongSecret)
        words = "" if is_secret_wrong else keeping.doing or keeping.said
        card.show_doing(
            words, "error" if keeping.failure else "hint", busy=bool(keeping.doing), is_elsewhere=keeping.is_elsewhere
        )
        if is_secret_wrong:
            card.show_problems(folder="", secret=keeping.said)
        self._background.run(self._safety.standing, done=self._show, failed=self._failed)

    def choose(self, name: str, value: Value) -> None:
        """Keep what fits; what does not stays in its field with a sentence, and nothing changes."""
        entry = TABLE[name]
        given = from_field(entry, value)
        try:
            entry.kind.read(given)
        except Unfit:
            self._view.show_problem(name, problem_of(entry))
            return
        self._view.show_problem(name, "")
        self._look.choose(name, given)

    def back_up_elsewhere(self, folder: str, passphrase: str) -> None:
        """Make a backup in another place, where both are given."""
        where = tr("Choose a folder, by its whole path.") if not Path(folder).is_absolute() else ""
        secret = tr("Enter your passphrase.") if not passphrase else ""
        self._view.records.show_problems(folder=where, secret=secret)
        if not where and not secret:
            self._view.records.forget()
            self._safekeeping.back_up_elsewhere(Path(folder), passphrase)

    def _changed(self) -> None:
        if self._view.isVisible():  # a page that is left may be on its way out; entering it reads anew
            self.refresh()

    def _show(self, standing: Standing) -> None:
        self._view.records.show_lines(list(lines_of(standing)))

    def _failed(self, failure: Failure) -> None:
        self._view.records.show_doing(str(failure), "error", busy=False, is_elsewhere=False)
