"""What lies in a bundle: a ZIP that holds a BagIt bag (RFC 8493) of revisions, schemas and files. Not its sealing."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Mapping
from typing import IO, Any

import rfc8785

FIXED_TIME = (1980, 1, 1, 0, 0, 0)

Files = Iterable[tuple[str, Iterable[bytes]]]
"""The names of files and, piece by piece, what is in them."""


def write_bag(
    target: IO[bytes],
    *,
    name: str,
    info: Mapping[str, str],
    lines: Iterable[Mapping[str, Any]],
    schemas: Mapping[str, bytes],
    files: Files = (),
) -> None:
    """Write the bag into `target` as a ZIP, one revision at a time, so that memory does not grow with its size.

    Each of `lines` becomes one RFC 8785 line of `data/revisions.ndjson`; `info` goes into `bag-info.txt`. `files` are
    read piece by piece and stored as they are: photos do not deflate.
    """
    digests: dict[str, str] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bag:
        _put(bag, f"{name}/bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        _put(bag, f"{name}/bag-info.txt", "".join(f"{key}: {value}\n" for key, value in info.items()).encode())
        spelled = (rfc8785.dumps(dict(line)) + b"\n" for line in lines)
        digests["data/revisions.ndjson"] = _put(bag, f"{name}/data/revisions.ndjson", spelled)
        for kind, schema in sorted(schemas.items()):
            digests[f"data/schema/{kind}.json"] = _put(bag, f"{name}/data/schema/{kind}.json", schema)
        for file, pieces in files:
            path = f"data/files/{file}"
            digests[path] = _put(bag, f"{name}/{path}", pieces, compression=zipfile.ZIP_STORED)
        manifest = "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
        _put(bag, f"{name}/manifest-sha256.txt", manifest.encode())


def _put(
    bag: zipfile.ZipFile, path: str, content: bytes | Iterable[bytes], *, compression: int = zipfile.ZIP_DEFLATED
) -> str:
    entry, digest = zipfile.ZipInfo(path, FIXED_TIME), hashlib.sha256()
    entry.compress_type = compression
    with bag.open(entry, "w", force_zip64=True) as member:
        for piece in (content,) if isinstance(content, bytes) else content:
            digest.update(piece)
            member.write(piece)
    return digest.hexdigest()
