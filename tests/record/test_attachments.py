"""Pictures in a real vault: kept with what they belong to, found again whole, readable nowhere else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db import checking
from db.argon2_cost import FLOOR
from db.recovery_code import new_code
from db.restore import restore
from db.slots import Passphrase
from msp_desktop.commands.vaults import check
from msp_desktop.errors import BadInput, Damaged, FaultsFound, StorageTrouble
from msp_desktop.images.picture import Picture, picture_of
from msp_desktop.opening import make_vault, open_vault, workspace_of
from msp_desktop.record.attachment import Attachment
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import Record
from msp_desktop.workspace import Workspace
from tests.db.vaults import CODE, NOW, PASSPHRASE
from tests.images.pictures import MARKER, photo, shown

ORIGINAL = photo((900, 600), noise=True)


@pytest.fixture(scope="module")
def picture() -> Picture:
    return picture_of(ORIGINAL)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "vault"
    make_vault(folder, worker="Ade Bello", passphrase=PASSPHRASE, code=CODE, cost=FLOOR).close()
    return folder


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Iterator[Workspace]:
    workspace = open_vault(Path(shutil.copytree(made, tmp_path / "vault")), PASSPHRASE)
    yield workspace
    workspace.close()


def visit_of(workspace: Workspace) -> RecordId:
    return workspace.visits.start_unplanned(workspace.people.new("Zoë").id).id


def add(workspace: Workspace, picture: Picture, *, caption: str = "") -> Record[Attachment]:
    return workspace.attachments.add_to_visit(visit_of(workspace), picture, caption=caption)


def sealed_files(workspace: Workspace) -> list[Path]:
    return [path for path in (workspace.folder / "attachments").rglob("*") if path.is_file()]


def test_a_picture_stands_with_its_visit_and_comes_back_whole(workspace: Workspace, picture: Picture) -> None:
    added = add(workspace, picture, caption="The hall, with the walking frame")
    visit = workspace.visits.get(added.body.visit or RecordId(""))
    assert workspace.attachments.of_visit(visit.id) == workspace.attachments.of_person(visit.body.person) == (added,)
    assert workspace.attachments.image(added) == picture.data
    assert shown(workspace.attachments.thumbnail(added) or b"").size == (360, 240)
    assert added.body.segment == visit.body.segments[-1].id
    assert (added.body.original_sha256, added.body.claimed_taken_at) == (
        picture.original_sha256,
        "2026-10-14T09:20:31+01:00",
    )


def test_a_caption_is_found_by_its_words_and_can_be_changed(workspace: Workspace, picture: Picture) -> None:
    added = add(workspace, picture, caption="walking frame")
    changed = workspace.attachments.save(added, replace(added.body, caption="stair rail"))
    with workspace.store.reading() as look:
        assert [hit.id for hit in look.search("stair rail")] == [added.id] and look.search("walking frame") == []
    assert workspace.attachments.image(changed) == picture.data


def test_a_picture_of_a_person_needs_no_visit(workspace: Workspace, picture: Picture) -> None:
    person = workspace.people.new("Zoë").id
    added = workspace.attachments.add_to_person(person, picture)
    assert added.body.visit is None and workspace.attachments.of_person(person) == (added,)


def test_a_picture_taken_out_leaves_the_lists_with_its_reason_and_stays_in_the_history(
    workspace: Workspace, picture: Picture
) -> None:
    added = add(workspace, picture)
    with pytest.raises(BadInput, match="Say why"):
        workspace.attachments.delete(added, " ")
    gone = workspace.attachments.delete(added, "She asked for it")
    assert workspace.attachments.list() == ()
    assert len(workspace.attachments.history(added.id)) == 2 and workspace.attachments.image(gone) == picture.data


def test_what_cannot_be_saved_leaves_no_file(workspace: Workspace, picture: Picture) -> None:
    with pytest.raises(BadInput, match="too long"):
        add(workspace, picture, caption="x" * (5 * 1024 * 1024 + 1))
    with pytest.raises(BadInput, match="no such record"):
        workspace.attachments.add_to_visit(RecordId("nobody"), picture)
    with pytest.raises(BadInput, match="no such record"):
        workspace.attachments.add_to_person(RecordId("nobody"), picture)
    assert sealed_files(workspace) == [] and workspace.attachments.list() == ()


def test_a_damaged_picture_is_refused_and_the_check_says_which(workspace: Workspace, picture: Picture) -> None:
    added = add(workspace, picture)
    path = sealed_files(workspace)[0]
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(Damaged, match="records are safe"):
        workspace.attachments.image(added)
    assert workspace.attachments.faults() == [f"attachment {added.id}: its file is damaged"]
    path.unlink()
    told = check(workspace, rebuild=False)
    assert next(told) == f"attachment {added.id}: its file is missing"
    with pytest.raises(FaultsFound, match="found 1 fault"):
        list(told)


def test_a_backup_brings_back_a_lost_picture(workspace: Workspace, picture: Picture) -> None:
    added = add(workspace, picture)
    copy = workspace.vault.back_up(NOW).path
    workspace.close()
    shutil.rmtree(workspace.folder / "attachments")
    restore(workspace.folder, copy, Passphrase(PASSPHRASE), now=NOW)
    again = open_vault(workspace.folder, PASSPHRASE)
    assert again.attachments.image(added) == picture.data and again.attachments.faults() == []
    again.close()


def test_a_restore_keeps_the_pictures_of_the_records_it_moves_aside(workspace: Workspace, picture: Picture) -> None:
    copy = workspace.vault.back_up(NOW).path
    add(workspace, picture)
    kept = sealed_files(workspace)
    workspace.close()
    restore(workspace.folder, copy, Passphrase(PASSPHRASE), now=NOW)
    again = open_vault(workspace.folder, PASSPHRASE)
    assert again.attachments.list() == () and sealed_files(again) == kept
    again.close()


def test_a_new_vault_key_opens_the_pictures_as_before(workspace: Workspace, picture: Picture) -> None:
    added = add(workspace, picture)
    turned = workspace.vault.rotate(Passphrase(PASSPHRASE), passphrase="eleven quiet herons", code=new_code(), now=NOW)
    again = workspace_of(turned)
    assert again.attachments.image(added) == picture.data and again.attachments.faults() == []
    copy = turned.back_up(NOW + timedelta(days=1)).path
    assert len(list((copy / "attachments").rglob("*-*"))) == 1
    again.close()


def test_a_rebuild_from_the_history_keeps_pictures(workspace: Workspace, picture: Picture) -> None:
    added = add(workspace, picture)
    checking.rebuild(workspace.store)
    assert workspace.attachments.image(added) == picture.data and checking.faults(workspace.store) == []


def readable(folder: Path, picture: Picture) -> set[str]:
    """Files that hold a piece of the picture, before or after it was written again, or what its camera told."""
    pieces = [MARKER, b"2026:10:14", b"2026-10-14T09:20:31"]
    for data in (ORIGINAL, picture.data, picture.thumbnail):
        pieces += [data[:64], data[len(data) // 2 :][:64], data[-64:]]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files if any(piece in path.read_bytes() for piece in pieces)}


def test_nothing_of_a_picture_can_be_read_from_the_disk(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    picture = picture_of(ORIGINAL)
    added = add(workspace, picture)
    assert workspace.attachments.image(added) and workspace.attachments.thumbnail(added)
    workspace.vault.back_up(NOW)
    assert readable(tmp_path, picture) == set() and list((tmp_path / "temporary").iterdir()) == []
    workspace.close()
    assert readable(tmp_path, picture) == set()
    (tmp_path / "control").write_bytes(ORIGINAL)
    assert readable(tmp_path, picture) == {"control"}


def test_a_copy_outside_is_written_down_first(workspace: Workspace, picture: Picture, tmp_path: Path) -> None:
    added = add(workspace, picture)
    workspace.attachments.copy_out(added, tmp_path / "for-the-police.jpg")
    assert (tmp_path / "for-the-police.jpg").read_bytes() == picture.data
    with pytest.raises(StorageTrouble, match="as it was"):
        workspace.attachments.copy_out(added, tmp_path)
    with workspace.store.reading() as look:
        assert [item.body["what"] for item in look.find("event", where={"subject": added.id})] == ["export", "export"]
