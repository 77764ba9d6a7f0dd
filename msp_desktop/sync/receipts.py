"""The council's receipts: signed lists of the bundles it holds. They alone move a bundle on; sending one moves nothing.

A receipt is two files in the vault's `receipts/`: `<name>.receipt`, RFC 8785 JSON, and `<name>.receipt.sig`, an SSHSIG
(namespace `visit-receipt`) by the enrolled receipts key. The latest one says all that earlier ones did.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec

from db import outbox
from db.disk import disk_told
from db.outbox import DURABLE, RECEIVED, REJECTED, Bundle
from db.store import Reading, Store, Work
from msp_desktop.errors import BadInput, Failure
from msp_desktop.sync import signed, sshsig
from msp_desktop.sync.enrolment import enrolled
from msp_desktop.sync.signed import MOMENT, Document
from msp_desktop.translation import tr

FOLDER = "receipts"
FORMAT, VERSION = "visit-receipt", 1
RECEIPT = ".receipt"

_NUMBER, _LAST = "receipt_of_", "receipt"
_RANK = {outbox.SEALING: 0, outbox.WAITING: 0, REJECTED: 1, RECEIVED: 2, DURABLE: 3}

_Number = Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
_Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class Held(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bundle that the council holds: its number and the SHA-256 of its manifest."""

    seq: _Number
    digest: _Digest


class Rejected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bundle that the council could not read, and why, in its words."""

    digest: _Digest
    reason: str


class Receipt(Document, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a council says about the bundles of one device and epoch.

    `have`: loaded. `durable`: in the council's backup too. `rejected`: not readable. `number` counts its receipts.
    """

    format: str = FORMAT
    version: int = VERSION
    council: str
    device: str
    epoch: str
    number: _Number
    at: Annotated[str, msgspec.Meta(pattern=MOMENT)]
    have: tuple[Held, ...] = ()
    durable: tuple[Held, ...] = ()
    rejected: tuple[Rejected, ...] = ()


class Receipts:
    """Takes receipts into one vault. Nothing moves unless the whole receipt is true."""

    def __init__(self, store: Store, vault: Path) -> None:
        self._store, self.folder = store, vault / FOLDER

    def take_new(self) -> Iterator[str]:
        """Take every receipt in the folder that is newer than the last one; a sentence for each that is refused."""
        with disk_told():
            names = sorted(self.folder.glob(f"*{RECEIPT}")) if self.folder.is_dir() else []
            whole = [path for path in names if path.with_name(path.name + signed.ENDING).exists()]
        for path in whole:
            try:
                self._take_news(path)
            except Failure as refused:
                yield str(refused)

    def take(self, document: bytes, signature: str) -> int:
        """Move every bundle that this receipt names; returns how many moved.

        Raises BadInput for one that is forged, of another laptop or count, older than the last one taken, or that
        names what was never sent.
        """
        receipt = _parsed(document)
        with self._store.work() as work:
            self._refuse_foreign(work, receipt, document, signature)
            if receipt.number < last_taken(work, receipt.epoch):
                raise BadInput(tr("A receipt is older than the last one from the council. Nothing was changed by it."))
            moved = _move(work, receipt)
            work.set_fact(_NUMBER + receipt.epoch, str(receipt.number))
            work.set_fact(_LAST, f"{receipt.epoch} {receipt.number}")
            work.commit()
        return moved

    def _take_news(self, path: Path) -> None:
        try:
            document, signature = signed.files(path)
        except ValueError:
            raise _shapeless() from None
        receipt = _parsed(document)
        with self._store.reading() as look:
            last = last_taken(look, receipt.epoch)
        if receipt.number > last:  # the others lie here for good and have said all they can
            self.take(document, signature)

    def _refuse_foreign(self, look: Reading, receipt: Receipt, document: bytes, signature: str) -> None:
        council = enrolled(look)
        if council is None or not sshsig.verifies(council.receipts, document, signature, namespace=sshsig.RECEIPT):
            raise BadInput(
                tr("A receipt is not signed by the council that this vault knows. Nothing was changed by it.")
            )
        epochs = {bundle.epoch for bundle in outbox.bundles(look)}
        if receipt.device != self._store.device or receipt.epoch not in epochs:
            raise BadInput(tr("A receipt is meant for another laptop. Nothing was changed by it."))


def last_of_all(look: Reading) -> str:
    """Epoch and number of the last receipt that was taken, empty where there was none."""
    return look.fact(_LAST) or ""


def last_taken(look: Reading, epoch: str) -> int:
    """The number of the last receipt that was taken for an epoch, 0 where there was none."""
    return int(look.fact(_NUMBER + epoch) or 0)


def _move(work: Work, receipt: Receipt) -> int:
    sent = {bundle.digest: bundle for bundle in outbox.bundles(work) if bundle.digest and bundle.epoch == receipt.epoch}
    by_number = {bundle.seq: bundle for bundle in sent.values()}
    said = {item.digest: REJECTED for item in receipt.rejected}
    for state, held in ((RECEIVED, receipt.have), (DURABLE, receipt.durable)):
        for item in held:
            _refuse_contradiction(item, by_number)
            said[item.digest] = state
    moving = [(sent[digest], state) for digest, state in said.items() if digest in sent and _moves(sent[digest], state)]
    for bundle, state in moving:
        outbox.mark(work, bundle, state, at=bundle.told_at if bundle.state == RECEIVED else receipt.at)
    return len(moving)


def _moves(bundle: Bundle, state: str) -> bool:
    """Whether this is news: what was received once stays received."""
    return _RANK[state] > _RANK[bundle.state]


def _refuse_contradiction(held: Held, sent: dict[int, Bundle]) -> None:
    # A number that this vault does not know was sealed before a restore; another digest under a number it does know
    # means that two laptops count as one, or that somebody made up a file.
    if held.seq in sent and sent[held.seq].digest != held.digest:
        raise BadInput(
            tr("A receipt names a sealed file that this laptop did not make. Nothing was changed. Tell your IT team.")
        )


def _parsed(document: bytes) -> Receipt:
    try:
        return signed.parsed(document, Receipt, format=FORMAT, version=VERSION)
    except ValueError:
        raise _shapeless() from None


def _shapeless() -> BadInput:
    return BadInput(tr("A file that came with the receipts is none. Nothing was changed by it. Tell your IT team."))
