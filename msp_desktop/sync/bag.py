"""What lies inside a bundle: a ZIP that holds a BagIt bag (RFC 8493) of revisions, schemas and photos. Not its sealing.

It comes out piece by piece, pulled by whoever seals it, so memory does not grow with its size.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

Files = Iterable[tuple[str, Iterable[bytes]]]
"""The names of files and, piece by piece, what is in them."""

_TAG = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag(
    *, name: str, info: Mapping[str, str], lines: Iterable[bytes], schemas: Mapping[str, bytes], files: Files = ()
) -> Generator[bytes]:
    """The bytes of the ZIP. `lines` become `data/revisions.ndjson`, `info` becomes `bag-info.txt`.

    `files` are stored as they are: photos do not deflate.
    """
    out = _Pieces()
    digests: dict[str, str] = {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for path, content in _members(info, lines, schemas, files, digests):
            # By its bare name a member is deflated at the level above; an entry made here is stored. Both are of 1980.
            entry, digest = f"{name}/{path}", hashlib.sha256()
            is_file = path.startswith("data/files/")
            with made.open(zipfile.ZipInfo(entry) if is_file else entry, "w", force_zip64=True) as member:
                for piece in content:
                    digest.update(piece)
                    member.write(piece)
                    yield from out.taken()
            digests[path] = digest.hexdigest()
    yield from out.taken()


def _members(
    info: Mapping[str, str],
    lines: Iterable[bytes],
    schemas: Mapping[str, bytes],
    files: Files,
    digests: Mapping[str, str],
) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield "bagit.txt", [_TAG]
    yield "bag-info.txt", ["".join(f"{key}: {value}\n" for key, value in info.items()).encode()]
    yield "data/revisions.ndjson", (line + b"\n" for line in lines)
    for kind, schema in sorted(schemas.items()):
        yield f"data/schema/{kind}.json", [schema]
    for file, pieces in files:
        yield f"data/files/{file}", pieces
    # Last, when the digests of all that came before are known.
    payload = sorted((path, digest) for path, digest in digests.items() if path.startswith("data/"))
    yield "manifest-sha256.txt", ["".join(f"{digest}  {path}\n" for path, digest in payload).encode()]


class _Pieces(io.RawIOBase):
    """Takes what the ZIP writes and hands it on; it cannot go back, which tells zipfile to write no header twice."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer) -> int:
        self._held.append(bytes(data))
        return len(self._held[-1])

    def taken(self) -> list[bytes]:
        """What was written since this was asked last."""
        held, self._held = self._held, []
        return held
