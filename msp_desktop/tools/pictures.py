"""Which pictures there are: their names, from resources/pictures. Draws nothing."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from msp_desktop import yaml_text


@cache
def known_pictures() -> frozenset[str]:
    """The name of every bundled picture."""
    text = files("resources").joinpath("pictures/pictures.yaml").read_text("utf-8")
    return frozenset(yaml_text.read(text).value)
