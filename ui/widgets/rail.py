"""The rail: the names of the pages at the side, or behind a menu button on top where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.text import label


class Rail(QWidget):
    """Tells which page was chosen by its place, and that the records should be locked."""

    page_chosen = Signal(int)
    lock_requested = Signal()

    def __init__(self, names: Sequence[str], *, is_demo: bool) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages, self._group = [self._page(number, name) for number, name in enumerate(names)], QButtonGroup(self)
        self.lock = button(self.tr("Lock"), press=self.lock_requested.emit)
        self.lock.setToolTip(self.tr("Ctrl+L"))
        self.menu = button(self.tr("Menu"), press=self._toggle)
        self._told = label(self.tr("Demo. Everything here is made up.") if is_demo else "")
        self._lay_out()
        self._is_demo = is_demo
        self._told.setVisible(is_demo)
        for number, each in enumerate(self.pages):
            self._group.addButton(each, number)
        self._group.idClicked.connect(self._choose)

    def mark(self, number: int) -> None:
        """Show which page is open."""
        self.pages[number].setChecked(True)
        self._let_tab_in()

    def offer(self, offered: Sequence[bool]) -> None:
        """Show only the pages that may be opened now."""
        for each, is_offered in zip(self.pages, offered, strict=True):
            each.setVisible(is_offered)
        self._let_tab_in()

    def fold(self, *, narrow: bool) -> None:
        """Become a bar on top with a menu button, or a rail at the side."""
        self.menu.setVisible(narrow)
        self.menu.setText(self.tr("Menu (demo, everything is made up)") if self._is_demo else self.tr("Menu"))
        self._told.setVisible(self._is_demo and not narrow)
        self._names.setVisible(not narrow)
        self._names.setMaximumHeight(px(260) if narrow else 16777215)
        self.setFixedWidth(px(200)) if not narrow else self.setMaximumWidth(16777215)
        if narrow:
            self.setMinimumWidth(0)

    def _choose(self, number: int) -> None:
        if self.menu.isVisible():
            self._names.hide()
        self.page_chosen.emit(number)

    def _let_tab_in(self) -> None:
        """The tab key enters at the open page; Qt would go on entering where it did before, even where that is gone."""
        for each in self.pages:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each.isChecked() else Qt.FocusPolicy.ClickFocus)

    def _toggle(self) -> None:
        self._names.setVisible(not self._names.isVisible())

    def _page(self, number: int, name: str) -> QPushButton:
        made = button(name)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setToolTip(self.tr("Alt+{number}").format(number=number + 1))
        return made

    def _lay_out(self) -> None:
        inside = QWidget()
        names = QVBoxLayout(inside)
        names.setContentsMargins(0, 0, 0, 0)
        for page in (*self.pages, self.lock):
            names.addWidget(page)
        names.addStretch(1)
        self._names = QScrollArea()
        self._names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._names.setFrameShape(QScrollArea.Shape.NoFrame)
        self._names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._names.setWidgetResizable(True)
        self._names.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(12), px(8), px(12), px(8))
        for part in (self.menu, self._names, self._told):
            whole.addWidget(part)
