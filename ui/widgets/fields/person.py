"""A question answered by somebody: a press on somebody the person knows, or a name that is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton

from msp_desktop.record.marks import NAME_LENGTH
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.choosing import show_checked
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.row import Row


@dataclass(frozen=True, slots=True)
class Offered:
    """Somebody to offer: their connection's id, the name, and whether a question about trust may offer them."""

    id: str
    name: str
    is_trusted: bool = True

    @property
    def value(self) -> dict[str, str]:
        """As a tool keeps somebody."""
        return {"id": self.id, "name": self.name}


def named(name: str, offered: Sequence[Offered]) -> dict[str, str]:
    """A typed name: the only one offered who is called so, or just the name."""
    called = [each for each in offered if each.name.casefold() == name.casefold()]
    return called[0].value if len(called) == 1 else {"name": name}


def name_edit() -> LineEdit:
    """A line for one name."""
    made = LineEdit()
    made.setMaxLength(NAME_LENGTH)
    made.setMaximumWidth(px(420))
    return made


def press_for(name: str, *, question: str, press: Callable[[], object]) -> QPushButton:
    """A press for somebody, down while they are chosen."""
    made = button(name)
    made.setCheckable(True)
    made.toggled.connect(lambda _: press())
    # Two questions of one form may offer the same somebody.
    made.setAccessibleName(made.tr("{name}: {question}").format(name=name, question=question))
    return made


class PersonField(Field):
    """The value is `{id, name}`, the id only for somebody who was offered; None without a name."""

    def __init__(self, question: str, offered: Sequence[Offered], *, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self._offered, self._id, self.edit = tuple(offered), "", name_edit()
        self.buttons = [
            press_for(each.name, question=question, press=partial(self._press, each)) for each in self._offered
        ]
        self.put(self.edit)
        if self.buttons:
            self._stack.addWidget(Row(*self.buttons))
        self.edit.written.connect(self._typed)

    def value(self) -> dict[str, str] | None:
        """Who it is."""
        name = self.edit.text().strip()
        if not name:
            return None
        return {"id": self._id, "name": name} if self._id else named(name, self._offered)

    def load(self, value: Mapping[str, Any] | str | None) -> None:
        """Show somebody, or nobody."""
        given = value if isinstance(value, Mapping) else {"name": value or ""}
        self._id = str(given.get("id") or "")
        if self.edit.text().strip() != given.get("name"):
            self.edit.show_words(str(given.get("name") or ""))
        self._mark()

    def _typed(self) -> None:
        self._id = ""
        self._mark()
        self.changed.emit()

    def _press(self, chosen: Offered) -> None:
        self.load(None if self._id == chosen.id else chosen.value)
        self.changed.emit()

    def _mark(self) -> None:
        here = (self.value() or {}).get("id")
        for each, press in zip(self._offered, self.buttons, strict=True):
            show_checked(press, checked=each.id == here)
