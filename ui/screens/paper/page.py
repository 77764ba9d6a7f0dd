"""The Print page: the sheets, or one sheet. Decides nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from ui.screens.paper.choose_view import ChooseSheetView
from ui.screens.paper.sheet_view import SheetView


class PaperPage(QStackedWidget):
    """One of its two parts at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.choose, self.sheet = ChooseSheetView(), SheetView()
        for part in (self.choose, self.sheet):
            self.addWidget(part)

    def show_choose(self) -> None:
        """The sheets; nothing of the one before stays."""
        self.sheet.preview.clear()
        self.setCurrentWidget(self.choose)

    def back(self) -> bool:
        """From a sheet to the list."""
        has_sheet = self.currentWidget() is self.sheet
        if has_sheet:
            self.sheet.back_requested.emit()
        return has_sheet

    def show_sheet(self) -> None:
        """One sheet, with the keyboard at its first question."""
        self.setCurrentWidget(self.sheet)
        self.sheet.going.focus()
