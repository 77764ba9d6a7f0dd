"""How screens are dressed for the audit: colours, size of text and, once, from right to left. Asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.tokens import DARK, HIGH, LIGHT, Colours


@dataclass(frozen=True)
class Look:
    """One way to dress every screen; `is_mirrored` as where people read from right to left."""

    colours: Colours
    scale: float
    is_mirrored: bool = False

    def __str__(self) -> str:
        names = {id(LIGHT): "light", id(DARK): "dark", id(HIGH): "high contrast"}
        mirrored = ", right to left" if self.is_mirrored else ""
        return f"{names[id(self.colours)]} {self.scale:.0%}{mirrored}"

    def put_on(self, app: QApplication) -> None:
        """Dress the whole program."""
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if self.is_mirrored else Qt.LayoutDirection.LeftToRight)
        theme.apply(app, self.colours, scale=self.scale)


FEW = (
    Look(LIGHT, 1.0), Look(DARK, 1.5), Look(LIGHT, 2.0), Look(HIGH, 1.0), Look(HIGH, 2.0),
    Look(LIGHT, 1.0, is_mirrored=True),
)  # fmt: skip
"""Every size of text and every set of colours, once each; for what is looked at piece by piece."""

ALL = (*FEW, Look(DARK, 1.0), Look(LIGHT, 1.5), Look(DARK, 2.0), Look(HIGH, 1.5), Look(DARK, 2.0, is_mirrored=True))
"""For whole screens."""


def dressed(app: QApplication, look: Look) -> Iterator[Look]:
    """The program in one look, and afterwards as it was; for a fixture."""
    look.put_on(app)
    yield look
    Look(LIGHT, 1.0).put_on(app)


@pytest.fixture(params=FEW, ids=str)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Look]:
    """Each of the few looks in turn."""
    yield from dressed(qapp, request.param)
