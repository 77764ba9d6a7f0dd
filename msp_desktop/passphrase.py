"""How hard a new passphrase is to guess, and one made of words by chance. What a guess costs is the vault's to say."""

from __future__ import annotations

import secrets
import unicodedata
from enum import Enum
from functools import cache
from importlib.resources import files

from msp_desktop.errors import BadInput
from msp_desktop.translation import tr

SHORTEST = 12
"""Characters of a passphrase, at the least."""

WORDS = 5
"""How many words a proposed passphrase has: five of 1,502 are worth 52 bits, with each guess at most of a second."""

_LOOKED_AT = 72  # zxcvbn takes longer and longer beyond this
_STRONG = 4  # zxcvbn's "strong protection from offline slow-hash scenario": over 10^10 guesses; a thief is offline


class Strength(Enum):
    """What there is to say of a passphrase."""

    SHORT = "short"
    GUESSABLE = "guessable"
    STRONG = "strong"


def strength(passphrase: str, *, known: str = "") -> Strength:
    """How hard a passphrase is to guess; `known` are words about its owner, such as a name, that count as guessed."""
    if len(unicodedata.normalize("NFKC", passphrase)) < SHORTEST:
        return Strength.SHORT
    return Strength.STRONG if _score(passphrase, known) >= _STRONG else Strength.GUESSABLE


def refuse_weak(passphrase: str, *, known: str = "") -> None:
    """Raises BadInput, with one piece of advice, for a passphrase that a thief could guess."""
    found = strength(passphrase, known=known)
    if found is Strength.SHORT:
        raise BadInput(
            tr("This passphrase is too short. Nothing was changed. Use four or five words, at least {n} characters."),
            n=SHORTEST,
        )
    if found is Strength.GUESSABLE:
        raise BadInput(
            tr(
                "This passphrase is easy to guess. Nothing was changed."
                " Use four or five words that have nothing to do with you or with each other."
            )
        )


def proposed() -> str:
    """A passphrase of words drawn by chance, with spaces between; different every time and kept nowhere."""
    return " ".join(secrets.choice(words()) for _ in range(WORDS))


@cache
def words() -> tuple[str, ...]:
    """The words that passphrases are proposed from, our own list."""
    return tuple(files("resources").joinpath("words", "english.txt").read_text("utf-8").split())


def _score(passphrase: str, known: str) -> int:
    from zxcvbn import zxcvbn  # here: its word lists take a moment that opening a vault does not have

    guessed = [known, known.replace(" ", ""), *known.split()]
    return int(zxcvbn(passphrase[:_LOOKED_AT], user_inputs=guessed)["score"])
