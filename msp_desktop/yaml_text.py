"""YAML as this project writes it: the core of YAML 1.2, so `yes` is a word, and every value knows its line.

No tags, anchors, aliases or duplicate keys: what a person reads is what is meant. Knows nothing of what a file is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from msp_desktop.errors import BadInput
from msp_desktop.translation import tr

DEEPEST = 30

_CORE = (
    (re.compile(r"null|Null|NULL|~|"), lambda text: None),
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]{1,15}"), int),
)


class BadYaml(BadInput):
    """A text that is not YAML as it is written here; `line` counts from 1, `remedy` says what to do."""

    def __init__(self, sentence: str, *, line: int, remedy: str) -> None:
        super().__init__(sentence)
        self.line, self.remedy = line, remedy


@dataclass(frozen=True, slots=True)
class Listed:
    """A plain value, and the line of every path in it, such as `$.sheets[0].name`."""

    value: Any
    lines: dict[str, int] = field(default_factory=dict)


def read(text: str) -> Listed:
    """The plain value of a text. Raises BadYaml."""
    try:
        _refuse_tricks(text)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError) as error:
        remedy = tr("Check the indent, the colons, and put quotes round words that hold “: ”.")
        raise BadYaml(tr("This line cannot be read as YAML."), line=_line_of(error), remedy=remedy) from None
    lines = {"$": 1}
    return Listed(_plain(node, "$", lines), lines)


def _refuse_tricks(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        marked = isinstance(event, yaml.NodeEvent) and (event.anchor or getattr(event, "tag", None))
        if marked or depth > DEEPEST:
            mark = event.start_mark
            what = tr("Anchors, aliases, tags and very deep nesting are not used here.")
            remedy = tr("Write the value out where it is needed.")
            raise BadYaml(what, line=mark.line + 1 if mark else 1, remedy=remedy)


def _line_of(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark is not None else 1


def _plain(node: yaml.Node | None, path: str, lines: dict[str, int]) -> Any:  # noqa: ANN401 - any YAML value
    if isinstance(node, yaml.MappingNode):
        return {key: _plain(value, f"{path}.{key}", lines) for key, value in _pairs(node, path, lines)}
    if isinstance(node, yaml.SequenceNode):
        lines.update((f"{path}[{at}]", item.start_mark.line + 1) for at, item in enumerate(node.value))
        return [_plain(item, f"{path}[{at}]", lines) for at, item in enumerate(node.value)]
    return _scalar(node) if isinstance(node, yaml.ScalarNode) else None


def _pairs(node: yaml.MappingNode, path: str, lines: dict[str, int]) -> Iterator[tuple[str, yaml.Node]]:
    seen: set[str] = set()
    for key_node, value in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in seen or not isinstance(key_node, yaml.ScalarNode):
            raise BadYaml(tr("A word stands here twice on one level."), line=line, remedy=tr("Keep one of the two."))
        seen.add(key)
        lines[f"{path}.{key}"] = line
        yield key, value


def _scalar(node: yaml.ScalarNode) -> Any:  # noqa: ANN401 - one of YAML's plain types
    text = str(node.value)
    if node.style in (None, ""):
        for pattern, made in _CORE:
            if pattern.fullmatch(text):
                return made(text)
    return text
