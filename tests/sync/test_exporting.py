"""What travels: signed visits and what hangs on them, once; what is unfinished stays on the laptop."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from msp_desktop.errors import BadInput, Damaged, StorageTrouble
from msp_desktop.images.picture import Picture
from msp_desktop.record.outcome import Outcome
from msp_desktop.sync.bundle import Sealed
from msp_desktop.workspace import Workspace

Lines = list[dict[str, object]]


@pytest.fixture
def photos(opened: Callable[[Path], zipfile.ZipFile]) -> Callable[[Path], dict[str, bytes]]:
    def read(path: Path) -> dict[str, bytes]:
        with opened(path) as bag:
            found = [each for each in bag.infolist() if "/data/files/" in each.filename]
            assert all(each.compress_type == zipfile.ZIP_STORED for each in found)
            return {each.filename.rpartition("/")[2]: bag.read(each) for each in found}

    return read


def packed(workspace: Workspace) -> Sealed:
    """The one bundle that packing makes now."""
    (sealed,) = workspace.outbox.pack()
    return sealed


def signed_visit(workspace: Workspace) -> str:
    return workspace.visits.list({"state": "complete"})[0].id


def kinds(found: Lines) -> set[object]:
    return {item["kind"] for item in found}


Revisions = Callable[[Path], Lines]
Photos = Callable[[Path], dict[str, bytes]]


def test_a_signed_visit_travels_with_its_person_and_a_planned_one_stays(
    workspace: Workspace, revisions: Revisions
) -> None:
    found = revisions(packed(workspace).path)
    assert {item["entity"] for item in found if item["kind"] == "visit"} == {signed_visit(workspace)}
    assert {"person", "visit", "practitioner", "event"} <= kinds(found)


def test_what_hangs_on_a_signed_visit_or_its_person_travels_and_the_rest_stays(
    workspace: Workspace, revisions: Revisions
) -> None:
    visit = workspace.visits.list({"state": "complete"})[0]
    person, planned = visit.body.person, workspace.visits.list({"state": "planned"})[0].id
    nobody = workspace.people.new("Somebody else").id
    going = [
        workspace.outcomes.add(Outcome(person=person, words="My card back", visit=visit.id)).id,
        workspace.outcomes.add(Outcome(person=person, words="To go to the day centre")).id,
        workspace.connections.new(person, "Daniel").id,
    ]
    staying = [
        workspace.outcomes.add(Outcome(person=person, words="Not yet", visit=planned)).id,
        workspace.connections.new(nobody, "A neighbour").id,
    ]
    found = {item["entity"] for item in revisions(packed(workspace).path)}
    assert found.issuperset(going)
    assert found.isdisjoint([nobody, *staying])


def test_of_a_visit_being_amended_only_what_was_signed_travels(workspace: Workspace, revisions: Revisions) -> None:
    visit = workspace.visits.list({"state": "complete"})[0]
    changed = workspace.visits.amend(visit, replace(visit.body, purpose="Something else"), "A slip")
    first = revisions(packed(workspace).path)
    assert changed.rev not in {item["rev"] for item in first}
    assert visit.rev in {item["rev"] for item in first}
    signed = workspace.visits.sign(changed, workspace.sign)
    assert {changed.rev, signed.rev} <= {item["rev"] for item in revisions(packed(workspace).path)}


def test_what_was_packed_is_not_packed_again(workspace: Workspace) -> None:
    first = packed(workspace)
    assert list(workspace.outbox.pack()) == []
    assert [parcel.path for parcel in workspace.outbox.parcels()] == [first.path]


def test_today_says_that_something_signed_waits_until_it_is_packed(workspace: Workspace) -> None:
    assert workspace.today.read().waits
    assert list(workspace.outbox.pack())
    day = workspace.today.read()
    assert (day.waits, day.sealed) == (False, 1)


def test_events_alone_make_no_bundle_and_go_with_the_next(workspace: Workspace, revisions: Revisions) -> None:
    packed(workspace)
    visit = workspace.visits.list({"state": "complete"})[0]
    workspace.notes.copy(visit.id, where_to="here")
    assert list(workspace.outbox.pack()) == []
    workspace.outcomes.add(Outcome(person=visit.body.person, words="To see my sister"))
    whats = [item["body"] for item in revisions(packed(workspace).path) if item["kind"] == "event"]
    assert [body["what"] for body in whats if isinstance(body, dict)] == ["copy", "export"]


def test_each_bundle_carries_the_event_of_its_own_export(workspace: Workspace, revisions: Revisions) -> None:
    events = [item["body"] for item in revisions(packed(workspace).path) if item["kind"] == "event"]
    (export,) = [body for body in events if isinstance(body, dict) and body["what"] == "export"]
    assert export["where_to"] == "Trial council"
    assert export["subject_kind"] == "bundle"


def test_every_script_and_sign_travels_as_it_was_written(workspace: Workspace, revisions: Revisions) -> None:
    words = 'Tea 🫖 شاي чай "half" \\ back\ttab\u2028line\x7f\u202e'
    person = workspace.visits.list({"state": "complete"})[0].body.person
    kept = workspace.outcomes.add(Outcome(person=person, words=words)).body.words
    bodies = [item["body"] for item in revisions(packed(workspace).path) if item["kind"] == "outcome"]
    assert kept in [body["words"] for body in bodies if isinstance(body, dict)]
    assert "🫖 شاي чай" in kept


def test_where_the_event_cannot_be_written_nothing_leaves(workspace: Workspace, tmp_path: Path) -> None:
    waiting = packed(workspace)
    workspace.connections.new(workspace.visits.list({"state": "complete"})[0].body.person, "Daniel")
    with workspace.store.work() as work:
        work.run("CREATE TRIGGER refused BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'refused'); END")
        work.commit()
    with pytest.raises(dbapi2.Error, match="refused"):
        list(workspace.outbox.pack())
    with pytest.raises(dbapi2.Error, match="refused"):
        list(workspace.outbox.copy_waiting(tmp_path / "stick"))
    assert list(workspace.outbox.folder.iterdir()) == [waiting.path]
    assert not (tmp_path / "stick").exists()


def test_bundles_are_chained_by_their_manifests(workspace: Workspace) -> None:
    first = packed(workspace)
    person = workspace.visits.list({"state": "complete"})[0].body.person
    workspace.outcomes.add(Outcome(person=person, words="To see my sister"))
    second = packed(workspace)
    with zipfile.ZipFile(second.path) as outer:
        manifest = json.loads(outer.read("manifest.json"))
    assert (manifest["seq"], manifest["prev"]) == (2, first.digest)


def test_without_a_council_nothing_is_packed(empty: Workspace) -> None:
    with pytest.raises(BadInput, match="does not know its council"):
        list(empty.outbox.pack())


def test_with_a_council_and_nothing_signed_nothing_is_packed(workspace: Workspace) -> None:
    visit = workspace.visits.list({"state": "complete"})[0]
    packed(workspace)
    workspace.visits.plan(visit.body.person, at=workspace.store.now())
    assert list(workspace.outbox.pack()) == []


def test_keys_that_ran_out_seal_nothing(workspace: Workspace) -> None:
    later = workspace.store.now().replace(year=2100)
    workspace.store.now = lambda: later
    with pytest.raises(BadInput, match="ran out"):
        list(workspace.outbox.pack())


def test_a_sealing_cut_short_is_built_again_under_its_own_number(workspace: Workspace) -> None:
    folder = workspace.outbox.folder
    name = f"{workspace.store.device}-{epoch_of(workspace)}-00000001.visit"
    (folder / name / "in the way").mkdir(parents=True)
    with pytest.raises(StorageTrouble):
        list(workspace.outbox.pack())
    assert [path.name for path in folder.iterdir()] == [name]
    shutil.rmtree(folder / name)
    assert packed(workspace).path.name == name


def epoch_of(workspace: Workspace) -> str:
    with workspace.store.reading() as look:
        return look.fact("epoch") or ""


def test_a_file_that_got_its_name_before_a_crash_is_kept_as_it_is(workspace: Workspace) -> None:
    sealed = packed(workspace)
    before = sealed.path.read_bytes()
    with workspace.store.work() as work:
        work.run("UPDATE bundle SET state = 'sealing', digest = ''")
        work.commit()
    assert packed(workspace) == sealed
    assert sealed.path.read_bytes() == before


def test_an_older_database_put_back_after_sealing_is_noticed(workspace: Workspace) -> None:
    packed(workspace)
    with workspace.store.reading() as look:
        assert workspace.vault.check_mark(look.hash_at) is None
        assert workspace.vault.check_mark(lambda _: None) is not None


def test_copying_out_gives_the_same_bytes_and_is_written_down(workspace: Workspace, tmp_path: Path) -> None:
    assert list(workspace.outbox.copy_waiting(tmp_path / "stick")) == []
    sealed = packed(workspace)
    (copied,) = workspace.outbox.copy_waiting(tmp_path / "stick")
    assert copied.path.read_bytes() == sealed.path.read_bytes()
    with workspace.store.reading() as look:
        assert [each.body["where_to"] for each in look.find("event", where={"what": "export"})][1:] == ["a folder"]


def test_a_bundle_that_was_changed_is_not_copied_out(workspace: Workspace, tmp_path: Path) -> None:
    packed(workspace).path.write_bytes(b"something else")
    with pytest.raises(Damaged, match="outbox"):
        list(workspace.outbox.copy_waiting(tmp_path / "stick"))
    assert list((tmp_path / "stick").iterdir()) == []


def photo() -> Picture:
    data = os.urandom(200_000)
    return Picture(data=data, media_type="image/jpeg", thumbnail=b"small", original_sha256="", claimed_taken_at="")


def test_photos_travel_once_with_their_signed_visit(workspace: Workspace, photos: Photos) -> None:
    signed, planned = (workspace.visits.list({"state": state})[0].id for state in ("complete", "planned"))
    kept = photo()
    added = workspace.attachments.add_to_visit(signed, kept)
    workspace.attachments.add_to_visit(planned, photo())
    assert photos(packed(workspace).path) == {added.body.file: kept.data}
    workspace.attachments.save(added, replace(added.body, caption="The hall"))
    assert photos(packed(workspace).path) == {}


def test_a_photo_that_was_taken_out_stays_and_its_history_travels(
    workspace: Workspace, photos: Photos, revisions: Revisions
) -> None:
    visit = workspace.visits.list({"state": "complete"})[0].id
    added = workspace.attachments.add_to_visit(visit, photo())
    workspace.attachments.delete(added, "She asked for it")
    sealed = packed(workspace)
    assert photos(sealed.path) == {}
    assert [item["entity"] for item in revisions(sealed.path)].count(added.id) == 2


def test_a_damaged_photo_stops_the_packing_until_it_is_taken_out(workspace: Workspace) -> None:
    added = workspace.attachments.add_to_visit(workspace.visits.list({"state": "complete"})[0].id, photo())
    path = workspace.folder / "attachments" / added.body.file[:2] / added.body.file
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(Damaged, match="nothing was packed"):
        list(workspace.outbox.pack())
    assert list(workspace.outbox.folder.iterdir()) == []
    workspace.attachments.delete(added, "Damaged")
    assert [sealed.path.name[-9:] for sealed in workspace.outbox.pack()] == ["001.visit", "002.visit"]
