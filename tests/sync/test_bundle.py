"""A bundle opens with unzip, ssh-keygen, age and sha256sum, given the keys; and is whole or not there at all."""

from __future__ import annotations

import errno
import itertools
import os
import subprocess
import tracemalloc
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from msp_desktop.errors import Damaged, StorageTrouble
from msp_desktop.sync import sshsig
from msp_desktop.sync.bag import bag
from msp_desktop.sync.bundle import Plan, Sealed, seal, standing

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
COUNCIL, BREAK_GLASS = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
PLAN = Plan(
    bundle="0192",
    device="laptop-1",
    epoch="e1",
    seq=1,
    prev="0" * 64,
    chain_n=3,
    chain_head="a" * 64,
    created="2026-10-14T10:00:00.000Z",
    recipients=(str(COUNCIL.to_public()), str(BREAK_GLASS.to_public())),
)


PHOTO = bytes(range(256)) * 9
LINES = (b'{"body":{"words":"kettle"},"rev":"r1"}',)


def sealed(folder: Path, lines: Iterable[bytes] = LINES) -> Sealed:
    files = [("f1", iter((PHOTO[:99], PHOTO[99:])))]
    inside = bag(name=PLAN.bundle, info=PLAN.inside(), lines=lines, schemas={"visit": b"{}"}, files=files)
    return seal(PLAN, inside, key=KEY, folder=folder)


def run(command: list[str], folder: Path, data: bytes = b"") -> int:
    return subprocess.run(command, cwd=folder, input=data, capture_output=True, check=False).returncode


@pytest.mark.needs("unzip", "ssh-keygen", "age", "sha256sum")
@pytest.mark.parametrize("identity", [COUNCIL, BREAK_GLASS], ids=["operational", "break-glass"])
def test_stock_tools_open_it_with_either_key(tmp_path: Path, identity: pyrage.x25519.Identity) -> None:
    bundle = sealed(tmp_path)
    (tmp_path / "signers").write_text(sshsig.allowed_signer("laptop-1", KEY.public_key()), "utf-8")
    (tmp_path / "key").write_text(str(identity), "utf-8")
    assert run(["unzip", "-q", bundle.path.name], tmp_path) == 0
    manifest = (tmp_path / "manifest.json").read_bytes()
    verify = ["ssh-keygen", "-Y", "verify", "-f", "signers", "-I", "laptop-1", "-n", "visit-bundle"]
    assert run([*verify, "-s", "manifest.json.sig"], tmp_path, manifest) == 0
    assert run(["age", "-d", "-i", "key", "-o", "payload.zip", "payload.age"], tmp_path) == 0
    assert run(["unzip", "-q", "payload.zip"], tmp_path) == 0
    assert run(["sha256sum", "-c", "manifest-sha256.txt"], tmp_path / "0192") == 0
    assert b"kettle" in (tmp_path / "0192" / "data" / "revisions.ndjson").read_bytes()
    assert (tmp_path / "0192" / "data" / "files" / "f1").read_bytes() == PHOTO


def test_nothing_of_the_record_is_readable_in_the_file(tmp_path: Path) -> None:
    assert b"kettle" not in sealed(tmp_path).path.read_bytes()


def broken(fault: BaseException) -> Iterator[bytes]:
    yield LINES[0]
    raise fault


def test_a_failure_on_the_way_is_told_as_it_was_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="one page"):
        sealed(tmp_path, broken(Damaged("one page does not read back")))
    assert list(tmp_path.iterdir()) == []


def test_a_failure_of_the_disk_is_told_as_the_disk_s(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match="no room"):
        sealed(tmp_path, broken(OSError(errno.ENOSPC, "full")))
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_its_size(tmp_path: Path) -> None:
    line = b'{"words":"' + os.urandom(50_000).hex().encode() + b'"}'
    tracemalloc.start()
    try:
        whole = sealed(tmp_path, itertools.repeat(line, 400))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert whole.size > 15_000_000
    assert peak < 3_000_000


def test_a_file_that_stands_is_found_again_and_a_changed_one_is_not(tmp_path: Path) -> None:
    whole, public = sealed(tmp_path), KEY.public_key()
    assert standing(PLAN, key=public, folder=tmp_path) == whole
    renewed = replace(PLAN, recipients=("age1other", "age1another"))
    assert standing(renewed, key=public, folder=tmp_path) == whole
    assert standing(replace(PLAN, prev="1" * 64), key=public, folder=tmp_path) is None
    stranger = Ed25519PrivateKey.generate().public_key()
    assert standing(PLAN, key=stranger, folder=tmp_path) is None
    for data in (whole.path.read_bytes()[:-1], b"", b"PK"):
        whole.path.write_bytes(data)
        assert standing(PLAN, key=public, folder=tmp_path) is None


def test_a_payload_of_another_bundle_under_this_manifest_does_not_stand(tmp_path: Path) -> None:
    first = sealed(tmp_path)
    with zipfile.ZipFile(first.path) as outer:
        members = {name: outer.read(name) for name in outer.namelist()}
    with zipfile.ZipFile(first.path, "w") as outer:
        for name, data in members.items():
            outer.writestr(name, data[:-1] + b"x" if name == "payload.age" else data)
    assert standing(PLAN, key=KEY.public_key(), folder=tmp_path) is None
