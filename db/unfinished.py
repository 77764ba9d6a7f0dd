"""Finishing what a killed rotation or restore left behind. The header, under its MAC, names every file that goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from db.disk import disk_told, make_folder, put_in_place, remove
from db.header import Header, store
from db.keys import VaultKey

_JOURNALS = ("", "-wal", "-shm")


def finish(folder: Path, header: Header, key: VaultKey) -> Header:
    """Remove, or move aside, what the header names; returns the header that names nothing any more."""
    if not header.leaving:
        return header
    for name, aside in header.leaving.items():
        for path in with_journals(folder / name):
            _let_go(path, folder / aside if aside else None)
    done = replace(header, generation=header.generation + 1, leaving={})
    store(folder, done, key)
    return done


def with_journals(database: Path) -> Iterator[Path]:
    """A database file and what belongs to it and must go where it goes; those that are there."""
    for ending in _JOURNALS:
        path = database.with_name(database.name + ending)
        if path.exists():
            yield path


def _let_go(path: Path, aside: Path | None) -> None:
    if aside is None:
        remove(path)
        return
    make_folder(aside)
    with disk_told():
        put_in_place(path, aside / path.name)
