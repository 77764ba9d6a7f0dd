"""The section about the person that can be changed: made and read when it is first opened, since it is long."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.record.ids import RecordId
from ui.screens.person.part import Part
from ui.theme import px
from ui.widgets.fold import Fold
from ui.widgets.text import ON_A_BUTTON, short


class About(Fold):
    """Holds parts of other screens; they are opened with the person once somebody wants to see them."""

    def __init__(self, make_parts: Callable[[], tuple[Part, ...]]) -> None:
        super().__init__("", self._make_inside)
        self._make_parts, self._person = make_parts, RecordId("")
        self.parts: tuple[Part, ...] = ()
        self.part = Part(self, open=self._open_person, leave=self._leave)

    def show_name(self, name: str) -> None:
        """Whom it is about."""
        self.opener.setText(self.tr("About {name}").format(name=short(name, most=ON_A_BUTTON)).replace("&", "&&"))

    def _open_person(self, person: RecordId) -> None:
        self._person = person
        for part in self.parts:
            part.open(person)

    def _leave(self) -> None:
        for part in self.parts:
            part.leave()

    def _make_inside(self) -> QWidget:
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(16))
        self.parts = self._make_parts()
        for part in self.parts:
            stack.addWidget(part.view)
            part.open(self._person)
        return inside
