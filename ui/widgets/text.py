"""Words on the page: labels that wrap, never read their text as markup, and keep the height they need."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_HUSHED = "hushed"
ON_A_BUTTON = 20
"""Letters of a name that there is always room for on a button, which does not break its words."""
_LONG_WORD, _PIECE, _SHORT = re.compile(r"\S{25,}"), 10, 60
_JOINING = frozenset({"Mn", "Me", "Mc", "Cf", "Sk"})


def label(text: str = "", kind: str = "") -> QLabel:
    """A label; `kind` is title, heading, part, label, hint, caption or error, and plain text without one."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    if kind:
        made.setProperty("kind", kind)
    return made


def breakable(text: str) -> str:
    """The text with places to break a line inside words that are longer than any line, such as a hostile name."""
    return _LONG_WORD.sub(lambda word: "\u200b".join(_pieces(word[0])), text)


def shortened(text: str, *, most: int = 400) -> str:
    """What there is room for of words that somebody wrote, and breakable."""
    return breakable(text if len(text) <= most else text[: most - 1].rstrip() + "…")


def short(text: str, *, most: int = _SHORT) -> str:
    """The beginning of a text, for a heading, a button or a name by ear; about `most` letters."""
    return text if len(text) <= most else "".join(_pieces(text)[: most // _PIECE]) + "…"


def _pieces(text: str) -> list[str]:
    """Never between two letters that make one sign, such as a face and its colour."""
    pieces, since = [""], 0
    for before, char in zip(" " + text, text, strict=False):
        is_joined = unicodedata.category(char) in _JOINING or unicodedata.category(before) == "Cf"
        if since >= _PIECE and not is_joined:
            pieces, since = [*pieces, ""], 0
        pieces[-1] += char
        since += 1
    return pieces


def say(where: QLabel, text: str, kind: str = "hint") -> None:
    """Put a sentence into a label, in words and to a screen reader; an empty one takes the label away."""
    where.setVisible(bool(text))
    if (where.text(), where.property("kind")) == (text, kind):
        return
    where.setProperty("kind", kind)
    dress_again(where)
    where.setText(text)
    if text:
        announce(where, text, at_once=kind == "error")


def belongs_to(words: QLabel, control: QWidget) -> None:
    """Say whose label it is. From then on Qt takes an & in it for a key, so that it is doubled to be shown."""
    words.setText(words.text().replace("&", "&&"))
    words.setBuddy(control)


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Tell a screen reader something that was not brought about by moving the focus; `at_once` stops what it says."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 4 ms of names, and a start says nothing

    if widget.window().property(_HUSHED):
        return
    told = QAccessibleAnnouncementEvent(widget, text)
    if at_once:
        told.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(told)


def hush(window: QWidget, *, is_quiet: bool = True) -> None:
    """What is still answered to a page that was taken off the screen is not spoken."""
    window.setProperty(_HUSHED, is_quiet)


def dress_again(widget: QWidget) -> None:
    """Read the style sheet again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
