"""A council's signed list of keys, `council.json`: what it holds and whether it is true. Whose it is, `enrolment` asks.

RFC 8785 JSON, signed by the council's root key as SSHSIG (namespace `visit-enrolment`) in `council.json.sig`.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn

import msgspec
import pyrage
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from msp_desktop.errors import BadInput, NewerFormat
from msp_desktop.passphrase import words
from msp_desktop.record.times import instant
from msp_desktop.sync import sshsig
from msp_desktop.translation import tr

DOCUMENT, SIGNATURE = "council.json", "council.json.sig"
FORMAT, VERSION = "visit-enrolment", 1

_LARGEST = 64 * 1024
_SPOKEN = 6
_MOMENT = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$"


class Keys(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Public keys by role: two age recipients that open bundles, three OpenSSH keys that sign."""

    operational: str
    breakglass: str = ""
    receipts: str
    packs: str
    tools: str


class Council(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One list of keys. A later list of the same council has a higher `number`; after `expires` (UTC) none is used."""

    format: str = FORMAT
    version: int = VERSION
    council: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    number: Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
    expires: Annotated[str, msgspec.Meta(pattern=_MOMENT)]
    root: str
    keys: Keys
    trial: bool

    def document(self) -> bytes:
        """The bytes of `council.json`."""
        return rfc8785.dumps(msgspec.to_builtins(self))

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


def files(document: Path) -> tuple[bytes, str]:
    """The list and the signature that lies beside it. Raises BadInput where one of them is missing."""
    signature = document.with_name(document.name + ".sig")
    for path in (document, signature):
        if not path.is_file():
            raise BadInput(
                tr("The council's keys are two files, {first} and {second}. One is missing. Nothing was changed."),
                first=DOCUMENT,
                second=SIGNATURE,
            )
        if path.stat().st_size > _LARGEST:
            _refuse_shape()
    return document.read_bytes(), signature.read_text("ascii", "replace")


def read(document: bytes, signature: str) -> Council:
    """The list, proven to be signed by the root key it names. Raises BadInput, or NewerFormat for a later version's."""
    council = _parsed(document)
    _refuse_wrong_keys(council)
    if not sshsig.verifies(sshsig.read_public_line(council.root), document, signature, namespace=sshsig.ENROLMENT):
        raise BadInput(tr("The signature on these council keys is not true. Nothing was changed. Tell the council."))
    return council


def _parsed(document: bytes) -> Council:
    try:
        said = msgspec.json.decode(document)
        if isinstance(said, dict) and said.get("format") == FORMAT and said.get("version", 0) > VERSION:
            raise NewerFormat(
                tr("These council keys need a newer version of MSP Desktop. Nothing was changed. Ask your IT team.")
            )
        council = msgspec.convert(said, Council)
        is_ours = council.format == FORMAT and council.version == VERSION and council.document() == document
    except (msgspec.DecodeError, TypeError, ValueError, rfc8785.CanonicalizationError):
        is_ours = False
    if not is_ours:
        _refuse_shape()
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
        _refuse_shape()


def _refuse_shape() -> NoReturn:
    raise BadInput(
        tr("This file is not a list of council keys. Nothing was changed. Choose the {name} from your council."),
        name=DOCUMENT,
    )
