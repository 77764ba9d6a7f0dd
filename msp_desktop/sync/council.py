"""A council's signed list of keys, `council.json`: what it holds and whether it is true. Whose it is, `enrolment` asks.

RFC 8785 JSON, signed by the council's root key as SSHSIG (namespace `visit-enrolment`) in `council.json.sig`.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec
import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from msp_desktop.errors import BadInput
from msp_desktop.passphrase import words
from msp_desktop.record.times import instant
from msp_desktop.sync import signed, sshsig
from msp_desktop.sync.signed import ENDING, MOMENT, Document
from msp_desktop.translation import tr

DOCUMENT = "council.json"
SIGNATURE = DOCUMENT + ENDING
FORMAT, VERSION = "visit-enrolment", 1

_SPOKEN = 6


class Keys(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Public keys by role: two age recipients that open bundles, three OpenSSH keys that sign."""

    operational: str
    breakglass: str = ""
    receipts: str
    packs: str
    tools: str


class Council(Document, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One list of keys. A later list of the same council has a higher `number`; after `expires` (UTC) none is used."""

    format: str = FORMAT
    version: int = VERSION
    council: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    number: Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
    expires: Annotated[str, msgspec.Meta(pattern=MOMENT)]
    root: str
    keys: Keys
    trial: bool

    @property
    def recipients(self) -> tuple[str, str]:
        """The age recipients that every bundle is encrypted to, operational and break-glass."""
        return self.keys.operational, self.keys.breakglass

    @property
    def receipts(self) -> Ed25519PublicKey:
        """The key that signs receipts and nothing else."""
        return sshsig.read_public_line(self.keys.receipts)

    @property
    def spoken(self) -> str:
        """The root key's fingerprint (SHA-256) as six words to compare by voice, worth 63 bits."""
        digest = hashlib.sha256(sshsig.public_blob(sshsig.read_public_line(self.root))).digest()
        number, said = int.from_bytes(digest), []
        for _ in range(_SPOKEN):
            number, place = divmod(number, len(words()))
            said.append(words()[place])
        return " ".join(said)

    def has_expired(self, now: datetime) -> bool:
        """Whether the list may no longer be used."""
        return self.expires <= instant(now)


def files(path: Path) -> tuple[bytes, str]:
    """The list and the signature that lies beside it. Raises BadInput where one of them is missing."""
    try:
        return signed.files(path)
    except ValueError:
        raise BadInput(
            tr("The council's keys are two files, {first} and {second}. One is missing. Nothing was changed."),
            first=DOCUMENT,
            second=SIGNATURE,
        ) from None


def read(document: bytes, signature: str) -> Council:
    """The list, proven to be signed by the root key it names. Raises BadInput, or NewerFormat for a later version's."""
    try:
        council = signed.parsed(document, Council, format=FORMAT, version=VERSION)
    except ValueError:
        raise _shapeless() from None
    _refuse_wrong_keys(council)
    if not sshsig.verifies(sshsig.read_public_line(council.root), document, signature, namespace=sshsig.ENROLMENT):
        raise BadInput(tr("The signature on these council keys is not true. Nothing was changed. Tell the council."))
    return council


def _refuse_wrong_keys(council: Council) -> None:
    operational, breakglass = council.recipients
    if not breakglass or breakglass == operational:
        raise BadInput(
            tr("These council keys lack the second key, for emergencies. Nothing was changed. Ask for a whole set.")
        )
    try:
        for recipient in council.recipients:
            pyrage.x25519.Recipient.from_str(recipient)
        for line in (council.root, council.keys.receipts, council.keys.packs, council.keys.tools):
            sshsig.read_public_line(line)
    except (pyrage.RecipientError, ValueError):
        raise _shapeless() from None


def _shapeless() -> BadInput:
    return BadInput(
        tr("This file is not a list of council keys. Nothing was changed. Choose the {name} from your council."),
        name=DOCUMENT,
    )
