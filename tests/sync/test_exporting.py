"""What travels: signed visits and what hangs on them, once; what is unfinished stays on the laptop."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from msp_desktop import demo
from msp_desktop.errors import Damaged
from msp_desktop.images.picture import Picture
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


def opened(path: Path) -> zipfile.ZipFile:
    with zipfile.ZipFile(path) as outer:
        payload = pyrage.decrypt(outer.read("payload.age"), [COUNCIL])
    return zipfile.ZipFile(io.BytesIO(payload))


def revisions(path: Path) -> list[dict[str, object]]:
    with opened(path) as bag:
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


def photos(path: Path) -> dict[str, bytes]:
    with opened(path) as bag:
        found = [each for each in bag.infolist() if "/data/files/" in each.filename]
        assert all(each.compress_type == zipfile.ZIP_STORED for each in found)
        return {each.filename.rpartition("/")[2]: bag.read(each) for each in found}


def photo() -> Picture:
    data = os.urandom(200_000)
    return Picture(data=data, media_type="image/jpeg", thumbnail=b"small", original_sha256="", claimed_taken_at="")


def test_photos_travel_once_with_their_signed_visit(outbox: Outbox, workspace: Workspace) -> None:
    signed, planned = (workspace.visits.list({"state": state})[0].id for state in ("complete", "planned"))
    kept = photo()
    added = workspace.attachments.add_to_visit(signed, kept)
    workspace.attachments.add_to_visit(planned, photo())
    sealed = outbox.pack()
    assert sealed is not None and photos(sealed.path) == {added.body.file: kept.data}
    workspace.attachments.save(added, replace(added.body, caption="The hall"))
    again = outbox.pack()
    assert again is not None and photos(again.path) == {}


def test_a_photo_that_was_taken_out_stays_and_its_history_travels(outbox: Outbox, workspace: Workspace) -> None:
    visit = workspace.visits.list({"state": "complete"})[0].id
    added = workspace.attachments.add_to_visit(visit, photo())
    workspace.attachments.delete(added, "She asked for it")
    sealed = outbox.pack()
    assert sealed is not None and photos(sealed.path) == {}
    assert [item["entity"] for item in revisions(sealed.path)].count(added.id) == 2


def test_a_damaged_photo_stops_the_packing_until_it_is_taken_out(outbox: Outbox, workspace: Workspace) -> None:
    added = workspace.attachments.add_to_visit(workspace.visits.list({"state": "complete"})[0].id, photo())
    path = workspace.folder / "attachments" / added.body.file[:2] / added.body.file
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(Damaged, match="nothing was packed"):
        outbox.pack()
    assert list(outbox.folder.iterdir()) == []
    workspace.attachments.delete(added, "Damaged")
    sealed = outbox.pack()
    assert sealed is not None and sealed.path.name.endswith("-00000001.visit")
