"""A whole vault at the program's level: how tests make one, open it and read it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.argon2_cost import FLOOR
from msp_desktop.opening import make_vault, open_vault
from msp_desktop.workspace import Workspace
from tests.db.vaults import CODE, PASSPHRASE

WORKER = "Ade Bello"


def make(folder: Path) -> None:
    """A closed vault at the cheapest cost with one person in it, called Margaret."""
    workspace = make_vault(folder, worker=WORKER, passphrase=PASSPHRASE, code=CODE, cost=FLOOR)
    workspace.people.new("Margaret")
    workspace.close()


@contextmanager
def opened(folder: Path) -> Iterator[Workspace]:
    """The vault in a folder, locked again afterwards."""
    workspace = open_vault(folder, PASSPHRASE)
    try:
        yield workspace
    finally:
        workspace.close()


def names(folder: Path) -> list[str]:
    """What the people in it are called, in order of arrival."""
    with opened(folder) as workspace:
        return [person.body.call_me for person in workspace.people.list()]
