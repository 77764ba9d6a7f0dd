"""The kinds of values that settings have: what fits, and how it is written in a file. No setting is named here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

LONGEST = 200
"""Letters of one text: more is a mistake."""


class Unfit(ValueError):
    """What was given is no value of this kind."""


class Kind(Protocol[T_co]):
    """Reads what stands in a settings file or policy."""

    def read(self, given: object) -> T_co:
        """The value. Raises Unfit; guesses nothing."""
        ...


class OneOf(Generic[T]):
    """One of a few values, each with its words on screen."""

    def __init__(self, choices: Mapping[T, str]) -> None:
        self.choices = choices

    def read(self, given: object) -> T:
        """The value that is offered and of the same type: True is not 1."""
        for value in self.choices:
            if value == given and type(value) is type(given):
                return value
        raise Unfit


class Number:
    """A whole number between two limits, both allowed."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def read(self, given: object) -> int:
        """The number within its limits."""
        if type(given) is int and self.low <= given <= self.high:
            return given
        raise Unfit


class Several:
    """Any of a few codes, each with its words on screen."""

    def __init__(self, choices: Mapping[str, str]) -> None:
        self.choices = choices

    def read(self, given: object) -> tuple[str, ...]:
        """The codes, in the order they are offered."""
        codes = _texts(given)
        if not set(codes) <= set(self.choices):
            raise Unfit
        return tuple(code for code in self.choices if code in codes)


class DutyNumber(NamedTuple):
    """Somebody to ring: who they are, and the number as people write it."""

    name: str
    number: str

    @classmethod
    def of(cls, text: str) -> DutyNumber:
        """Read from `Duty team: 01632 960001`. Raises Unfit without a name or without three digits."""
        name, _, number = (part.strip() for part in text.rpartition(":"))
        if not name or not 3 <= sum(letter.isdigit() for letter in number) <= 20:
            raise Unfit
        return cls(" ".join(name.split()), " ".join(number.split()))

    def __str__(self) -> str:
        return f"{self.name}: {self.number}"


class DutyNumbers:
    """People to ring, each written as `Name: number`."""

    def __init__(self, most: int = 6) -> None:
        self.most = most

    def read(self, given: object) -> tuple[DutyNumber, ...]:
        """The people in their order."""
        texts = _texts(given)
        if len(texts) > self.most:
            raise Unfit
        return tuple(DutyNumber.of(text) for text in texts)


class Folder:
    """One folder by its whole path, or "" for none."""

    def read(self, given: object) -> str:
        """The path; whether the folder is there is asked when it is used."""
        (text,) = _texts([given])
        if text and not Path(text).is_absolute():
            raise Unfit
        return text


class WordOrFolder:
    """One of a few words, each with its words on screen, or a folder by its whole path."""

    def __init__(self, choices: Mapping[str, str]) -> None:
        self.choices = choices

    def read(self, given: object) -> str:
        """The word or the path."""
        if isinstance(given, str) and given in self.choices:
            return given
        if not (path := Folder().read(given)):
            raise Unfit
        return path


class Folders:
    """Any number of folders by their whole paths."""

    def read(self, given: object) -> tuple[str, ...]:
        """The paths. Raises Unfit where one of them is no whole path."""
        found = tuple(Folder().read(text) for text in _texts(given))
        if not all(found):
            raise Unfit
        return found


def plain(value: object) -> object:
    """A value as a file holds it; every kind reads it back."""
    return [str(each) for each in value] if isinstance(value, tuple) else value


def _texts(given: object) -> list[str]:
    if not isinstance(given, (list, tuple)):
        raise Unfit
    texts = [text for text in given if isinstance(text, str) and len(text) <= LONGEST and text.isprintable()]
    if len(texts) != len(given):
        raise Unfit
    return texts
