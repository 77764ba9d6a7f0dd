"""Every tool there is: those that come with the program and those of the team's own folder. Keeps no answers.

A broken file of a team is listed with its faults and breaks nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from platformdirs import user_data_path

from msp_desktop.errors import BadInput
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.faults import Fault
from msp_desktop.tools.loading import LARGEST, FaultyDefinition, loaded
from msp_desktop.translation import tr


class Library:
    """The tools, newest version of each. Files are read when a tool is first asked for, not before."""

    def __init__(self, team_folder: Path | None = None) -> None:
        self._team_folder = team_folder

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with files of the team that could not be used."""
        return tuple(self._team[1])

    def all(self) -> tuple[Definition, ...]:
        """Every tool, by its number."""
        return tuple(sorted(self._tools.values(), key=lambda tool: tool.number))

    def tool(self, key: str) -> Definition:
        """The newest version of a tool. Raises BadInput for an unknown key."""
        if key not in self._tools:
            raise BadInput(tr("There is no tool of that name. `msp-desktop sheet list` shows what there is."))
        return self._tools[key]

    def sheet(self, sheet_id: str) -> tuple[Definition, Sheet]:
        """The tool and sheet of an id such as `scaling.ruler`. Raises BadInput."""
        for tool, sheet in self.sheets():
            if tool.sheet_id(sheet) == sheet_id:
                return tool, sheet
        raise BadInput(tr("There is no sheet of that name. `msp-desktop sheet list` shows what there is."))

    def sheets(self) -> Iterator[tuple[Definition, Sheet]]:
        """Every sheet of every tool, in the order of the tools."""
        return ((tool, sheet) for tool in self.all() for sheet in tool.sheets)

    @cached_property
    def _tools(self) -> Mapping[str, Definition]:
        return {**self._team[0], **_by_key(shipped())}

    @cached_property
    def _team(self) -> tuple[dict[str, Definition], list[Fault]]:
        ours, found, wrong = _by_key(shipped()), dict[str, Definition](), list[Fault]()
        for path in sorted(self._team_folder.glob("*.yaml")) if self._team_folder else ():
            try:
                tool = loaded(_text_of(path), file=path.name, is_ours=False)
            except FaultyDefinition as faulty:
                wrong += faulty.faults
                continue
            if tool.key in ours:
                what = tr("The key “{key}” belongs to a tool of the program.").format(key=tool.key)
                wrong.append(Fault(path.name, 1, what, tr("Choose another key.")))
            elif tool.key not in found or found[tool.key].version < tool.version:
                found[tool.key] = tool
        return found, wrong


def _by_key(tools: Iterable[Definition]) -> dict[str, Definition]:
    return {tool.key: tool for tool in tools}


def team_folder() -> Path:
    """Where a team puts tools of its own; it need not be there."""
    return user_data_path("msp-desktop", appauthor=False) / "tools"


@cache
def shipped() -> tuple[Definition, ...]:
    """The newest version of each tool that comes with the program."""
    newest: dict[str, Definition] = {}
    for name in sorted(released()):
        tool = loaded(files("resources").joinpath("tools", name).read_text("utf-8"), file=name)
        if tool.key not in newest or newest[tool.key].version < tool.version:
            newest[tool.key] = tool
    return tuple(newest.values())


@cache
def released() -> Mapping[str, str]:
    """File name and SHA-256 of every definition that was ever released; none of them is edited again."""
    found: dict[str, str] = json.loads(files("resources").joinpath("tools/released.json").read_text("utf-8"))
    return found


@cache
def as_answered(source: str, *, file: str) -> Definition:
    """A definition as a vault kept it beside its answers. It is ours if the program released that very text."""
    return loaded(source, file=file, is_ours=hashlib.sha256(source.encode()).hexdigest() in released().values())


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        remedy = tr("Save it again as UTF-8 text, in a place that can be read.")
        raise FaultyDefinition([Fault(path.name, 1, tr("This file cannot be read."), remedy)]) from None
