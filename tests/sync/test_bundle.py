"""A bundle opens with unzip, ssh-keygen, age and sha256sum, given the keys; and is whole or not there at all."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from msp_desktop.sync import sshsig
from msp_desktop.sync.bundle import Plan, Sealed, seal

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
LINES = ({"rev": "r1", "body": {"words": "kettle"}},)


def sealed(folder: Path, lines: Iterable[Mapping[str, object]] = LINES) -> Sealed:
    files = [("f1", iter((PHOTO[:99], PHOTO[99:])))]
    return seal(PLAN, lines=lines, schemas={"visit": b"{}"}, key=KEY, folder=folder, files=files)


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


def test_a_failure_on_the_way_leaves_no_file_behind(tmp_path: Path) -> None:
    def broken() -> Iterator[dict[str, str]]:
        yield {"rev": "r1"}
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        sealed(tmp_path, broken())
    assert list(tmp_path.iterdir()) == []
