"""A question answered on a scale between two ends, pressed as numbers, faces, stairs or thumbs. None is preset."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.choosing import Group, show_checked, when_chosen
from ui.widgets.field import Field, keep_room
from ui.widgets.pictures import drawn
from ui.widgets.row import Row
from ui.widgets.text import announce, label

FACES = ("face_very_bad", "face_bad", "face_middle", "face_good", "face_very_good")
THUMBS = ("thumb_down", "thumb_middle", "thumb_up")


class ScaleField(Field):
    """The value is a whole number, or None. Every way of showing it fills in the same number."""

    def __init__(
        self, question: str, *, hint: str = "", first: int = 0, last: int = 10, variants: Sequence[str] = ("numbers",),
        low: str = "", high: str = "",
    ) -> None:  # fmt: skip
        super().__init__(question, hint=hint)
        self.first, self.last = first, last
        self._value: int | None = None
        self.buttons: dict[int, QPushButton] = {}
        self.ways = QButtonGroup(self)
        self._group, self._holder = QButtonGroup(self), Group()
        self._place = QVBoxLayout(self._holder)
        self._place.setContentsMargins(0, 0, 0, 0)
        when_chosen(self._group, self._press)
        self._variants = tuple(variants)
        self.ends, self.told = label("", "caption"), label("", "caption")
        self._back = button(self.tr("Take this answer back"), "link", press=self._take_back)
        self._back.setAccessibleName(self.tr("Take this answer back: {question}").format(question=question))
        self._lay_out()
        self.show_as(self._variants[0])
        self.show_ends(low, high)

    def value(self) -> int | None:
        """The number."""
        return self._value

    def load(self, value: int | None) -> None:
        """Show a number, or none."""
        self._value = value if isinstance(value, int) and self.first <= value <= self.last else None
        self._mark()

    def focus(self) -> None:
        """Go to the number, or the first."""
        chosen = self._group.checkedButton() or next(iter(self.buttons.values()))
        chosen.setFocus()

    def show_ends(self, low: str, high: str) -> None:
        """What both ends mean."""
        ends = self.tr("{first}: {low}. {last}: {high}.")
        words = [each.rstrip(".") for each in (low, high)]
        self.ends.setText(ends.format(first=self.first, low=words[0], last=self.last, high=words[1]))
        self.ends.setVisible(bool(low or high))
        for number, end in ((self.first, words[0]), (self.last, words[1])):
            if end and number in self.buttons:
                self.buttons[number].setAccessibleDescription(end)

    def show_as(self, variant: str) -> None:
        """Show it as numbers, faces, stairs or thumbs; the number stays."""
        for each in self._group.buttons():
            self._group.removeButton(each)
        while (item := self._place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        made = {"faces": self._faces, "thumbs": self._thumbs, "stairs": self._stairs}.get(variant, self._numbers)
        self._place.addWidget(made())
        self._mark()

    def _numbers(self) -> QWidget:
        self._made(self._every_number())
        return Row(*self.buttons.values())

    def _stairs(self) -> QWidget:
        self._made(self._every_number())
        stairs = QWidget()
        row = QHBoxLayout(stairs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        for step, each in enumerate(self.buttons.values()):
            each.setMinimumHeight(px(40 + 6 * step))
            row.addWidget(each, 1, Qt.AlignmentFlag.AlignBottom)
        return stairs

    def _every_number(self) -> dict[int, str]:
        return {number: str(number) for number in range(self.first, self.last + 1)}

    def _faces(self) -> QWidget:
        words = (self.tr("Very bad"), self.tr("Bad"), self.tr("In the middle"), self.tr("Good"), self.tr("Very good"))
        return self._pictures(FACES, words)

    def _thumbs(self) -> QWidget:
        return self._pictures(THUMBS, (self.tr("Thumb down"), self.tr("In between"), self.tr("Thumb up")))

    def _pictures(self, names: Sequence[str], words: Sequence[str]) -> QWidget:
        step = (self.last - self.first) / (len(names) - 1)
        numbers = [int(self.first + step * at + 0.5) for at in range(len(names))]
        self._made(dict(zip(numbers, words, strict=True)))
        for number, name in zip(numbers, names, strict=True):
            each = self.buttons[number]
            each.setText("")
            each.setIcon(QIcon(drawn(name, size=48)))
            each.setIconSize(QSize(px(48), px(48)))
        return Row(*self.buttons.values())

    def _made(self, words: dict[int, str]) -> None:
        self.buttons = {}
        for number, text in words.items():
            each = button(text, "score")
            each.setCheckable(True)
            each.setAutoExclusive(True)  # a screen reader hears a radio button
            plain = text == str(number)
            spoken = self.tr("{number} of {last}") if plain else self.tr("{words}, {number} of {last}")
            each.setAccessibleName(spoken.format(number=number, last=self.last, words=text))
            self._group.addButton(each, number)
            self.buttons[number] = each

    def _mark(self) -> None:
        # A number between two pictures is shown by the nearer one, as on paper.
        nearest = None if self._value is None else self._nearest(self._value)
        self._group.setExclusive(False)
        for number, each in self.buttons.items():
            show_checked(each, checked=number == nearest)
        self._group.setExclusive(True)
        self._back.setVisible(self._value is not None)
        self.told.setText(self.tr("{number} out of {last}").format(number=self._value, last=self.last))
        self.told.setVisible(self._value is not None)

    def _nearest(self, value: int) -> int:
        shown = list(self.buttons)
        return shown[int((value - self.first) / (self.last - self.first) * (len(shown) - 1) + 0.5)]

    def _press(self, number: int) -> None:
        self._value = number
        self._mark()
        announce(self, self.told.text())
        self.changed.emit()

    def _take_back(self) -> None:
        self.load(None)
        self.focus()
        self.changed.emit()

    def _lay_out(self) -> None:
        if len(self._variants) > 1:
            self._stack.addWidget(Row(*(self._way(at, name) for at, name in enumerate(self._variants))))
            when_chosen(self.ways, lambda at: self.show_as(self._variants[at]))
        self.put(self._holder)
        self.put_beside(self._back)
        keep_room(self.told)
        for part in (self.ends, self.told):
            self._stack.addWidget(part)

    def _way(self, at: int, variant: str) -> QPushButton:
        names = {
            "numbers": self.tr("Numbers"), "faces": self.tr("Faces"), "stairs": self.tr("Stairs"),
            "thumbs": self.tr("Thumbs"),
        }  # fmt: skip
        each = button(names[variant], "step")
        each.setCheckable(True)
        each.setAutoExclusive(True)
        each.setChecked(at == 0)
        each.setAccessibleName(self.tr("{way}: {question}").format(way=names[variant], question=self.question))
        self.ways.addButton(each, at)
        return each
