"""A definition that answers were given to: its YAML kept as it was, so that old answers open in their own
version.
"""

from __future__ import annotations

from dataclasses import dataclass

from msp_desktop.record.body import Body
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import Label


@dataclass(frozen=True, kw_only=True)
class Definition(Body):
    """One version of one tool, word for word."""

    key: Label
    version: int
    text: str
    sha256: Label
    title: Label = ""


DEFINITION = Kind("definition", Definition)
