"""One answer out of a few that lead to each other: a ring and a list of the same options, equal ways to choose."""

from __future__ import annotations

from collections.abc import Mapping

from ui.widgets.choice_field import ChoiceField
from ui.widgets.cycle import CycleCanvas
from ui.widgets.tab_order import in_reading_order


class CycleField(ChoiceField):
    """The value is a code, or None."""

    def __init__(
        self, question: str, choices: Mapping[str, str], *, hint: str = "", helps: Mapping[str, str] | None = None
    ) -> None:  # fmt: skip
        self.canvas: CycleCanvas | None = None
        super().__init__(question, choices, hint=hint, helps=helps)
        self.canvas = CycleCanvas(choices)
        self._stack.insertWidget(self._stack.indexOf(self._list), self.canvas)
        in_reading_order(self._stack)
        self.canvas.chosen.connect(lambda code: self.buttons[code].setChecked(True))
        self.changed.connect(self._show)

    def load(self, value: str | None) -> None:
        """Show a choice, or none, on the ring and in the list."""
        super().load(value)
        self._show()

    def _show(self) -> None:
        if self.canvas is not None:
            self.canvas.show_chosen(self.value())
