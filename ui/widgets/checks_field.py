"""A question with any number of answers out of a list, as check boxes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from ui.widgets.choosing import Group, show_checked
from ui.widgets.field import Field
from ui.widgets.tick_row import TickRow


class ChecksField(Field):
    """The value is a tuple of codes, in the order they are offered.

    `helps` says more about some of them and `pictures` shows it, by code.
    """

    def __init__(
        self, question: str, choices: Mapping[str, str], *, hint: str = "", helps: Mapping[str, str] | None = None,
        pictures: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(question, hint=hint)
        self.boxes = {code: QCheckBox() for code in choices}
        inside = Group()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for code, box in self.boxes.items():
            more, shown = (helps or {}).get(code, ""), (pictures or {}).get(code, "")
            rows.addWidget(TickRow(box, choices[code], help=more, picture_name=shown))
            box.toggled.connect(lambda _: self.changed.emit())
        self.put(inside)

    def value(self) -> tuple[str, ...]:
        """The ticked codes."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def load(self, value: Iterable[str] | None) -> None:
        """Show which are ticked."""
        ticked = set(value or ())
        for code, box in self.boxes.items():
            show_checked(box, checked=code in ticked)

    def focus(self) -> None:
        """Go to the first box."""
        next(iter(self.boxes.values())).setFocus()
