"""What can go wrong in the world below: one family, each with the number a script sees and one sentence for a person.

Not for our own bugs: those stay ordinary exceptions and reach the outermost door.
"""

from __future__ import annotations

from typing import ClassVar


class Failure(Exception):
    """Something a person can be told about: what happened, whether the data is safe, what to do next.

    `sentence` is a whole plain-English sentence or two with {placeholders}; `values` fill them. Neither may
    hold personal data, key material or record text: exceptions end up in logs.
    """

    code: ClassVar[int] = 7

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence.format(**values) if values else sentence)
        self.sentence = sentence
        self.values = values


class WrongSecret(Failure):
    """The passphrase or recovery code does not open this vault. Nothing is counted, nothing is erased."""

    code = 3


class Damaged(Failure):
    """Something stored does not read back as it was written, or was put there by somebody else."""

    code = 4


class InUse(Failure):
    """Another program holds this vault."""

    code = 5


class NewerFormat(Failure):
    """A later version of the program wrote this."""

    code = 6


class StorageTrouble(Failure):
    """The disk is full, missing, read-only or not ours to write."""

    code = 7


class BadInput(Failure):
    """What was entered cannot be taken as it is; `sentence` says what to enter instead."""

    code = 8


class Conflict(Failure):
    """The record was changed since it was read. Nothing was written."""

    code = 8


class Stopped(Failure):
    """Nobody wants it any longer, so it ended before it was done. Nothing was changed; there is nothing to tell."""

    code = 8

    def __init__(self) -> None:
        super().__init__("This was stopped before it was done. Nothing was changed.")
