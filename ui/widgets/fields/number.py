"""A question answered by a whole number of some unit, within its bounds."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from msp_desktop.errors import BadInput
from msp_desktop.tools.fields import Number
from msp_desktop.tools.number import checked_number
from ui.theme import px
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import belongs_to, label


class AmountField(Field):
    """The value is a number, or None; what is none stays in the field with a sentence."""

    def __init__(self, asked: Number) -> None:
        super().__init__(asked.ask, hint=asked.help)
        self._asked, self.edit = asked, LineEdit()
        self.edit.setMaximumWidth(px(120))
        self.edit.setMaxLength(12)
        self.put(self.edit)
        self._stack.removeWidget(self.edit)
        self._stack.addWidget(self._beside_unit(asked.unit))
        belongs_to(self.asked, self.edit)
        self.edit.written.connect(self._typed)
        self.edit.editingFinished.connect(lambda: self.show_error(self.problem))

    def value(self) -> int | None:
        """The number."""
        return self._read()[0]

    @property
    def problem(self) -> str:
        """Why this is no number that fits."""
        return self._read()[1]

    def load(self, value: int | None) -> None:
        """Show a number, unless it is there already or somebody is typing another."""
        if value != self.value():
            self.edit.show_words("" if value is None else str(value))
            self.show_error("")

    def _typed(self) -> None:
        self.show_error("")
        self.changed.emit()

    def _read(self) -> tuple[int | None, str]:
        text = self.edit.text().strip()
        if not text:
            return None, ""
        try:
            return checked_number(self._asked, int(text)), ""
        except ValueError:
            return None, self.tr("This is not a whole number. Type it in digits, such as 4.")
        except BadInput as problem:
            return None, str(problem)

    def _beside_unit(self, unit: str) -> QWidget:
        line = QWidget()
        stack = QHBoxLayout(line)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.edit)
        stack.addWidget(label(unit), 1)
        self.edit.setAccessibleDescription(" ".join(part for part in (self.hint, unit) if part))
        return line
