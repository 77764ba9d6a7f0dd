"""The window on a new vault: what each page says while nothing is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from db.argon2_cost import FLOOR
from db.recovery_code import new_code
from msp_desktop import demo
from msp_desktop.opening import make_vault
from tests.pictures.stage import Stage
from ui.widgets.column import Column


def make(folder: Path) -> Path:
    """A vault with nobody in it, opened with the passphrase of the demo."""
    make_vault(folder, worker="Ade Bello", passphrase=demo.PASSPHRASE, code=new_code(), cost=FLOOR).close()
    return folder


def page(name: str) -> Callable[[Stage], None]:
    """One page of the rail."""

    def lead_to(on: Stage) -> None:
        view = on.go(name)
        if isinstance(view, Column):
            view.verticalScrollBar().setValue(0)
        on.inside.notice.hide()  # it tells of the disk of the laptop on which the pictures are taken

    return lead_to


EMPTY: Mapping[str, Callable[[Stage], None]] = {
    f"new-{name}": page(name) for name in ("today", "people", "visit", "tools", "paper", "outbox", "search")
}
"""Names of pictures and how to get there."""
