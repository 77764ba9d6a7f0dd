"""How the program looks: colours and text size as they were chosen, put on at once and kept. Knows no screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from msp_desktop.errors import Failure
from msp_desktop.settings import CHOICES, Settings, read_settings, write_settings
from ui import theme
from ui.tokens import THEMES


class Look(QObject):
    """`changed` tells that everything must be built anew; `failed` that the choice could not be kept."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.settings = read_settings(folder) if folder else Settings()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def put_on(self) -> None:
        """Dress the program as it was chosen."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, THEMES[self._colours()], scale=self.settings.text_size / 100)

    def choose(self, name: str, value: object) -> None:
        """Change one setting, and keep it."""
        chosen = self.settings.with_choice(name, value)
        if chosen == self.settings:
            return
        self.settings = chosen
        self.put_on()
        self.changed.emit()
        try:
            if self._folder:
                write_settings(self._folder, chosen)
        except Failure as failure:
            self.failed.emit(str(failure))

    def resize_text(self, by: int) -> None:
        """The next larger or smaller text size, as far as there is one."""
        sizes = CHOICES["text_size"]
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
