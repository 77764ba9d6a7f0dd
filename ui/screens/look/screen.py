"""The screen on which a worker chooses colours and text size. Small enough to have its view and its deeds in one."""

from __future__ import annotations

from ui.look import Look
from ui.screens.screen import Screen
from ui.shell import Shell
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.column import Column
from ui.widgets.text import label


def make(shell: Shell) -> Screen:
    """Two choices that take effect at once."""
    view = LookView(shell.look)
    return Screen(view, enter=lambda: None, leave=lambda: None)


class LookView(Column):
    """The choices, with what is chosen now."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.colours = ChoiceField(self.tr("Colours"), {
            "system": self.tr("As the laptop has them"), "light": self.tr("Light"), "dark": self.tr("Dark"),
            "high": self.tr("Strong contrast"),
        }, must_choose=True)  # fmt: skip
        sizes = {"100": self.tr("Normal"), "150": self.tr("Half as large again"), "200": self.tr("Twice as large")}
        self.text_size = ChoiceField(
            self.tr("Size of the text"), sizes, hint=self.tr("Ctrl and + makes it larger, Ctrl and - smaller."),
            must_choose=True,
        )  # fmt: skip
        self.colours.load(look.settings.colours)
        self.text_size.load(str(look.settings.text_size))
        card = Card()
        for field in (self.colours, self.text_size):
            card.put(field)
        self.put(label(self.tr("How it looks"), "title"))
        self.put(card)
        self.colours.changed.connect(lambda: look.choose("colours", self.colours.value()))
        self.text_size.changed.connect(lambda: look.choose("text_size", int(self.text_size.value() or "100")))
