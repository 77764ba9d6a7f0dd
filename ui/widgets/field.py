"""One question on a page: label, hint, error, control, in this order. Each kind of control has its own module."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.tab_order import in_reading_order
from ui.widgets.text import announce, belongs_to, dress_again, label


class Field(QWidget):
    """`changed` tells that somebody changed the answer; loading an answer tells nothing."""

    changed = Signal()

    def __init__(self, question: str, *, hint: str = "") -> None:
        super().__init__()
        self.question, self._control = question, QWidget()
        self.asked, self._hint, self.error = label(question, "label"), label(hint, "hint"), label("", "error")
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(px(4))
        for part in (self.asked, self._hint, self.error):
            self._stack.addWidget(part)
        self._hint.setVisible(bool(hint))
        self.error.hide()

    @property
    def hint(self) -> str:
        """What stands under the question."""
        return self._hint.text()

    def value(self) -> Any:  # noqa: ANN401 - each kind of field has its own type, and a form holds them all
        """The answer, empty where there is none."""
        raise NotImplementedError

    def load(self, value: Any) -> None:  # noqa: ANN401 - as above
        """Show an answer."""
        raise NotImplementedError

    @property
    def problem(self) -> str:
        """Why what stands in the field cannot be kept as it is; empty where it can."""
        return ""

    def show_error(self, sentence: str) -> None:
        """Say at the field what to do; its own name says it too, for a screen reader. Empty takes it away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        told = self.tr("{question} {error}").format(question=self.question, error=sentence)
        self._control.setAccessibleName(told if sentence else self.question)
        self._control.setProperty("wrong", bool(sentence))
        dress_again(self._control)
        if sentence:
            announce(self, told, at_once=True)

    def focus(self) -> None:
        """Put the cursor into the field."""
        self._control.setFocus()

    def put_beside(self, part: QWidget) -> None:
        """A part beside the question that is shown only at times; see `keep_room`."""
        keep_room(part)
        place = QHBoxLayout()
        place.addWidget(self.asked, 1)
        place.addWidget(part, alignment=Qt.AlignmentFlag.AlignTop)
        self._stack.insertLayout(0, place)
        in_reading_order(self._stack)

    def put(self, control: QWidget) -> None:
        """The control of this field."""
        self._control = control
        belongs_to(self.asked, control)
        control.setAccessibleName(self.question)
        control.setAccessibleDescription(self.hint)
        self._stack.addWidget(control)


def keep_room(part: QWidget) -> None:
    """Hide a part that is shown only at times and keep its room: nothing moves under a hand that answers quickly."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    part.setSizePolicy(policy)
    part.hide()
