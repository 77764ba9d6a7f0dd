"""A question answered on a scale from 0 to 10, as a row of buttons. None is pressed until somebody presses one."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup

from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.row import Row
from ui.widgets.text import label


class ScoreField(Field):
    """The value is a whole number, or None. Pressing the pressed one again takes it back."""

    def __init__(self, question: str, *, low: str, high: str, hint: str = "") -> None:
        super().__init__(question, hint=hint)
        self.scores = [button(str(score), "score") for score in range(11)]
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for score, each in enumerate(self.scores):
            each.setCheckable(True)
            each.setAccessibleName(self.tr("{question} {score}").format(question=question, score=score))
            self._group.addButton(each, score)
        self.put(Row(*self.scores))
        self._stack.addWidget(label(self.tr("0: {low}. 10: {high}.").format(low=low, high=high), "caption"))
        self._group.idClicked.connect(self._press)

    def value(self) -> int | None:
        """The pressed score."""
        return next((score for score, each in enumerate(self.scores) if each.isChecked()), None)

    def load(self, value: int | None) -> None:
        """Show a score, or none."""
        for score, each in enumerate(self.scores):
            each.setChecked(score == value)

    def focus(self) -> None:
        """Go to the pressed score, or the first."""
        self.scores[self.value() or 0].setFocus()

    def _press(self, score: int) -> None:
        self.load(score if self.scores[score].isChecked() else None)
        self.changed.emit()
