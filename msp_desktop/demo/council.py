"""The demo's council answers: a receipt for what it holds, signed with its trial key, as the real one would send it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_ssh_private_key

from msp_desktop.demo.days import Days
from msp_desktop.demo.playing import Story
from msp_desktop.record.times import instant
from msp_desktop.sync import sshsig
from msp_desktop.sync.bundle import Sealed
from msp_desktop.sync.exporting import EPOCH
from msp_desktop.sync.receipts import Held, Receipt, Rejected
from msp_desktop.sync.trial_keys import NAME
from msp_desktop.workspace import Workspace

UNREADABLE = "payload.age ends too early"


@dataclass(frozen=True, slots=True)
class Sealing:
    """One afternoon on which visits are sealed, and the day the council answers: never, where it has not yet."""

    day: int
    answered: int | None = None
    is_read: bool = True


SEALINGS = (Sealing(-58, -57), Sealing(-38, -37, is_read=False), Sealing(-36, -35), Sealing(-17, -16), Sealing(-5))
"""What was sealed when. The second could not be read and is packed again; the last still waits to be sent."""


@dataclass(slots=True)
class Council:
    """The trial council whose keys lie in `keys`: what it holds, and what it could not read."""

    workspace: Workspace
    keys: Path
    have: list[Held] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    sent: int = 0
    answers: int = 0

    def story(self, days: Days, *, outbox: Path) -> Story:
        """The worker seals and sends, the council answers; the last is laid into `outbox`."""
        for each in SEALINGS:
            yield days.moment(each.day, "17:10")
            sealed = [*self.workspace.outbox.pack()]
            if each.answered is None:
                for _ in self.workspace.outbox.copy_waiting(outbox):
                    pass
                continue
            yield days.moment(each.answered, "08:40")
            self._take(sealed, is_read=each.is_read)
            self._answer()

    def _take(self, sealed: Iterable[Sealed], *, is_read: bool) -> None:
        for each in sealed:
            self.sent += 1
            if is_read:
                self.have.append(Held(self.sent, each.digest))
            else:
                self.rejected.append(Rejected(each.digest, UNREADABLE))

    def _answer(self) -> None:
        self.answers += 1
        store = self.workspace.store
        with store.reading() as look:
            epoch = look.fact(EPOCH) or ""
        receipt = Receipt(
            council=NAME, device=store.device, epoch=epoch, number=self.answers, at=instant(store.now()),
            have=tuple(self.have), rejected=tuple(self.rejected),
        )  # fmt: skip
        document = receipt.document()
        self.workspace.receipts.take(document, sshsig.sign(self._key(), document, namespace=sshsig.RECEIPT))

    def _key(self) -> Ed25519PrivateKey:
        key = load_ssh_private_key((self.keys / "receipt.key").read_bytes(), None)
        assert isinstance(key, Ed25519PrivateKey)  # noqa: S101  it was made so
        return key
