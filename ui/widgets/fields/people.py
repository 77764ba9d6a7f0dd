"""A question answered by several people: presses for those the person knows, and names that are typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.choosing import show_checked
from ui.widgets.field import Field
from ui.widgets.fields.person import Offered, name_edit, named, press_for
from ui.widgets.row import Row
from ui.widgets.text import announce


class PeopleField(Field):
    """The value is a list of `{id, name}`, in the order they were chosen; None for nobody."""

    def __init__(self, question: str, offered: Sequence[Offered], *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self._offered, self._chosen, self.edit = tuple(offered), list[dict[str, str]](), name_edit()
        self.row, self.add = Row(), button(self.tr("Add"), press=self._add)
        self.add.setAccessibleName(self.tr("Add: {question}").format(question=question))
        line = QWidget()
        sides = QHBoxLayout(line)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(px(8))
        self.put(self.edit)
        sides.addWidget(self.edit, 2)
        sides.addWidget(self.add)
        sides.addStretch(1)
        self._stack.addWidget(line)
        self._stack.addWidget(self.row)
        self.edit.returnPressed.connect(self._add)
        self.edit.written.connect(self.changed)
        self._show()

    def value(self) -> list[dict[str, str]] | None:
        """Everybody, and a name that is typed and not added yet."""
        typed = self.edit.text().strip()
        return [*self._chosen, *([named(typed, self._offered)] if typed else [])] or None

    def load(self, value: Sequence[Mapping[str, Any]] | None) -> None:
        """Show people, unless they are there already."""
        wanted = [{name: str(text) for name, text in each.items()} for each in value or ()]
        if wanted != (self.value() or []):
            self.edit.show_words("")
            self._chosen = wanted
            self._show()

    def _add(self) -> None:
        chosen = self.value() or []
        self.edit.show_words("")
        self._chosen = [each for at, each in enumerate(chosen) if each not in chosen[:at]]
        self._show()
        self.edit.setFocus()
        announce(self, ", ".join(each["name"] for each in self._chosen))
        self.changed.emit()

    def _turn(self, one: dict[str, str]) -> None:
        is_here = one in self._chosen
        self._chosen = [each for each in self._chosen if each != one] if is_here else [*self._chosen, one]
        self.changed.emit()

    def _show(self) -> None:
        old, self.row = self.row, Row()
        others = [each for each in self._chosen if not any(each == offered.value for offered in self._offered)]
        for each in (*(offered.value for offered in self._offered), *others):
            press = press_for(each["name"], question=self.question, press=partial(self._turn, each))
            show_checked(press, checked=each in self._chosen)
            self.row.put(press)
        self._stack.replaceWidget(old, self.row)
        self.row.setVisible(bool(self._offered or others))
        old.hide()
        old.deleteLater()
