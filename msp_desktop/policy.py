"""What the council fixes on this laptop: read from the machine, never written. A part that cannot be read is the most
careful one (ADR 0011), so that no slip of IT loosens anything.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from msp_desktop.setting_kinds import Unfit
from msp_desktop.settings import TABLE, Entry, SetBy, Settings
from msp_desktop.translation import tr

FILE = Path("/etc/msp-desktop/policy.toml")
KEY = r"Software\Policies\MSP Desktop"
"""Where IT puts it: on Linux this file, on Windows this key under HKEY_LOCAL_MACHINE, both for administrators alone."""

_UNREADABLE = tr(
    "What your council has set for this laptop could not be read, so the most careful settings count."
    " Your records are safe. Ask your IT team to look at it."
)
_IN_PART = tr(
    "A part of what your council has set for this laptop could not be read: {names}. The most careful settings count"
    " there. Your records are safe. Ask your IT team to look at it."
)


class Policy(NamedTuple):
    """Values by the name of their setting, and a sentence about what could not be read."""

    fixed: Mapping[str, Any] = MappingProxyType({})
    problem: str = ""

    def over(self, chosen: Settings) -> Settings:
        """What counts: the policy before the worker's choice."""
        return replace(chosen, **self.fixed)


def machine_policy() -> Policy:
    """What the council fixes here; nothing where there is no policy."""
    try:
        found = _found()
    except (OSError, ValueError):
        return _careful(TABLE, problem=_UNREADABLE)
    return read_policy(found)


def read_policy(found: Mapping[str, object]) -> Policy:
    """The policy that IT wrote down. What does not fit the table, or is not in it, is named in the sentence."""
    fixed, broken = {}, []
    for name, given in found.items():
        entry = TABLE.get(name)
        try:
            if entry is None or entry.set_by is SetBy.WORKER:
                raise Unfit
            fixed[name] = entry.kind.read(given)
        except Unfit:
            broken.append(name)
    careful = _careful(broken)
    problem = _IN_PART.format(names=", ".join(_named(name) for name in broken)) if broken else ""
    return Policy({**fixed, **careful.fixed}, problem)


def _careful(names: Mapping[str, Entry] | list[str], problem: str = "") -> Policy:
    entries = [TABLE[name] for name in names if name in TABLE]
    return Policy({each.name: each.careful for each in entries if each.careful is not None}, problem)


def _named(name: str) -> str:
    return name[:40] if name.isprintable() else tr("a name that cannot be shown")


if sys.platform == "win32":
    import winreg

    def _found() -> Mapping[str, object]:
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, KEY) as key:
                count = winreg.QueryInfoKey(key)[1]
                return {name: value for name, value, _ in (winreg.EnumValue(key, place) for place in range(count))}
        except FileNotFoundError:
            return {}

else:

    def _found() -> Mapping[str, object]:
        try:
            words = FILE.read_text("utf-8")
        except FileNotFoundError:
            return {}
        import tomllib  # 4 ms, and most laptops have no policy

        return tomllib.loads(words)
