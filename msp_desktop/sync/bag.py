"""What lies inside a bundle: a ZIP that holds a BagIt bag (RFC 8493) of revisions and schemas. Not its sealing."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Mapping
from typing import IO, Any

import rfc8785

FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def write_bag(
    target: IO[bytes],
    *,
    name: str,
    info: Mapping[str, str],
    lines: Iterable[Mapping[str, Any]],
    schemas: Mapping[str, bytes],
) -> None:
    """Write the bag into `target` as a ZIP, one revision at a time, so that memory does not grow with its size.

    Each of `lines` becomes one RFC 8785 line of `data/revisions.ndjson`; `info` goes into `bag-info.txt`.
    """
    digests: dict[str, str] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bag:
        _put(bag, f"{name}/bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        _put(bag, f"{name}/bag-info.txt", "".join(f"{key}: {value}\n" for key, value in info.items()).encode())
        digests["data/revisions.ndjson"] = _put_lines(bag, f"{name}/data/revisions.ndjson", lines)
        for kind, schema in sorted(schemas.items()):
            digests[f"data/schema/{kind}.json"] = _put(bag, f"{name}/data/schema/{kind}.json", schema)
        manifest = "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
        _put(bag, f"{name}/manifest-sha256.txt", manifest.encode())


def _put(bag: zipfile.ZipFile, path: str, data: bytes) -> str:
    with bag.open(_entry(path), "w", force_zip64=True) as member:
        member.write(data)
    return hashlib.sha256(data).hexdigest()


def _put_lines(bag: zipfile.ZipFile, path: str, lines: Iterable[Mapping[str, Any]]) -> str:
    digest = hashlib.sha256()
    with bag.open(_entry(path), "w", force_zip64=True) as member:
        for line in lines:
            spelled = rfc8785.dumps(dict(line)) + b"\n"
            digest.update(spelled)
            member.write(spelled)
    return digest.hexdigest()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, FIXED_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
