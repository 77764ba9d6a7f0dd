"""One thing that is asked and told about a person: described once, for the form and for the lines that are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msp_desktop.practice.codes import CodeSet
from msp_desktop.record.marks import NAME_LENGTH
from msp_desktop.record.times import shown_day
from ui.widgets.checks_field import ChecksField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.day_field import DayField, is_day
from ui.widgets.field import Field
from ui.widgets.line_field import LineField
from ui.widgets.pick_field import PickField
from ui.widgets.words_field import WordsField

Fact = tuple[str, str]
"""What it is, and the words for it."""


@dataclass(frozen=True, slots=True)
class Item:
    """`name` is the field of the body, `label` its words, `make` the question, `told` the answer in words."""

    name: str
    label: str
    make: Callable[[], Field]
    told: Callable[[Any], str]


def fields_of(items: Iterable[Item]) -> dict[str, Field]:
    """The questions by name, in order."""
    return {each.name: each.make() for each in items}


def facts_of(items: Iterable[Item], values: Mapping[str, Any]) -> tuple[Fact, ...]:
    """What there is to read, in order; what is not known takes no room."""
    found = ((each.label, each.told(values[each.name])) for each in items if values.get(each.name))
    return tuple((label, words) for label, words in found if words.strip())


def line(name: str, label: str, *, hint: str = "", width: int = 0) -> Item:
    """A name or short line of at most 300 characters."""
    return Item(name, label, lambda: LineField(label, hint=hint, width=width, longest=NAME_LENGTH), str)


def words(name: str, label: str, *, hint: str = "", lines: int = 1) -> Item:
    """Free words."""
    return Item(name, label, lambda: WordsField(label, hint=hint, lines=lines), str)


def day(name: str, label: str, *, hint: str = "", is_past: bool = False) -> Item:
    """A day; what is none stays in the field, and with the draft."""
    return Item(name, label, lambda: DayField(label, hint=hint, keeps_typed=True, is_past=is_past), told_day)


def choice(name: str, label: str, codes: CodeSet, *, hint: str = "") -> Item:
    """One of a few."""
    return Item(name, label, lambda: ChoiceField(label, codes.labels, hint=hint), codes.label)


def pick(name: str, label: str, codes: CodeSet, *, hint: str = "") -> Item:
    """One of many."""
    return Item(name, label, lambda: PickField(label, codes.labels, hint=hint), codes.label)


def checks(name: str, label: str, codes: CodeSet, *, hint: str = "") -> Item:
    """Any number of a list."""
    return Item(name, label, lambda: ChecksField(label, codes.labels, hint=hint), lambda value: listed(value, codes))


def told_day(value: str) -> str:
    """A day as people read it; nothing for what is none."""
    return shown_day(value) if is_day(value) else ""


def listed(chosen: Sequence[str], codes: CodeSet) -> str:
    """Several codes in words."""
    return ", ".join(codes.label(each) for each in chosen)
