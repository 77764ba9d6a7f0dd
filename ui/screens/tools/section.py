"""One section of a tool as a card: its questions, made when they are first needed, and the rest under More."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.tools.definition import Section
from msp_desktop.tools.fields import AnyField
from ui.theme import px
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.fold import Fold
from ui.widgets.pictures import picture


class SectionCard(Card):
    """`made` is told of each question's field."""

    def __init__(
        self, section: Section, make: Callable[[AnyField], Field], made: Callable[[AnyField, Field], None]
    ) -> None:
        super().__init__(section.title, section.help)
        self.section, self._make, self._made = section, make, made
        self._later = [field for field in section.fields if field.more]
        self.more: Fold | None = None
        self.is_built = False

    def build(self) -> None:
        """Make the questions that are open from the start; a second time does nothing."""
        if self.is_built:
            return
        self.is_built = True
        self.put(self._fields([field for field in self.section.fields if not field.more]))
        if self._later:
            self.more = Fold(self.tr("More questions ({count})").format(count=len(self._later)), self._open_later)
            opener = self.more.opener
            opener.setAccessibleName(
                self.tr("{section}: {what}").format(section=self.section.title, what=opener.text())
            )
            self.put(self.more)

    def open_for(self, key: str) -> None:
        """Make sure that a question of this section is there to go to."""
        self.build()
        if self.more is not None and any(field.key == key for field in self._later):
            self.more.open()

    def _open_later(self) -> QWidget:
        return self._fields(self._later)

    def _fields(self, asked: list[AnyField]) -> QWidget:
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(24))
        for each in asked:
            field = self._make(each)
            if each.picture:
                stack.addWidget(picture(each.picture))
            stack.addWidget(field)
            self._made(each, field)
        return inside
