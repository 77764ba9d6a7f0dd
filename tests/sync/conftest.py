"""Vaults for this room, made once and copied for each test: one with a person in it, one with a signed visit too."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest
import rfc8785

from msp_desktop import demo
from msp_desktop.sync import council
from msp_desktop.sync.trial_keys import make_trial_keys
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


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council's folder of trial keys."""
    folder = tmp_path_factory.mktemp("council")
    make_trial_keys(folder, now=datetime.now(UTC))
    return folder


@pytest.fixture
def identity(keys: Path) -> pyrage.x25519.Identity:
    """What opens a bundle at the council."""
    return pyrage.x25519.Identity.from_str((keys / "council.key").read_text("utf-8").splitlines()[-1])


@pytest.fixture(scope="session")
def signed_template(template: Path, keys: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(template, tmp_path_factory.mktemp("signed") / "vault"))
    with vaults.opened(folder) as workspace:
        demo.live_through(workspace)
        workspace.enrolment.enrol(*council.files(keys / "council.json"), agreed=lambda _: True)
    return folder


@pytest.fixture
def signed_vault(signed_template: Path, tmp_path: Path) -> Path:
    """A vault with a signed visit, a planned one, and the council of `keys` enrolled."""
    return Path(shutil.copytree(signed_template, tmp_path / "signed"))


@pytest.fixture
def workspace(signed_vault: Path) -> Iterator[Workspace]:
    with vaults.opened(signed_vault) as workspace:
        yield workspace


@pytest.fixture
def opened(identity: pyrage.x25519.Identity) -> Callable[[Path], zipfile.ZipFile]:
    def open_it(path: Path) -> zipfile.ZipFile:
        with zipfile.ZipFile(path) as outer:
            payload = pyrage.decrypt(outer.read("payload.age"), [identity])
        return zipfile.ZipFile(io.BytesIO(payload))

    return open_it


@pytest.fixture
def revisions(opened: Callable[[Path], zipfile.ZipFile]) -> Callable[[Path], list[dict[str, object]]]:
    def read(path: Path) -> list[dict[str, object]]:
        with opened(path) as bag:
            name = next(each for each in bag.namelist() if each.endswith("revisions.ndjson"))
            lines = bag.read(name).splitlines()
        assert all(rfc8785.dumps(json.loads(line)) == line for line in lines)
        return [json.loads(line) for line in lines]

    return read
