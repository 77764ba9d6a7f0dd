"""Receipts: only a true one of the enrolled council moves a bundle on, and what it does not name stays as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_ssh_private_key

from msp_desktop.errors import BadInput
from msp_desktop.record.outcome import Outcome
from msp_desktop.sync import sshsig
from msp_desktop.sync.receipts import Held, Receipt, Rejected
from msp_desktop.workspace import Workspace

AT = "2026-10-15T08:00:00.000Z"


@pytest.fixture
def key(keys: Path) -> Ed25519PrivateKey:
    loaded = load_ssh_private_key((keys / "receipt.key").read_bytes(), None)
    assert isinstance(loaded, Ed25519PrivateKey)
    return loaded


@pytest.fixture
def held(workspace: Workspace) -> tuple[Held, ...]:
    """Two bundles, as the council would name them."""
    first = list(workspace.outbox.pack())
    person = workspace.visits.list({"state": "complete"})[0].body.person
    workspace.outcomes.add(Outcome(person=person, words="To see my sister"))
    return tuple(Held(n, each.digest) for n, each in enumerate((*first, *workspace.outbox.pack()), start=1))


@pytest.fixture
def receipt(workspace: Workspace, held: tuple[Held, ...]) -> Receipt:
    epoch = workspace.outbox.parcels()[0].path.name.split("-")[2]
    return Receipt(
        council="Trial council", device=workspace.store.device, epoch=epoch, number=5, at=AT, have=held[:1]
    )  # fmt: skip


def signed(receipt: Receipt, key: Ed25519PrivateKey, *, namespace: str = sshsig.RECEIPT) -> tuple[bytes, str]:
    document = receipt.document()
    return document, sshsig.sign(key, document, namespace=namespace)


def states(workspace: Workspace) -> list[str]:
    return [parcel.state for parcel in reversed(workspace.outbox.parcels())]


def test_what_a_receipt_names_was_received_and_the_rest_waits(
    workspace: Workspace, receipt: Receipt, key: Ed25519PrivateKey
) -> None:
    assert states(workspace) == ["Waiting to send", "Waiting to send"]
    assert workspace.receipts.take(*signed(receipt, key)) == 1
    assert states(workspace) == ["The council received it on 15 Oct 2026", "Waiting to send"]


def test_a_later_receipt_says_all_again_and_moves_only_what_is_new(
    workspace: Workspace, receipt: Receipt, held: tuple[Held, ...], key: Ed25519PrivateKey
) -> None:
    workspace.receipts.take(*signed(receipt, key))
    later = msgspec.structs.replace(receipt, number=6, at=AT.replace("15", "16"), have=held, durable=held[:1])
    assert workspace.receipts.take(*signed(later, key)) == 2
    assert states(workspace) == ["The council received it on 15 Oct 2026", "The council received it on 16 Oct 2026"]
    assert workspace.receipts.take(*signed(later, key)) == 0
    poorer = msgspec.structs.replace(receipt, number=7)
    assert workspace.receipts.take(*signed(poorer, key)) == 0


def test_what_the_council_could_not_read_is_packed_again(
    workspace: Workspace, receipt: Receipt, held: tuple[Held, ...], key: Ed25519PrivateKey
) -> None:
    unread = msgspec.structs.replace(receipt, have=(), rejected=(Rejected(held[0].digest, "torn"),))
    workspace.receipts.take(*signed(unread, key))
    assert states(workspace)[0] == "The council could not read this. Pack it again."
    (again,) = workspace.outbox.pack()
    assert again.path.name.endswith("-00000003.visit")
    assert list(workspace.outbox.pack()) == []


def test_the_next_bundle_names_the_last_receipt(
    workspace: Workspace, receipt: Receipt, key: Ed25519PrivateKey, identity: pyrage.x25519.Identity
) -> None:
    workspace.receipts.take(*signed(receipt, key))
    person = workspace.visits.list({"state": "complete"})[0].body.person
    workspace.outcomes.add(Outcome(person=person, words="To go dancing"))
    (sealed,) = workspace.outbox.pack()
    with zipfile.ZipFile(sealed.path) as outer:
        payload = pyrage.decrypt(outer.read("payload.age"), [identity])
    with zipfile.ZipFile(io.BytesIO(payload)) as bag:
        info = next(bag.read(name) for name in bag.namelist() if name.endswith("bag-info.txt"))
    assert f"Last-Receipt: {receipt.epoch} 5\n" in info.decode()


REFUSED: dict[str, tuple[Callable[[Receipt, Ed25519PrivateKey], tuple[bytes, str]], str]] = {
    "forged": (lambda receipt, _: signed(receipt, Ed25519PrivateKey.generate()), "not signed"),
    "signed for another purpose": (lambda receipt, key: signed(receipt, key, namespace=sshsig.BUNDLE), "not signed"),
    "changed after signing": (
        lambda receipt, key: (
            msgspec.structs.replace(receipt, number=9).document(),
            sshsig.sign(key, receipt.document(), namespace=sshsig.RECEIPT),
        ),
        "not signed",
    ),
    "another laptop's": (
        lambda receipt, key: signed(msgspec.structs.replace(receipt, device="laptop-x"), key),
        "another laptop",
    ),
    "of a count that never was": (
        lambda receipt, key: signed(msgspec.structs.replace(receipt, epoch="ffff"), key),
        "another laptop",
    ),
    "of a file that was never sealed": (
        lambda receipt, key: signed(msgspec.structs.replace(receipt, have=(Held(1, "0" * 64),)), key),
        "did not make",
    ),
    "no receipt at all": (lambda _receipt, _key: (b"{}", ""), "is none"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_nothing_moves_by_one_that_is(
    workspace: Workspace, receipt: Receipt, key: Ed25519PrivateKey, what: str
) -> None:
    make, told = REFUSED[what]
    with pytest.raises(BadInput, match=told):
        workspace.receipts.take(*make(receipt, key))
    assert states(workspace) == ["Waiting to send", "Waiting to send"]


def test_an_older_one_moves_nothing(
    workspace: Workspace, receipt: Receipt, held: tuple[Held, ...], key: Ed25519PrivateKey
) -> None:
    workspace.receipts.take(*signed(receipt, key))
    with pytest.raises(BadInput, match="older"):
        workspace.receipts.take(*signed(msgspec.structs.replace(receipt, number=4, have=held), key))
    assert states(workspace)[1] == "Waiting to send"


def test_the_folder_is_read_without_complaint_about_what_was_taken_before(
    workspace: Workspace, receipt: Receipt, held: tuple[Held, ...], key: Ed25519PrivateKey
) -> None:
    assert list(workspace.receipts.take_new()) == []
    put(workspace, receipt, key)
    put(workspace, msgspec.structs.replace(receipt, number=6, have=held), key)
    assert list(workspace.receipts.take_new()) == []
    assert list(workspace.receipts.take_new()) == []
    assert set(states(workspace)) == {"The council received it on 15 Oct 2026"}


def test_a_bad_file_in_the_folder_is_told_and_the_others_are_taken(
    workspace: Workspace, receipt: Receipt, key: Ed25519PrivateKey
) -> None:
    put(workspace, receipt, key)
    put(workspace, msgspec.structs.replace(receipt, number=6), Ed25519PrivateKey.generate())
    (workspace.receipts.folder / "half.receipt").write_bytes(b"still on its way")
    assert [told[:24] for told in workspace.receipts.take_new()] == ["A receipt is not signed "]
    assert states(workspace)[0] == "The council received it on 15 Oct 2026"


def put(workspace: Workspace, receipt: Receipt, key: Ed25519PrivateKey) -> None:
    workspace.receipts.folder.mkdir(exist_ok=True)
    document, signature = signed(receipt, key)
    path = workspace.receipts.folder / f"{receipt.device}-{receipt.number:08d}.receipt"
    path.write_bytes(document)
    path.with_name(path.name + ".sig").write_text(signature, "ascii")
