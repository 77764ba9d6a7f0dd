"""What travels: signed visits and what hangs on them, once; what is unfinished stays on the laptop."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from msp_desktop import demo
from msp_desktop.opening import open_vault
from msp_desktop.sync.exporting import Outbox, waiting
from msp_desktop.workspace import Workspace

COUNCIL, BREAK_GLASS = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert list(demo.make(folder))
    return folder / "vault"


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Iterator[Workspace]:
    workspace = open_vault(Path(shutil.copytree(made, tmp_path / "vault")), demo.PASSPHRASE)
    yield workspace
    workspace.close()


@pytest.fixture
def outbox(workspace: Workspace) -> Outbox:
    recipients = (str(COUNCIL.to_public()), str(BREAK_GLASS.to_public()))
    key = Ed25519PrivateKey.generate()
    return Outbox(workspace.store, workspace.folder / "outbox", "e1", key, "trial", recipients)


def revisions(path: Path) -> list[dict[str, object]]:
    with zipfile.ZipFile(path) as outer:
        payload = pyrage.decrypt(outer.read("payload.age"), [COUNCIL])
    with zipfile.ZipFile(io.BytesIO(payload)) as bag:
        name = next(each for each in bag.namelist() if each.endswith("revisions.ndjson"))
        return [json.loads(each) for each in bag.read(name).splitlines()]


def test_a_signed_visit_travels_with_its_person_and_a_planned_one_stays(outbox: Outbox, workspace: Workspace) -> None:
    sealed = outbox.pack()
    assert sealed is not None
    found = revisions(sealed.path)
    signed = [item.id for item in workspace.visits.list({"state": "complete"})]
    assert {item["entity"] for item in found if item["kind"] == "visit"} == set(signed)
    assert {"person", "visit", "practitioner"} <= {str(item["kind"]) for item in found}


def test_what_was_packed_is_not_packed_again(outbox: Outbox, workspace: Workspace) -> None:
    first = outbox.pack()
    assert outbox.pack() is None
    assert first is not None
    assert [bundle.digest for bundle in waiting(workspace.store)] == [first.digest]


def test_a_sealing_cut_short_is_built_again_under_its_own_number(outbox: Outbox, workspace: Workspace) -> None:
    (workspace.folder / "outbox").write_text("in the way of a folder", "utf-8")
    with pytest.raises(OSError, match="outbox"):
        outbox.pack()
    (workspace.folder / "outbox").unlink()
    sealed = outbox.pack()
    assert sealed is not None
    assert sealed.path.name.endswith("-e1-00000001.visit")
