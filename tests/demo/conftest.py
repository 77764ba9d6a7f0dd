"""The whole demo, made once on a fixed day and from a fixed seed, and opened for reading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from msp_desktop import demo
from msp_desktop.opening import open_vault
from msp_desktop.workspace import Workspace

TODAY, SEED = date(2026, 11, 25), "lantern"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Its folder, and what it said of itself."""
    folder = tmp_path_factory.mktemp("demo")
    return folder, list(demo.make(folder, today=TODAY, seed=SEED))


@pytest.fixture(scope="session")
def workspace(made: tuple[Path, list[str]]) -> Iterator[Workspace]:
    with closing(open_vault(made[0] / "vault", demo.PASSPHRASE)) as opened:
        yield opened
