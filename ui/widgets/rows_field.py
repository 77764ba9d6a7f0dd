"""A question with any number of answers that are small forms each: people asked to leave, calls made, sheets taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.choosing import Group
from ui.widgets.field import Field
from ui.widgets.form import Form


class RowsField(Field):
    """The value is a tuple of answers by name, without empty rows."""

    def __init__(self, question: str, make: Callable[[], Form], *, more: str, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self.forms: list[Form] = []
        self._frames: dict[Form, QFrame] = {}
        self._make, self._rows, self._inside = make, QVBoxLayout(), Group()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(12))
        self._inside.setLayout(self._rows)
        self.put(self._inside)
        self.more = button(more, press=self.add)
        self._stack.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    def add(self) -> Form:
        """One more empty row, with the cursor in it."""
        form = self._added()
        next(iter(form.fields.values())).focus()
        return form

    def value(self) -> tuple[dict[str, Any], ...]:
        """The rows that hold something."""
        rows = (form.values() for form in self.forms)
        return tuple(row for row in rows if any(value not in (None, "", ()) for value in row.values()))

    def load(self, value: Sequence[Mapping[str, Any]] | None) -> None:
        """Show rows, unless these are there already."""
        wanted = [dict(row) for row in value or ()]
        if wanted == [dict(row) for row in self.value()]:
            return
        while self.forms:
            self._take_out(self.forms[-1])
        for row in wanted:
            self._added().load(row)

    def _added(self) -> Form:
        form, frame = self._make(), QFrame()
        frame.setObjectName("line")
        stack = QVBoxLayout(frame)
        stack.setContentsMargins(0, 0, 0, px(12))
        stack.addWidget(form)
        out = button(self.tr("Take this out"), "link", press=lambda: self._remove(form))
        place = len(self.forms) + 1
        out.setAccessibleName(self.tr("Take this out: {question} {place}").format(question=self.question, place=place))
        stack.addWidget(out, alignment=Qt.AlignmentFlag.AlignLeft)
        self._rows.addWidget(frame)
        self.forms.append(form)
        self._frames[form] = frame
        form.changed.connect(self.changed)
        return form

    def _remove(self, form: Form) -> None:
        self._take_out(form)
        self.more.setFocus()
        self.changed.emit()

    def _take_out(self, form: Form) -> None:
        self.forms.remove(form)
        frame = self._frames.pop(form)
        self._rows.removeWidget(frame)
        frame.hide()
        frame.deleteLater()
