"""From the text of a definition's file to a Definition, or to faults that name file, line and remedy.

YAML 1.2 without tags, anchors, aliases or duplicate keys, at most 256 KB: what a person reads is what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, NodeEvent

from msp_desktop.errors import BadInput
from msp_desktop.tools import checking
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.faults import Fault, remedy_for
from msp_desktop.translation import tr

LARGEST = 256 * 1024
DEEPEST = 30


class FaultyDefinition(BadInput):
    """A definition that cannot be used, with every fault that was found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A plain value and the line that each path of it stands on."""

    value: Any
    lines: Mapping[str, int]


def loaded(text: str, *, file: str, is_ours: bool = True) -> Definition:
    """The definition in a text. Raises FaultyDefinition; `file` is how messages name it."""
    plain = _listed(_parsed(text, file))
    try:
        definition = msgspec.convert({**plain.value, "source": text, "is_ours": is_ours}, Definition, strict=True)
    except msgspec.ValidationError as error:
        raise FaultyDefinition([_shape_fault(str(error), plain, file)]) from None
    faults = [
        Fault(file, _line(plain.lines, fault.path), fault.what, fault.remedy) for fault in checking.faults(definition)
    ]
    if faults:
        raise FaultyDefinition(faults)
    return definition


def _parsed(text: str, file: str) -> CommentedMap:
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        raise FaultyDefinition([Fault(file, 1, tr("This file is larger than 256 KB."), tr("Split the tool in two."))])
    try:
        _refuse_tricks(text, file)
        node = YAML(typ="rt", pure=True).load(text)
    except (YAMLError, ValueError, RecursionError) as error:
        raise FaultyDefinition([_grammar_fault(error, file)]) from None
    if not isinstance(node, CommentedMap):
        what = tr("This file does not hold a tool.")
        raise FaultyDefinition([Fault(file, 1, what, tr("Begin with: key, version, number, title."))])
    return node


def _refuse_tricks(text: str, file: str) -> None:
    depth = 0
    for event in YAML(typ="rt", pure=True).parse(text):
        depth += {"MappingStartEvent": 1, "SequenceStartEvent": 1, "MappingEndEvent": -1, "SequenceEndEvent": -1}.get(
            type(event).__name__, 0
        )
        tagged = isinstance(event, NodeEvent) and (event.anchor or getattr(event, "tag", None))
        if isinstance(event, AliasEvent) or tagged or depth > DEEPEST:
            what = tr("Anchors, aliases, tags and very deep nesting are not used in definitions.")
            remedy = tr("Write the value out where it is needed.")
            raise FaultyDefinition([Fault(file, event.start_mark.line + 1, what, remedy)])


def _grammar_fault(error: Exception, file: str) -> Fault:
    mark = getattr(error, "problem_mark", None) if isinstance(error, MarkedYAMLError) else None
    line = mark.line + 1 if mark is not None else 1
    if isinstance(error, DuplicateKeyError):
        return Fault(file, line, tr("A word stands here twice on one level."), tr("Keep one of the two."))
    what = tr("This line cannot be read as YAML.")
    return Fault(file, line, what, tr("Check the indent, the colons, and put quotes round words that hold “: ”."))


# What is written as a mapping becomes a list in its order, each item with its key under this name.
_KEYED = {"fields": "key", "columns": "key", "options": "code", "each": "code"}


def _listed(node: CommentedMap) -> _Listed:
    lines: dict[str, int] = {"$": 1}
    return _Listed(_plain(node, "$", lines, inside=""), lines)


def _plain(node: Any, path: str, lines: dict[str, int], *, inside: str) -> Any:  # noqa: ANN401 - any YAML value
    if isinstance(node, CommentedMap) and inside in _KEYED:
        return [_member(node, key, at, path, lines, _KEYED[inside]) for at, key in enumerate(node)]
    if isinstance(node, CommentedMap):
        return {str(key): _child(node, key, f"{path}.{key}", lines, inside=str(key)) for key in node}
    if isinstance(node, CommentedSeq):
        return [_item(node, at, f"{path}[{at}]", lines, inside=inside) for at in range(len(node))]
    if isinstance(node, (str, bool, int)) or node is None:
        return _scalar(node)
    return str(node)


def _member(node: CommentedMap, key: Any, at: int, path: str, lines: dict[str, int], name: str) -> Any:  # noqa: ANN401
    value = _child(node, key, f"{path}[{at}]", lines, inside="")
    if not isinstance(value, Mapping):
        value = {"label": value}
    return {name: _scalar(key), **value}


def _child(node: CommentedMap, key: Any, path: str, lines: dict[str, int], *, inside: str) -> Any:  # noqa: ANN401
    lines[path] = node.lc.key(key)[0] + 1
    return _plain(node[key], path, lines, inside=inside)


def _item(node: CommentedSeq, at: int, path: str, lines: dict[str, int], *, inside: str) -> Any:  # noqa: ANN401
    lines[path] = node.lc.item(at)[0] + 1
    value = _plain(node[at], path, lines, inside="")
    return {"line": value} if inside == "record" and isinstance(value, str) else value


def _scalar(value: Any) -> Any:  # noqa: ANN401 - a YAML scalar in one of ruamel's own types
    for plain in (bool, int, str):
        if isinstance(value, plain):
            return plain(value)
    return value


def _shape_fault(message: str, plain: _Listed, file: str) -> Fault:
    found = re.search(r" - at `(\$[^`]*)`$", message)
    path = found[1] if found else "$"
    what, remedy = remedy_for(message)
    return Fault(file, _line(plain.lines, path), what, remedy)


def _line(lines: Mapping[str, int], path: str) -> int:
    """The line of a path, or of the nearest thing around it."""
    while path not in lines and path != "$":
        path = re.sub(r"(\.[^.\[]+|\[[^\]]*\])$", "", path) or "$"
    return lines.get(path, 1)
