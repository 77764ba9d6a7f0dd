"""The folder with a team's own tools: where it is, and what can be used of what lies in it. Writes nothing.

What a team wrote is never ours: on paper it is class C until a council's key signs it (`practice.leave_behind`).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from msp_desktop.policy import machine_policy
from msp_desktop.settings import Settings
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.faults import Fault
from msp_desktop.tools.loading import LARGEST, FaultyDefinition, loaded, too_large
from msp_desktop.translation import tr

MOST = 200
"""Files that are read: more are a mistake, such as a whole disk."""

KeptText = Callable[[str, int], str | None]
"""The text of a tool's version as a vault keeps it, by key and version; None where it was never used there."""


@dataclass(frozen=True, slots=True)
class TeamTools:
    """The newest version of each tool of a team, and every file that cannot be used as it is."""

    tools: tuple[Definition, ...] = ()
    faults: tuple[Fault, ...] = ()


def team_folder() -> Path | None:
    """Where a team puts tools of its own; it need not be there. None where the council allows none."""
    where = machine_policy().over(Settings()).team_tools
    if where == "own":
        return user_data_path("msp-desktop", appauthor=False) / "tools"
    return None if where == "none" else Path(where)


def read_team(folder: Path | None, *, taken: Container[str], kept: KeptText | None = None) -> TeamTools:
    """The tools of a folder; `taken` are keys that are ours. A version that a vault used counts as it was used."""
    found, faults = dict[str, tuple[str, Definition]](), list[Fault]()
    for path in _files(folder, faults):
        try:
            tool = usable(text_of(path), file=path.name, taken=taken)
        except FaultyDefinition as faulty:
            faults += faulty.faults
            continue
        _, before = found.get(tool.key, ("", None))
        if before is not None and before.version == tool.version:
            faults.append(_twice(path, tool))
        elif before is None or before.version < tool.version:
            found[tool.key] = (path.name, tool)
    used = (_as_used(tool, name, kept, faults) for name, tool in found.values())
    return TeamTools(tuple(tool for tool in used if tool is not None), tuple(faults))


def usable(text: str, *, file: str, taken: Container[str]) -> Definition:
    """A team's tool. Raises FaultyDefinition, also where its key belongs to a tool of ours."""
    tool = loaded(text, file=file, is_ours=False)
    if tool.key in taken:
        what = tr("The key “{key}” belongs to a tool of the program.").format(key=tool.key)
        raise FaultyDefinition([Fault(file, 1, what, tr("Choose another key."))])
    return tool


def text_of(path: Path) -> str:
    """The text of a file. Raises FaultyDefinition for one that cannot be read or is too large."""
    try:
        if not path.is_file():  # a pipe would be waited for without end
            raise OSError
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise too_large(path.name)
        return data.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        remedy = tr("Save it again as UTF-8 text, in a place that can be read.")
        raise FaultyDefinition([Fault(path.name, 1, tr("This file cannot be read."), remedy)]) from None


def _files(folder: Path | None, faults: list[Fault]) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir()) if folder is not None and folder.exists() else []
    except OSError:
        what = tr("This folder cannot be read, so no tool of your team is there.")
        faults.append(Fault(folder.name if folder else "", 1, what, tr("Ask your IT team for the right to read it.")))
        return
    named = [path for path in inside if path.suffix.lower() in (".yaml", ".yml") and not path.name.startswith(".")]
    yield from named[:MOST]
    if len(named) > MOST:
        what = tr("There are more than {most} tools in this folder, and the others were not read.")
        faults.append(Fault(named[MOST].name, 1, what.format(most=MOST), tr("Take out what nobody uses.")))


def _twice(path: Path, tool: Definition) -> Fault:
    what = tr("Version {version} of “{key}” stands in another file too.").format(version=tool.version, key=tool.key)
    return Fault(path.name, _line_of_version(tool), what, tr("Keep one of the two, or give this one a new version."))


def _as_used(tool: Definition, file: str, kept: KeptText | None, faults: list[Fault]) -> Definition | None:
    text = kept(tool.key, tool.version) if kept is not None else None
    if text is None or text == tool.source:
        return tool
    what = tr("“{title}” was used as version {version} with other words, and those still count.")
    remedy = tr("To use the new words, write: version: {next}.").format(next=tool.version + 1)
    told = what.format(title=tool.title, version=tool.version)
    faults.append(Fault(file, _line_of_version(tool), told, remedy))
    try:
        return loaded(text, file=file, is_ours=False, was_used=True)
    except FaultyDefinition as faulty:
        faults += faulty.faults
        return None


def _line_of_version(tool: Definition) -> int:
    lines = enumerate(tool.source.splitlines(), 1)
    return next((number for number, line in lines if line.startswith("version")), 1)
