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

from msp_desktop.errors import BadInput
from msp_desktop.tools.definition import Definition, Sheet
from msp_desktop.tools.faults import Fault
from msp_desktop.tools.loading import loaded
from msp_desktop.tools.team import KeptText, TeamTools, read_team
from msp_desktop.translation import tr


class Library:
    """The tools, newest version of each. Files are read when a tool is first asked for, not before."""

    def __init__(self, team_folder: Path | None = None, *, kept: KeptText | None = None) -> None:
        self.team_folder, self._kept = team_folder, kept

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with files of the team."""
        return self._team.faults

    @property
    def of_team(self) -> tuple[Definition, ...]:
        """The team's own tools, by their title."""
        return tuple(sorted(self._team.tools, key=lambda tool: tool.title))

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

    def read_again(self) -> None:
        """Read the team's folder anew the next time: something was put into it."""
        for name in ("_tools", "_team"):
            self.__dict__.pop(name, None)

    @cached_property
    def _tools(self) -> Mapping[str, Definition]:
        return {**_by_key(self._team.tools), **_by_key(shipped())}

    @cached_property
    def _team(self) -> TeamTools:
        return read_team(self.team_folder, taken=_by_key(shipped()), kept=self._kept)


def _by_key(tools: Iterable[Definition]) -> dict[str, Definition]:
    return {tool.key: tool for tool in tools}


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
    is_ours = hashlib.sha256(source.encode()).hexdigest() in released().values()
    return loaded(source, file=file, is_ours=is_ours, was_used=True)
