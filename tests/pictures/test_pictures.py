"""Pictures in the documents are taken by a command, and the same command gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import time_machine
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from msp_desktop import demo
from tests.pictures.scenes import SCENES
from tests.pictures.stage import LookOf, stage
from ui import theme
from ui.tokens import DARK, LIGHT

DAY = datetime(2026, 10, 24, 7, 50, tzinfo=UTC)
SOME = ("today", "search", "search-alone", "settings", "visit-before", "visit-not-made", "visit-here", "visit-alone")


def taken(app: QApplication, folder: Path, clock: time_machine.Traveller) -> list[bytes]:
    """Some pictures of a demo made for them."""
    clock.move_to(DAY)
    look = LookOf("dark", DARK, 1.0, QSize(1024, 600))
    list(demo.make_short(folder))
    with stage(app, folder / "vault", look, clock) as on:
        for name in SOME:
            SCENES[name](on)
            on.grab(folder / f"{name}.png")
    return [(folder / f"{name}.png").read_bytes() for name in SOME]


def test_the_same_command_takes_the_same_pictures(qapp: QApplication, tmp_path: Path) -> None:
    with time_machine.travel(DAY, tick=False) as clock:
        first, second = taken(qapp, tmp_path / "one", clock), taken(qapp, tmp_path / "two", clock)
    theme.apply(qapp, LIGHT)
    assert first == second
    assert len(set(first)) == len(SOME)
