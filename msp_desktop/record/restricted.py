"""What a note must not give away: the words of the safe contact, replaced wherever they stand. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from msp_desktop.record.kind import texts
from msp_desktop.record.safe_contact import SafeContact
from msp_desktop.translation import tr

SHORTEST = 4
"""Shorter words, such as "no" or "am", would blot out ordinary sentences."""

_GAP = r"[\s-]*"
_WORDS = (
    "number", "email", "who_may_answer", "cover_story", "code_word_ok", "code_word_danger", "safe_place",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Restricted:
    """The words of one safe contact, kept out of sight. `is_set` says that there is one."""

    is_set: bool = False
    words: tuple[str, ...] = field(default=(), repr=False)

    def hidden(self, text: str) -> str:
        """The text with every such word replaced, in any case and however its digits are spaced."""
        for word in self.words:
            text = re.sub(_pattern(word), tr("see restricted"), text, flags=re.IGNORECASE)
        return text


def restricted_words(safe_contact: SafeContact | None) -> Restricted:
    """What to keep out of a note, longest words first so that none is replaced in part."""
    if safe_contact is None:
        return Restricted()
    words = [getattr(safe_contact, name) for name in _WORDS]
    words += [text for each in safe_contact.from_tools for text in texts(each.value)]
    found = {word.strip() for word in words if len(word.strip()) >= SHORTEST}
    return Restricted(is_set=True, words=tuple(sorted(found, key=len, reverse=True)))


def _pattern(word: str) -> str:
    together = re.sub(r"[\s-]+", " ", word)
    spaced = "".join(_GAP if char == " " else re.escape(char) + _GAP * char.isdigit() for char in together)
    return rf"(?<!\w){spaced.removesuffix(_GAP)}(?!\w)"
