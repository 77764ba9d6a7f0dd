"""Words that paper adds by itself, from resources/i18n. Words of a tool come with its definition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from msp_desktop import yaml_text
from msp_desktop.tools.strings import ENGLISH


@cache
def wording(language: str = ENGLISH) -> Mapping[str, str]:
    """Every word of a language by its name; a word that a language lacks is the English one."""
    room = files("resources").joinpath("i18n")
    names = dict.fromkeys((ENGLISH, language))
    found = [yaml_text.read(room.joinpath(f"{name}.yaml").read_text("utf-8")).value for name in names]
    return {key: words for each in found for key, words in each["paper"].items()}


def day_in(language: str, day: str) -> str:
    """An ISO day as people read it in a language: 14 Oct 2026. The digits stay those that letters in Britain use."""
    words, found = wording(language), date.fromisoformat(day)
    return words["day"].format(day=found.day, month=words["months"].split()[found.month - 1], year=found.year)
