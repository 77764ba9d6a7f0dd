"""Which pictures there are: their names, from resources/pictures. Draws nothing."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ruamel.yaml import YAML


@cache
def known_pictures() -> frozenset[str]:
    """The name of every bundled picture."""
    text = files("resources").joinpath("pictures/pictures.yaml").read_text("utf-8")
    return frozenset(YAML(typ="safe", pure=True).load(text))
