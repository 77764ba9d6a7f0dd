"""Marks sentences for translation without Qt. `ui` translates them; the command line prints them as they are."""

from __future__ import annotations


def tr(sentence: str) -> str:
    """The sentence itself: a marker that the collector of translatable sentences looks for."""
    return sentence
