"""A tool's words in another language, or in Easy Read: the same definition, said otherwise. Asks and decides nothing.

The strings lie in resources/tools/strings, one file for each tool and language, English sentence by English sentence,
for every version of the tool. They are no part of what is released: a better translation changes no answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast

import msgspec

from msp_desktop import yaml_text
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.shape import Said, Strict
from msp_desktop.translation import tr

ENGLISH, EASY_READ = "en", "easy"
LANGUAGES: Mapping[str, str] = {
    ENGLISH: tr("English"),
    "cy": tr("Welsh (Cymraeg)"),
    "ar": tr("Arabic (العربية)"),
    "ur": tr("Urdu (اردو)"),
}
"""What paper can be written in, each also by its own name."""

_MAIN_WORDS = ("ask", "label", "words")
_T = TypeVar("_T")


class Pictured(Strict, frozen=True, kw_only=True):
    """A sentence, and the picture that stands beside it."""

    words: Said
    picture: str


class Strings(Strict, frozen=True, kw_only=True):
    """One tool in one language. `checked` says that a speaker has read it; `words` go by what the English says."""

    checked: bool
    words: dict[Said, Said | Pictured]


def languages(tool: Definition) -> tuple[str, ...]:
    """The languages that a tool can be printed in, English first."""
    found = (each for each in LANGUAGES if each != ENGLISH and strings(tool.key, each) is not None)
    return (ENGLISH, *(found if tool.is_ours else ()))


def has_easy_read(tool: Definition) -> bool:
    """Whether a tool is written in Easy Read."""
    return tool.is_ours and strings(tool.key, EASY_READ) is not None


def said_in(tool: Definition, language: str) -> Definition:
    """The tool in another language, or in Easy Read with its pictures; what has no other words stays in English."""
    found = strings(tool.key, language) if tool.is_ours and language != ENGLISH else None
    return tool if found is None else _said(tool, found.words)


def is_checked(tool: Definition, language: str) -> bool:
    """Whether somebody who speaks the language has read the words; English always counts as read."""
    found = strings(tool.key, language) if language != ENGLISH else None
    return found is None or found.checked


@cache
def strings(key: str, language: str) -> Strings | None:
    """What resources hold for a tool in one language."""
    file = files("resources").joinpath("tools", "strings", language, f"{key}.yaml")
    if not file.is_file():
        return None
    return msgspec.convert(yaml_text.read(file.read_text("utf-8")).value, Strings, strict=True)


def _said(value: _T, words: Mapping[str, str | Pictured]) -> _T:
    """A part of a definition with its words replaced; keys, codes and conditions are other types of text."""
    made: Any = value
    if isinstance(value, msgspec.Struct):
        parts = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: _part(name, part, words) for name, part in parts.items()}
        picture = next((words.get(parts[name]) for name in _MAIN_WORDS if name in parts), None)
        if isinstance(picture, Pictured) and "picture" in parts:
            changed["picture"] = picture.picture
        made = msgspec.structs.replace(value, **changed)
    return cast(_T, made)


WORDED = frozenset(
    {"title", "purpose", "neutral_title", "ask", "label", "says", "words", "row_name", "low", "high", "unit", "centre"}
    | {"line"}
)
"""The parts of a definition that are said to the person, on paper or in a letter that is drafted."""


def _part(name: str, part: Any, words: Mapping[str, str | Pictured]) -> Any:  # noqa: ANN401 - any part
    if isinstance(part, tuple):
        return tuple(_part(name, each, words) for each in part)
    if not isinstance(part, str):
        return _said(part, words)
    found = words.get(part) if name in WORDED else None
    return part if found is None else found.words if isinstance(found, Pictured) else found
