"""Vaults for this room: an empty one with one person, made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from msp_desktop.workspace import Workspace
from tests import vaults


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "vault"
    vaults.make(folder)
    return folder


@pytest.fixture
def vault(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "vault"))


@pytest.fixture
def empty(vault: Path) -> Iterator[Workspace]:
    with vaults.opened(vault) as workspace:
        yield workspace
