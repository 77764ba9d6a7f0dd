"""The rail: the names of the pages at the side, or behind a menu button on top where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.keys import key_for
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.choosing import show_checked, when_chosen
from ui.widgets.scroll import Scroll
from ui.widgets.text import label


class Rail(QWidget):
    """Tells which page was chosen by its place, and that everything should be hidden or locked."""

    page_chosen = Signal(int)
    hide_requested = Signal()
    lock_requested = Signal()

    def __init__(self, names: Sequence[str], *, is_demo: bool) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages, self._group = [self._page(number, name) for number, name in enumerate(names)], QButtonGroup(self)
        self.lock = button(self.tr("Lock"), press=self.lock_requested.emit)
        self.lock.setToolTip(key_for("lock"))
        self.hide_button, self.hide_in_bar = (
            button(self.tr("Hide"), press=self.hide_requested.emit) for _ in ("rail", "bar")
        )
        for each in (self.hide_button, self.hide_in_bar):
            each.setToolTip(key_for("hide"))
        self.menu = button(self.tr("Menu"), press=self._toggle)
        self._told = label(self.tr("Demo. Everything here is made up.") if is_demo else "")
        self._lay_out()
        self._is_demo = is_demo
        self._told.setVisible(is_demo)
        for number, each in enumerate(self.pages):
            self._group.addButton(each, number)
        when_chosen(self._group, self._choose)
        self._group.idClicked.connect(lambda _: self._fold_up())

    def mark(self, number: int) -> None:
        """Show which page is open."""
        show_checked(self.pages[number], checked=True)
        self._let_tab_in()

    def offer(self, offered: Sequence[bool]) -> None:
        """Show only the pages that may be opened now."""
        for each, is_offered in zip(self.pages, offered, strict=True):
            each.setVisible(is_offered)
        self._let_tab_in()

    def fold(self, *, narrow: bool) -> None:
        """Become a bar on top with a menu button, or a rail at the side."""
        for each in (self.menu, self.hide_in_bar):
            each.setVisible(narrow)
        self.hide_button.setVisible(not narrow)
        self.menu.setText(self.tr("Menu (demo, everything is made up)") if self._is_demo else self.tr("Menu"))
        self._told.setVisible(self._is_demo and not narrow)
        for part in (self._names, self._foot):
            part.setVisible(not narrow)
        self._names.setMaximumHeight(px(260) if narrow else 16777215)
        self.setFixedWidth(px(200)) if not narrow else self.setMaximumWidth(16777215)
        if narrow:
            self.setMinimumWidth(0)

    def _choose(self, number: int) -> None:
        self._fold_up()
        self.page_chosen.emit(number)

    def _fold_up(self) -> None:
        if self.menu.isVisible() and self._names.isVisible():
            self._toggle()

    def _let_tab_in(self) -> None:
        """The tab key enters at the open page; Qt would go on entering where it did before, even where that is gone."""
        for each in self.pages:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each.isChecked() else Qt.FocusPolicy.ClickFocus)

    def _toggle(self) -> None:
        is_open = self._names.isVisible()
        for each in (self._names, self._foot):
            each.setVisible(not is_open)

    def _page(self, number: int, name: str) -> QPushButton:
        made = button(name)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setToolTip(key_for("pages", number))
        return made

    def _lay_out(self) -> None:
        inside = QWidget()
        names = QVBoxLayout(inside)
        names.setContentsMargins(0, 0, 0, 0)
        for page in self.pages:
            names.addWidget(page)
        names.addStretch(1)
        self._names = Scroll()
        self._names.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(12), px(8), px(12), px(8))
        bar = QHBoxLayout()
        bar.addWidget(self.menu, 1)
        bar.addWidget(self.hide_in_bar)
        whole.addLayout(bar)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        for each in (self.hide_button, self.lock):
            foot.addWidget(each)
        for part in (self._names, self._foot, self._told):
            whole.addWidget(part)
