"""Commands for those who write a tool of their team: a first file, a check, taking it in, and the shape for editors."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from db.disk import write_whole
from msp_desktop.errors import BadInput, FaultsFound
from msp_desktop.tools.library import released, shipped
from msp_desktop.tools.loading import FaultyDefinition, advised
from msp_desktop.tools.schema import schema
from msp_desktop.tools.taking_in import take_in
from msp_desktop.tools.team import team_folder, text_of, usable
from msp_desktop.tools.xlsform.survey import Keys
from msp_desktop.translation import tr

_LONGEST = 80


def check(paths: Sequence[Path]) -> Iterator[str]:
    """Every fault of every file, or that it can be used and what could be better. Raises FaultsFound at its end.

    Raises BadInput where one of them is not there: then none is checked.
    """
    _refuse_missing(paths)
    count = 0
    for path in paths:
        try:
            advice = _checked(path)
        except FaultyDefinition as faulty:
            count += len(faulty.faults)
            yield from map(str, faulty.faults)
            continue
        yield from (tr("Advice. {what}").format(what=each) for each in advice)
        yield tr("{file}: this tool can be used.").format(file=path.name)
    if count:
        raise FaultsFound(tr("Faults found: {count}. Put them right, then check again."), count=count)


def new(name: str, into: Path | None) -> Iterator[str]:
    """A first file to go on from. Raises BadInput where the name or the file is taken."""
    title = " ".join(name.split())
    if not title.isprintable() or not 0 < len(title) <= _LONGEST:
        raise BadInput(tr("A name has 1 to 80 letters in one line. Nothing was written."))
    key = Keys("tool").of(title)
    if key in _ours():
        raise BadInput(tr("A tool of the program has that name already. Nothing was written. Choose another one."))
    path = into or Path(f"{key}.yaml")
    if path.exists():
        raise BadInput(tr("There is a file of that name already. Nothing was written. Name another one with -o."))
    text = files("resources").joinpath("skeleton/tool.yaml").read_text("utf-8")
    quoted = json.dumps(title, ensure_ascii=False)
    write_whole(path, text.replace("KEY", key, 1).replace("TITLE", quoted).encode("utf-8"))
    yield tr("Written: {file}. Make it yours, then try: msp-desktop tool check {file}").format(file=path)


def take(path: Path) -> Iterator[str]:
    """Put a tool or an XLSForm into the team's folder. Raises BadInput, with every fault, where it cannot be used."""
    _refuse_missing([path])
    taken = take_in(path, team_folder(), taken=_ours())
    yield from (tr("Not understood. {what}").format(what=each) for each in taken.not_understood)
    yield from (tr("Advice. {what}").format(what=each) for each in taken.advice)
    there = tr("“{title}”, version {version}, is there already, word for word: {file}")
    now = tr("“{title}”, version {version}, is among your team's tools now: {file}")
    words = there if taken.was_there else now
    yield words.format(title=taken.tool.title, version=taken.tool.version, file=taken.file)
    yield tr("On paper it is class C: it stays with you.")


def shape() -> Iterator[str]:
    """The JSON Schema of a tool's file."""
    yield json.dumps(schema(), indent=2, ensure_ascii=False)


def _checked(path: Path) -> tuple[object, ...]:
    if path.suffix.lower() == ".xlsx":
        raise BadInput(tr("A form is checked when it is taken in: msp-desktop tool import {name}"), name=path.name)
    text = text_of(path)
    is_ours = hashlib.sha256(text.encode("utf-8")).hexdigest() in released().values()
    usable(text, file=path.name, taken=() if is_ours else _ours())
    return advised(text, file=path.name)


def _refuse_missing(paths: Sequence[Path]) -> None:
    for path in paths:
        if not path.is_file():
            raise BadInput(tr("There is no file of that name: {name}. Nothing was done."), name=path.name)


def _ours() -> frozenset[str]:
    return frozenset(tool.key for tool in shipped())
