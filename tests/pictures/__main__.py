"""`python -m tests.pictures FOLDER`: every screen and every sheet, the same to the byte from run to run."""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import time_machine
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from msp_desktop import demo
from msp_desktop.opening import open_vault
from tests.pictures import empty, paper
from tests.pictures.door import DOOR
from tests.pictures.empty import EMPTY
from tests.pictures.scenes import SCENES
from tests.pictures.stage import LookOf, stage, write
from ui import theme
from ui.tokens import DARK, LIGHT

DAY, SEED = datetime(2026, 10, 14, 7, 50, tzinfo=ZoneInfo("Europe/London")), "pictures"
LOOKS = (
    LookOf("light", LIGHT, 1.0, QSize(1180, 760)),
    LookOf("dark", DARK, 1.0, QSize(1180, 760)),
    LookOf("large", LIGHT, 2.0, QSize(1024, 600)),
)


def main(folder: Path) -> int:
    """Write every picture into `folder`; what was there before goes."""
    for part in ("screens", "sheets"):
        shutil.rmtree(folder / part, ignore_errors=True)
        (folder / part).mkdir(parents=True)
    app = QApplication([])
    with time_machine.travel(DAY, tick=False) as clock, tempfile.TemporaryDirectory() as place:
        list(demo.make(Path(place), today=DAY.date(), seed=SEED))
        for look in LOOKS:
            clock.move_to(DAY)
            screens(app, Path(place) / "vault", look, folder=folder / "screens", clock=clock)
        clock.move_to(DAY)
        with closing(open_vault(Path(place) / "vault", demo.PASSPHRASE)) as workspace:
            paper.draw(workspace, folder / "sheets")
    return 0


def screens(
    app: QApplication, vault: Path, look: LookOf, *, folder: Path, clock: time_machine.Traveller
) -> None:  # fmt: skip
    """Every screen in one look, on a vault of its own: some scenes write into it."""
    door(app, look, folder)
    with tempfile.TemporaryDirectory() as room:
        copy = Path(shutil.copytree(vault, Path(room) / "vault"))
        for there, scenes in ((empty.make(Path(room) / "new"), EMPTY), (copy, SCENES)):
            with stage(app, there, look, clock) as on:
                for name, lead_to in scenes.items():
                    lead_to(on)
                    on.grab(folder / f"{name}-{look.name}.png")


def door(app: QApplication, look: LookOf, folder: Path) -> None:
    """The screens before the records."""
    theme.apply(app, look.colours, scale=look.scale)
    for name, make in DOOR.items():
        view = make()
        view.resize(look.size)
        view.show()
        for _ in range(5):
            app.processEvents()
        write(view, folder / f"{name}-{look.name}.png")
        view.close()
        view.deleteLater()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
