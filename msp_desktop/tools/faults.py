"""One fault of a file of content: file, line, what is wrong and what to do; and sentences for faults of its shape."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msp_desktop.errors import BadInput
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class Fault:
    """Where, what, and the remedy."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return tr("{file}, line {line}: {what} {remedy}").format(
            file=self.file, line=self.line, what=self.what, remedy=self.remedy
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A fault at a path of the definition, such as `$.sections[0].fields[2]`."""

    path: str
    what: str
    remedy: str


class Faulty(BadInput):
    """A file that cannot be used, with every fault that was found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


_SHAPES = (
    (
        r"unknown field `(?P<word>[^`]*)`",
        tr("The word “{word}” is not known here."),
        tr("Check its spelling, or take it out."),
    ),
    (r"missing required field `(?P<word>[^`]*)`", tr("“{word}” is missing here."), tr("Add it.")),
    (
        r"Invalid value '(?P<word>[^']*)'",
        tr("There is no field type “{word}”."),
        tr(
            "Use text, long, quote, pick, multi, scale, yes_no, date, when, number, person, people, row, spot, sketch,"
            " signature, rows or computed."
        ),
    ),
    (
        r"Invalid enum value '?(?P<word>[^'`]*)'?",
        tr("“{word}” is not one of the words that may stand here."),
        tr("Look up which words may stand here."),
    ),
    (
        r"Expected `str`, got `(?P<word>int|float|bool)`",
        tr("A text is wanted here, and a number or truth value stands here."),
        tr("Put it in quotes."),
    ),
    (
        r"matching regex",
        tr("This key has a form that cannot be used."),
        tr("Use small letters, digits and underscores, a letter first, at most 40."),
    ),
    (r"length >= 1", tr("Nothing stands here."), tr("Write something, or take the line out.")),
    (r"length <= (?P<word>\d+)", tr("This is longer than {word} characters."), tr("Say it in fewer words.")),
)


def remedy_for(message: str) -> tuple[str, str]:
    """What is wrong and what to do, from the words of the shape checker."""
    for pattern, what, remedy in _SHAPES:
        if found := re.search(pattern, message):
            return what.format(**found.groupdict()), remedy
    return tr("This does not have the form that is needed here."), tr("Compare it with one that works.")


def shape_fault(message: str, lines: Mapping[str, int], file: str, *, at: str = "$") -> Fault:
    """The fault that the shape checker tells of, for what stands at a path of the file."""
    found = re.search(r" - at `\$([^`]*)`$", message)
    path = at + (found[1] if found else "")
    if unknown := re.search(r"unknown field `([^`]*)`", message):
        path = f"{path}.{unknown[1]}"  # the message names the place around the word
    what, remedy = remedy_for(message)
    return Fault(file, line_of(lines, path), what, remedy)


def line_of(lines: Mapping[str, int], path: str) -> int:
    """The line of a path, or of the nearest thing around it."""
    while path not in lines and path != "$":
        path = re.sub(r"(\.[^.\[]+|\[[^\]]*\])$", "", path) or "$"
    return lines.get(path, 1)
