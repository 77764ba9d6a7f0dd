"""A question with one answer out of a few, as a list of radio buttons. Nothing is chosen until somebody chooses."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from ui.widgets.buttons import button
from ui.widgets.choosing import Group, show_checked, when_chosen
from ui.widgets.field import Field
from ui.widgets.tick_row import TickRow


class ChoiceField(Field):
    """The value is a code, or None. `helps` says more about some choices and `pictures` shows it, by code.

    An answer can be taken back, unless one must be chosen.
    """

    def __init__(
        self, question: str, choices: Mapping[str, str], *, hint: str = "", helps: Mapping[str, str] | None = None,
        pictures: Mapping[str, str] | None = None, must_choose: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(question, hint=hint)
        self._helps, self._pictures, self._must_choose = helps or {}, pictures or {}, must_choose
        self._offered: dict[str, str] = {}
        self.buttons: dict[str, QRadioButton] = {}
        self._group, self._list = QButtonGroup(self), Group()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._back = button(self.tr("Take this answer back"), "link", press=self._take_back)
        self._back.setAccessibleName(self.tr("Take this answer back: {question}").format(question=question))
        self.offer(choices)
        self.put(self._list)
        if not must_choose:
            self.put_beside(self._back)
        when_chosen(self._group, lambda _: self._answered())

    def offer(self, choices: Mapping[str, str]) -> None:
        """Show these choices instead of the ones before; what was chosen and is still offered stays chosen."""
        if dict(choices) == self._offered:
            return
        kept, self._offered = self.value(), dict(choices)
        for row in self._list.findChildren(TickRow):
            self._group.removeButton(row.button)
            row.hide()
            row.deleteLater()
        self.buttons = {}
        for code, words in choices.items():
            self.buttons[code] = QRadioButton()
            self._group.addButton(self.buttons[code])
            more, shown = self._helps.get(code, ""), self._pictures.get(code, "")
            self._rows.addWidget(TickRow(self.buttons[code], words, help=more, picture_name=shown))
        self.load(kept)

    def value(self) -> str | None:
        """The chosen code."""
        return next((code for code, each in self.buttons.items() if each.isChecked()), None)

    def load(self, value: str | None) -> None:
        """Show a choice, or none."""
        if value == self.value():
            return
        self._group.setExclusive(False)
        for code, each in self.buttons.items():
            show_checked(each, checked=code == value)
        self._group.setExclusive(True)
        self._back.setVisible(self.value() is not None and not self._must_choose)

    def focus(self) -> None:
        """Go to the chosen answer, or the first."""
        chosen = self.value() or next(iter(self.buttons), None)
        if chosen is not None:
            self.buttons[chosen].setFocus()

    def _answered(self) -> None:
        self._back.setVisible(not self._must_choose)
        self.changed.emit()

    def _take_back(self) -> None:
        self.load(None)
        self.focus()
        self.changed.emit()
