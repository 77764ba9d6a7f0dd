"""A question answered in somebody's own words, with who said it and where, if that needs saying."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.fold import Fold
from ui.widgets.line_field import LineField
from ui.widgets.row import Row
from ui.widgets.text import label
from ui.widgets.words_field import WordsField


@dataclass(frozen=True, slots=True)
class Scene:
    """Where words are said now, who is in the room and who could hear, as a visit knows it; empty where none runs."""

    place: str = ""
    names: tuple[str, ...] = ()
    heard_by: str = ""


class QuoteField(WordsField):
    """The value is `{words, said_by, setting}`, without the parts that are empty; None without words.

    The scene is offered and never put in by itself. Who could hear is kept with every answer, so it is only told here.
    """

    def __init__(self, question: str, *, hint: str = "", lines: int = 2, scene: Callable[[], Scene] = Scene) -> None:
        super().__init__(question, hint=hint, lines=lines)
        self._scene, self.offers = scene, dict[str, Row]()
        self._parts: dict[str, LineField] = {}
        self._given: dict[str, str] = {}
        self.heard_by = label("", "hint")
        self.fold = Fold(self.tr("Who said it, and where"), self._made)
        self.fold.opener.setProperty("kind", "link")
        self.fold.opener.setAccessibleName(self.tr("Who said it, and where: {question}").format(question=question))
        self._stack.addWidget(self.fold)

    def value(self) -> dict[str, str] | None:  # type: ignore[override]  # words with their source are no plain text
        """The words and their source."""
        source = {name: each.value() for name, each in self._parts.items()} if self._parts else self._given
        given = {"words": super().value(), **source}
        return {name: text for name, text in given.items() if text} if given["words"].strip() else None

    def load(self, value: Mapping[str, Any] | str | None) -> None:
        """Show words and their source."""
        given = dict(value) if isinstance(value, Mapping) else {"words": value or ""}
        super().load(str(given.pop("words", "")))
        self._given = {name: str(text) for name, text in given.items()}
        for name, part in self._parts.items():
            part.load(self._given.get(name))
        if any(self._given.values()):
            self.fold.open()

    def show_scene(self) -> None:
        """Offer who is here and where it is, as it is known now."""
        if not self._parts:
            return
        scene = self._scene()
        self._offer("said_by", scene.names)
        self._offer("setting", (scene.place,) if scene.place else ())
        told = self.tr("Who could hear now, as it is kept with the answer: {who}").format(who=scene.heard_by)
        self.heard_by.setText(told if scene.heard_by else "")
        self.heard_by.setVisible(bool(scene.heard_by))

    def _offer(self, name: str, words: Sequence[str]) -> None:
        row = self.offers[name]
        for press in row.findChildren(QPushButton):
            row.take_out(press)
        for each in words:
            row.put(self._press(name, each))
        row.setVisible(bool(words))

    def _press(self, name: str, words: str) -> QPushButton:
        made = button(words, press=partial(self._put, name, words))
        made.setAccessibleName(
            self.tr("{answer}: {part} {question}").format(
                answer=words, part=self._parts[name].question, question=self.question
            )
        )
        return made

    def _put(self, name: str, words: str) -> None:
        self._parts[name].load(words)
        self.changed.emit()

    def _made(self) -> QWidget:
        self._parts = {
            "said_by": LineField(self.tr("Who said it?"), hint=self.tr("Leave it empty if it was the person.")),
            "setting": LineField(self.tr("Where, and when?"), hint=self.tr("Such as: in the car, on the way home.")),
        }
        self.offers = {name: Row() for name in self._parts}
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(px(16), 0, 0, 0)
        stack.setSpacing(px(12))
        for name, part in self._parts.items():
            part.load(self._given.get(name))
            part.changed.connect(self.changed)
            stack.addWidget(part)
            stack.addWidget(self.offers[name])
        stack.addWidget(self.heard_by)
        self.show_scene()
        return inside
