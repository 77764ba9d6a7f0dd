"""Puts a tool that somebody chose into the team's folder: whole or not at all, never over another. Shows nothing."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from db.disk import make_folder, write_whole
from msp_desktop.errors import BadInput
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.faults import Fault
from msp_desktop.tools.loading import FaultyDefinition, advised
from msp_desktop.tools.team import read_team, text_of, usable
from msp_desktop.tools.xlsform.converting import converted
from msp_desktop.tools.xlsform.survey import NotUnderstood
from msp_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A tool that is in the folder now, what could be better in it, and what of a form was not understood."""

    tool: Definition
    file: Path
    was_there: bool = False
    advice: tuple[Fault, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()


def take_in(path: Path, folder: Path | None, *, taken: Container[str]) -> TakenIn:
    """Put a YAML file or an XLSForm into the team's folder. `taken` are the keys of tools that are ours.

    Raises BadInput where the council allows none, the file cannot be used, or this or a newer version is there.
    """
    if folder is None:
        raise BadInput(tr("Your council lets no tools of a team be used on this laptop. Nothing was changed."))
    is_form = path.suffix.lower() in (".xlsx", ".xlsm", ".xls")
    text, notes = converted(path) if is_form else (_text(path), ())
    tool = usable(text, file=path.name, taken=taken)
    target = folder / f"{tool.key}.v{tool.version}.yaml"
    was_there = _is_there(tool, target)
    if not was_there:
        make_folder(folder)
        write_whole(target, text.encode("utf-8"))
    return TakenIn(tool, target, was_there, advised(text, file=target.name), notes)


def _text(path: Path) -> str:
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise BadInput(tr("A tool is a YAML file (.yaml) or an XLSForm (.xlsx). Nothing was changed."))
    return text_of(path)


def _is_there(tool: Definition, target: Path) -> bool:
    """Whether this very text is there already. Raises BadInput where another one is in its way."""
    for there in read_team(target.parent, taken=()).tools:
        if there.key == tool.key and there.version > tool.version:
            raise BadInput(
                tr("A newer version of “{title}” is in your team's folder: version {version}. Nothing was changed."),
                title=there.title, version=there.version,
            )  # fmt: skip
        if (there.key, there.version) == (tool.key, tool.version):
            return _is_same(tool, there.source)
    return target.exists() and _is_same(tool, _readable(target))


def _is_same(tool: Definition, text: str) -> bool:
    if text == tool.source:
        return True
    raise BadInput(
        tr("Version {version} of “{title}” is in your team's folder with other words. Nothing was changed."
           " Give yours the next version: {next}."),
        version=tool.version, title=tool.title, next=tool.version + 1,
    )  # fmt: skip


def _readable(target: Path) -> str:
    try:
        return text_of(target)
    except FaultyDefinition:
        return ""
