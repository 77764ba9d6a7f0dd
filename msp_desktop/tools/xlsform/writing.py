"""Writes a tool as YAML for people: every text in quotes, so that no word is taken for a number. Knows no form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from msp_desktop.translation import tr

_PLAIN = frozenset({"key", "number", "group", "part", "type", "finish", "name", "each", "blank", "filled"})


class _Said(str):
    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401 - as the library has it
        return True


_Dumper.add_representer(_Said, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def written(definition: dict[str, Any], notes: Sequence[object]) -> str:
    """The text of the file, with what was not understood as comments at its head."""
    about = [tr("Made from an XLSForm. Go on editing it here: docs/how-to/write-a-tool.md tells how.")]
    about += [tr("Not understood:"), *(f"- {note}" for note in notes)] if notes else []
    body = yaml.dump(_quoted(definition), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=118)
    return "".join(f"# {line}\n" for line in about) + body


def _quoted(value: Any, name: str = "") -> Any:  # noqa: ANN401 - any part of a definition
    if isinstance(value, dict):
        # The keys of options are the form's own words, whatever they look like.
        return {key: _quoted(item, "" if name == "options" else key) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_quoted(item) for item in value]
    return _Said(value) if isinstance(value, str) and name not in _PLAIN else value
