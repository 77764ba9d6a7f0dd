"""What the program does with a whole vault and is killed in the middle of, and what must then be true."""

from __future__ import annotations

import hashlib
import itertools
import shutil
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from db import outbox, vault
from db.argon2_cost import FLOOR
from db.store import Draft
from msp_desktop import demo
from msp_desktop.images.picture import Picture
from msp_desktop.opening import make_vault, workspace_of
from msp_desktop.sync import council
from msp_desktop.sync.trial_keys import make_trial_keys
from msp_desktop.workspace import Workspace
from tests.crash.deeds import SavingTrial, Trial
from tests.db.vaults import CODE, PASSPHRASE

WORKER = "Ade Bello"
PICTURE = Picture(
    data=bytes(range(256)) * 1000, media_type="image/jpeg", thumbnail=b"small", original_sha256="", claimed_taken_at=""
)


def prepare(folder: Path) -> None:
    """A closed vault with a signed visit that nobody has sealed yet."""
    with closing(make(folder)) as workspace:
        demo.live_through(workspace)
        make_trial_keys(folder.with_name("council"), now=datetime.now(UTC))
        workspace.enrolment.enrol(*council.files(folder.with_name("council") / "council.json"), agreed=lambda _: True)


def make(folder: Path) -> Workspace:
    return make_vault(folder, worker=WORKER, passphrase=PASSPHRASE, code=CODE, cost=FLOOR)


def opened(folder: Path) -> Workspace:
    """Opened by the code, which costs nothing."""
    return workspace_of(vault.open_with_code(folder, CODE))


def make_another(folder: Path) -> None:
    make(folder.with_name("another")).close()


def is_made_or_not(folder: Path) -> None:
    """There is a whole vault with its laptop's identity or none, and in both cases the person can go on."""
    made = folder.with_name("another")
    if not made.exists():
        make_another(folder)
    with closing(opened(made)) as workspace:
        assert workspace.allowed_signer
    assert not folder.with_name(".another.new").exists()
    shutil.rmtree(made)


def seal(folder: Path) -> None:
    with closing(opened(folder)) as workspace:
        list(workspace.outbox.pack())


def is_sealed_once(folder: Path) -> None:
    """Sealed again, everything that may travel lies in exactly one bundle, whose bytes are the ones written down."""
    with closing(opened(folder)) as workspace:
        list(workspace.outbox.pack())
        assert not list(workspace.outbox.pack())
        assert workspace.outbox.parcels()
        with workspace.store.reading() as look:
            exports = look.count("event", where={"what": "export"})
            bundles = outbox.bundles(look)
            packed = [item.n for bundle in bundles for item in outbox.contents(look, bundle)]
    assert len(packed) == len(set(packed)) > 3
    assert exports == len(bundles)
    assert [bundle.seq for bundle in bundles] == list(range(len(bundles), 0, -1))
    files = sorted((folder / "outbox").iterdir())
    assert [digest_of(file) for file in files] == [bundle.digest for bundle in reversed(bundles)]


def digest_of(file: Path) -> str:
    """The SHA-256 of a bundle's manifest, once its members are proven whole."""
    with zipfile.ZipFile(file) as outer:
        assert outer.testzip() is None
        return hashlib.sha256(outer.read("manifest.json")).hexdigest()


def add_picture(folder: Path) -> None:
    with closing(opened(folder)) as workspace:
        workspace.attachments.add_to_person(workspace.people.list()[0].id, PICTURE)


def is_kept_or_not(folder: Path) -> None:
    """There is a whole picture with its record, or neither, and no file that belongs to none."""
    with closing(opened(folder)) as workspace:
        found = workspace.attachments.list()
        assert len(found) <= 1
        assert workspace.attachments.faults() == []
        assert all(workspace.attachments.image(each) == PICTURE.data for each in found)
        files = [path.name for path in (folder / "attachments").rglob("*") if path.is_file()]
        assert files == [each.body.file for each in found]
        with workspace.store.reading() as look:
            assert look.column("SELECT file FROM attachment_file") == files


def write_without_end(folder: Path, acknowledge: Callable[[str], None]) -> None:
    """Autosaves, and now and then saves, a letter that grows by a word each time, until killed."""
    with closing(opened(folder)) as workspace:
        words, base = "", None
        for number in itertools.count():
            words += f"{number} "
            with workspace.store.work() as work:
                if number % 7 == 6:
                    base = work.save("person", "letter", {"call_me": words}, schema=1, base=base).rev
                else:
                    work.keep_draft(Draft("letter", "person", base, None, {"call_me": words}))
                work.commit()
            acknowledge(words)


def is_all_written(folder: Path, acknowledged: list[str]) -> None:
    """The draft or the record has the last acknowledged words, or those of the one save under way besides."""
    with closing(opened(folder)) as workspace, workspace.store.reading() as look:
        draft, saved = look.draft("letter"), look.get("person", "letter")
        assert not workspace.notices
    found = draft or saved
    assert found is not None
    words = str(found.body["call_me"])
    assert words.startswith(acknowledged[-1])
    assert len(words.split()) <= len(acknowledged) + 1


TRIALS = {
    "making a vault": Trial(prepare, make_another, is_made_or_not),
    "sealing": Trial(prepare, seal, is_sealed_once),
    "adding a picture": Trial(prepare, add_picture, is_kept_or_not),
}
SAVING_TRIALS = {"writing": SavingTrial(prepare, write_without_end, is_all_written)}
