"""The settings that count now: chosen, kept, and what concerns the look of the program put on. Knows no screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from msp_desktop.errors import Failure
from msp_desktop.policy import Policy
from msp_desktop.settings import TABLE, Group, Settings, read_settings, write_settings
from ui import theme
from ui.tokens import SCALES, THEMES


class Look(QObject):
    """`changed` tells that everything must be built anew, `chosen` the settings when another one has changed;
    `failed` that a choice could not be kept. `settings` are what counts: the council's before the worker's.
    """

    changed = Signal()
    chosen = Signal(object)
    failed = Signal(str)

    def __init__(
        self, folder: Path | None = None, parent: QObject | None = None, *, policy: Policy | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self.policy = folder, policy or Policy()
        self._own = read_settings(folder) if folder else Settings()
        self.settings = self.policy.over(self._own)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def put_on(self) -> None:
        """Dress the program as it was chosen."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, THEMES[self._colours()], scale=self.settings.text_size / 100)

    def choose(self, name: str, value: object) -> None:
        """Change one setting, and keep it; what the council has fixed stays."""
        own = self._own.with_choice(name, value)
        if own == self._own or name in self.policy.fixed:
            return
        self._own, self.settings = own, self.policy.over(own)
        if TABLE[name].group is Group.LOOK:
            self.put_on()
            self.changed.emit()
        else:
            self.chosen.emit(self.settings)
        try:
            if self._folder:
                write_settings(self._folder, own)
        except Failure as failure:
            self.failed.emit(str(failure))

    def resize_text(self, by: int) -> None:
        """The next larger or smaller text size, as far as there is one."""
        sizes = [round(100 * scale) for scale in SCALES]
        place = sizes.index(self.settings.text_size) + by
        self.choose("text_size", sizes[min(max(place, 0), len(sizes) - 1)])

    def _colours(self) -> str:
        if self.settings.colours != "system":
            return self.settings.colours
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if is_dark else "light"

    def _system_changed(self) -> None:
        if self.settings.colours == "system":
            self.put_on()
