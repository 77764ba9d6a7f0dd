"""Every key of the window, declared once: the shortcuts are made from it, and so is the page that tells them.

Enter, Tab and the arrow keys belong to the widget that has the keyboard and are not in here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from msp_desktop.translation import tr
from ui.shell import HELP, PAPER

EVERYWHERE, VISIT = tr("Everywhere"), tr("On the page of a visit")


class Key(NamedTuple):
    """One thing that keys do: any of `keys` does it, or each one the next of a row where `is_row`.

    `page` is the name of the page that they open, and there is no such key where there is no such page.
    """

    keys: tuple[str, ...]
    words: str
    place: str = EVERYWHERE
    page: str = ""
    is_row: bool = False

    @property
    def told(self) -> str:
        """The keys as people write them."""
        names = [QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in self.keys]
        if self.is_row:
            return tr("{first} to {last}").format(first=names[0], last=names[-1])
        return ", ".join(names)

    def is_pressed(self, event: QKeyEvent) -> bool:
        """Whether it is one of these."""
        return QKeySequence(event.keyCombination()) in [QKeySequence(each) for each in self.keys]


KEYS = {
    "hide": Key(("F9", "Ctrl+Space"), tr("Hide everything at once")),
    "lock": Key(("Ctrl+L",), tr("Save and lock")),
    "pages": Key(tuple(f"Alt+{place}" for place in range(1, 9)), tr("Open a page, counted from the top"), is_row=True),
    "search": Key(("Ctrl+F",), tr("Search"), page="search"),
    "new": Key(("Ctrl+N",), tr("A new visit: enter what the person likes to be called")),
    "print": Key(("Ctrl+P",), tr("Print"), page=PAPER),
    "panes": Key(("F6",), tr("Move between the names of the pages and the page")),
    "back": Key(("Esc",), tr("Go back")),
    "keys": Key(("?", "F1"), tr("Show this page, while you are not writing"), page=HELP),
    "larger": Key(("Ctrl++", "Ctrl+="), tr("Larger text")),
    "smaller": Key(("Ctrl+-",), tr("Smaller text")),
    "only_us": Key(("F7",), tr("Only us now"), VISIT),
    "they_came_in": Key(("F8",), tr("They came in"), VISIT),
    "next_step": Key(("Ctrl+PgDown",), tr("The next step"), VISIT),
    "last_step": Key(("Ctrl+PgUp",), tr("The step before"), VISIT),
    "kinds": Key(
        tuple(f"Ctrl+{place}" for place in range(1, 6)), tr("Choose what kind of line it is"), VISIT, is_row=True
    ),
}  # fmt: skip


def bind(parent: QWidget, name: str, act: Callable[[], object]) -> None:
    """Make the keys of that name do something while this part of the window is shown."""
    for each in KEYS[name].keys:
        _bind(parent, each, act)


def bind_row(parent: QWidget, name: str, acts: Sequence[Callable[[], object]]) -> None:
    """Give each key of a row its own thing to do, as far as there are keys."""
    for each, act in zip(KEYS[name].keys, acts, strict=False):
        _bind(parent, each, act)


def bind_within(widget: QWidget, key: Qt.Key, act: Callable[[], object]) -> None:
    """A key that means something inside one widget alone, such as an arrow in its field. It is on no page of keys."""
    made = QShortcut(QKeySequence(key), widget, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(lambda: act())


def key_for(name: str, place: int = 0) -> str:
    """One key as people write it, for the hint over its button; "" where the row has no more."""
    keys = KEYS[name].keys
    return QKeySequence(keys[place]).toString(QKeySequence.SequenceFormat.NativeText) if place < len(keys) else ""


def _bind(parent: QWidget, keys: str, act: Callable[[], object]) -> None:
    QShortcut(QKeySequence(keys), parent).activated.connect(lambda: act())
