"""Files sealed in chunks, so that a large one is read and written a piece at a time. Knows no record and no folder.

AES-256-GCM in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015; laid out as in age,
age-encryption.org/v1): the nonce is an 11-byte count and a byte that says whether a chunk is the last. So a chunk
moved, left out, repeated or taken from another file does not open, and neither does a file cut short or made longer.
A key seals one file, once; the count may therefore start at nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.errors import Damaged

CHUNK = 64 * 1024
_TAG = 16
_MAGIC = b"MSPFILE\x01"


def seal(data: bytes, key: bytes, name: str) -> Iterator[bytes]:
    """The sealed file, piece by piece. `name` is bound into every chunk: under another name it does not open."""
    cipher, bound = AESGCM(key), _MAGIC + name.encode()
    yield _MAGIC
    last = max(0, (len(data) - 1) // CHUNK)
    for number in range(last + 1):
        piece = data[number * CHUNK : (number + 1) * CHUNK]
        yield cipher.encrypt(_nonce(number, is_last=number == last), piece, bound)


def unseal(file: BinaryIO, key: bytes, name: str) -> Iterator[bytes]:
    """What was sealed, piece by piece, each proven before it is handed out.

    Only when the last piece has come is it proven that none is missing: whoever takes pieces must undo everything
    when this raises Damaged.
    """
    cipher, bound = AESGCM(key), _MAGIC + name.encode()
    if file.read(len(_MAGIC)) != _MAGIC:
        raise damaged()
    number, piece = 0, file.read(CHUNK + _TAG)
    while True:
        following = file.read(CHUNK + _TAG)
        try:
            opened = cipher.decrypt(_nonce(number, is_last=not following), piece, bound)
        except InvalidTag:
            raise damaged() from None
        yield opened
        if not following:
            return
        number, piece = number + 1, following


def damaged() -> Damaged:
    """A file that is not as it was written."""
    return Damaged(
        "A photo or file in this vault is damaged, so it is not shown. Your records are safe and nothing was changed."
        " Run a check, and restore from a backup."
    )


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])
