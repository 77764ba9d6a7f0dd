"""Files of attachments: kept before the record that names them, proven when read, swept when nothing names them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.attachments import SMALL, AttachmentFiles
from db.engine import make_engine
from db.errors import Damaged, StorageTrouble
from db.migrations.format import bring_up_to_date
from db.store import Prose, Store

LARGE = os.urandom(3 * SMALL + 7)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = make_engine(tmp_path / "vault.db", lambda: bytearray(range(32)))
    bring_up_to_date(engine, back_up=lambda: None)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: Engine) -> Store:
    return store_on(engine)


@pytest.fixture
def files(store: Store, tmp_path: Path) -> AttachmentFiles:
    return AttachmentFiles(store, tmp_path)


def store_on(engine: Engine) -> Store:
    return Store(engine, device="lap-test", author="worker", prose=lambda kind, body: Prose())


def keep(store: Store, files: AttachmentFiles, data: bytes, id: str = "a1") -> str:
    with files.kept(id, data, thumbnail=b"small") as file, store.work() as work:
        body = {"file": file, "sha256": hashlib.sha256(data).hexdigest()}
        work.save("attachment", id, body, schema=1, base=None)
        work.commit()
    return file


def read(store: Store, files: AttachmentFiles, file: str) -> bytes:
    with store.reading() as look:
        return files.read(look, file)


def on_disk(folder: Path) -> list[Path]:
    return [path for path in (folder / "attachments").rglob("*") if path.is_file()]


@pytest.mark.parametrize("size", [0, 1, SMALL, SMALL + 1, 5_000_000])
def test_a_file_is_read_as_it_was_kept(store: Store, files: AttachmentFiles, tmp_path: Path, size: int) -> None:
    data = os.urandom(size)
    file = keep(store, files, data)
    assert read(store, files, file) == data
    assert [path.name for path in on_disk(tmp_path)] == ([file] if size > SMALL else [])
    assert files.faults() == []
    with store.reading() as look:
        assert files.thumbnail(look, file) == b"small"


def test_a_file_whose_record_is_not_saved_is_gone_again(store: Store, files: AttachmentFiles, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), files.kept("a1", LARGE):
        raise RuntimeError
    assert on_disk(tmp_path) == []
    assert files.sweep() == 0


def test_a_file_that_is_given_up_leaves_one_that_is_still_being_kept(store: Store, files: AttachmentFiles) -> None:
    with files.kept("a1", LARGE) as file:
        with pytest.raises(RuntimeError), files.kept("a2", LARGE):
            raise RuntimeError
        assert read(store, files, file) == LARGE


def test_what_a_refusing_disk_left_is_swept_later(store: Store, files: AttachmentFiles, tmp_path: Path) -> None:
    (tmp_path / "attachments").write_text("in the way of a folder", "utf-8")
    with pytest.raises(StorageTrouble), files.kept("a1", LARGE):
        pass
    (tmp_path / "attachments").unlink()
    assert (files.sweep(), files.sweep()) == (1, 0)


def test_a_photo_that_finds_no_room_leaves_the_records_in_use(small_disk: Path) -> None:
    engine = make_engine(small_disk / "vault.db", lambda: bytearray(range(32)))
    bring_up_to_date(engine, back_up=lambda: None)
    store = store_on(engine)
    files = AttachmentFiles(store, small_disk)
    with pytest.raises(StorageTrouble, match="What was saved before is safe"):
        keep(store, files, bytes(4 << 20))
    assert on_disk(small_disk) == []
    file = keep(store, files, LARGE)
    assert read(store, files, file) == LARGE and files.sweep() == 0
    engine.dispose()


def test_sweeping_takes_what_nothing_names_and_nothing_else(
    store: Store, files: AttachmentFiles, tmp_path: Path
) -> None:
    named, unnamed = keep(store, files, LARGE), keep(store, files, LARGE, "a2")
    stranger = tmp_path / "attachments" / "ab" / "kept-by-records-that-a-restore-moved-aside"
    stranger.parent.mkdir(exist_ok=True)
    stranger.write_bytes(b"sealed")
    with store.work() as work:
        work.run("UPDATE attachment_file SET attachment = 'a3' WHERE file = ?", (unnamed,))
        work.commit()
    assert files.sweep() == 1
    assert {path.name for path in on_disk(tmp_path)} == {named, stranger.name}
    with pytest.raises(Damaged, match="missing"):
        read(store, files, unnamed)


def test_sweeping_takes_a_file_that_was_half_written(store: Store, files: AttachmentFiles, tmp_path: Path) -> None:
    file = keep(store, files, LARGE)
    path = on_disk(tmp_path)[0]
    path.rename(path.with_name(f".{file}.new"))
    with store.work() as work:
        work.run("UPDATE attachment_file SET attachment = 'a2'")
        work.commit()
    assert files.sweep() == 1
    assert on_disk(tmp_path) == []


def test_two_files_in_each_others_place_are_both_refused(store: Store, files: AttachmentFiles, tmp_path: Path) -> None:
    one, two = keep(store, files, LARGE), keep(store, files, LARGE, "a2")
    first, second = (tmp_path / "attachments" / file[:2] / file for file in (one, two))
    first.rename(tmp_path / "aside")
    second.rename(first)
    (tmp_path / "aside").rename(second)
    for file in (one, two):
        with pytest.raises(Damaged, match="damaged"):
            read(store, files, file)


def test_a_check_names_what_is_missing_and_what_is_damaged_by_id(
    store: Store, files: AttachmentFiles, tmp_path: Path
) -> None:
    for id in ("whole", "gone", "hurt", "keyless"):
        keep(store, files, LARGE + id.encode(), id)
    with store.work() as work:
        found = work.run("SELECT attachment, file FROM attachment_file")
        rows: dict[str, str] = {attachment: file for attachment, file in found}
        work.run("DELETE FROM attachment_file WHERE attachment = 'keyless'")
        work.commit()
    paths = {path.name: path for path in on_disk(tmp_path)}
    paths[rows["gone"]].unlink()
    paths[rows["hurt"]].write_bytes(paths[rows["hurt"]].read_bytes()[:-1])
    assert files.faults() == [
        "attachment gone: its file is missing",
        "attachment hurt: its file is damaged",
        "attachment keyless: its file is missing",
    ]
