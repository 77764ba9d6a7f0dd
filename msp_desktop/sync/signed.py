"""What a council signs for its laptops: RFC 8785 JSON in one file, the SSHSIG over its bytes in another beside it.

Whether the signature is true, and whose, is for `council` and `receipts` to say.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec
import rfc8785

from db.disk import disk_told
from msp_desktop.errors import NewerFormat
from msp_desktop.translation import tr

ENDING = ".sig"
MOMENT = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$"
"""A moment in UTC, so spelled that text order is time order."""

_LARGEST = 16 * 1024 * 1024


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A document of one kind; each kind says its `format` and the `version` this program writes."""

    format: str
    version: int

    def document(self) -> bytes:
        """The bytes that are signed."""
        return rfc8785.dumps(msgspec.to_builtins(self))


D = TypeVar("D", bound=Document)


def files(path: Path) -> tuple[bytes, str]:
    """A document and its signature as they lie in their files. Raises ValueError where one is missing or too large."""
    signature = path.with_name(path.name + ENDING)
    with disk_told():
        if any(not each.is_file() or each.stat().st_size > _LARGEST for each in (path, signature)):
            raise ValueError("a document is two files of a reasonable size")
        return path.read_bytes(), signature.read_text("ascii", "replace")


def parsed(data: bytes, kind: type[D], *, format: str, version: int) -> D:
    """The document in these bytes. Raises ValueError for any other, NewerFormat for one of a later version."""
    try:
        said = msgspec.json.decode(data)
        if isinstance(said, dict) and said.get("format") == format and said.get("version", 0) > version:
            raise NewerFormat(
                tr("What the council sent needs a newer version of MSP Desktop. Nothing was changed. Ask your IT team.")
            )
        found = msgspec.convert(said, kind)
        is_so_spelled = found.document() == data
    except (TypeError, rfc8785.CanonicalizationError) as fault:
        raise ValueError("not a document") from fault
    if (found.format, found.version) != (format, version) or not is_so_spelled:
        raise ValueError("not a document of this format")
    return found
