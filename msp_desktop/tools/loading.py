"""From the text of a definition's file to a Definition, or to faults that name file, line and remedy.

At most 256 KB of YAML as `yaml_text` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from msp_desktop import yaml_text
from msp_desktop.tools import checking
from msp_desktop.tools.advice import advice
from msp_desktop.tools.definition import Definition, Section, Sheet
from msp_desktop.tools.faults import Fault, Faulty, Found, line_of, shape_fault
from msp_desktop.tools.fields import AnyField, Line
from msp_desktop.translation import tr
from msp_desktop.yaml_text import BadYaml, Listed

LARGEST = 256 * 1024


class FaultyDefinition(Faulty):
    """A definition that cannot be used."""


def loaded(text: str, *, file: str, is_ours: bool = True, was_used: bool = False) -> Definition:
    """The definition in a text. Raises FaultyDefinition; `file` is how messages name it.

    One that answers were given to was fit to be used then, so it opens whatever is asked of a definition since.
    """
    definition, lines = _shaped(text, file, is_ours=is_ours)
    if not was_used:
        _refuse_faulty(definition, lines, file)
    return definition


def too_large(file: str) -> FaultyDefinition:
    """What is told of more than LARGEST."""
    return FaultyDefinition([Fault(file, 1, tr("This file is larger than 256 KB."), tr("Split the tool in two."))])


def advised(text: str, *, file: str) -> tuple[Fault, ...]:
    """What could be better in a definition that can be used. Raises FaultyDefinition for one that cannot."""
    definition, lines = _shaped(text, file, is_ours=False)
    _refuse_faulty(definition, lines, file)
    return _placed(advice(definition), lines, file)


def _shaped(text: str, file: str, *, is_ours: bool) -> tuple[Definition, Mapping[str, int]]:
    plain = _with_lists(_read(text, file))
    try:
        definition = msgspec.convert({**plain.value, "source": text, "is_ours": is_ours}, Definition, strict=True)
    except msgspec.ValidationError as error:
        first = shape_fault(str(error), plain.lines, file)
        found = {first: None} | dict.fromkeys(_shape_faults(plain, file))
        raise FaultyDefinition(sorted(found, key=lambda fault: fault.line)) from None
    return definition, plain.lines


def _shape_faults(plain: Listed, file: str) -> Iterator[Fault]:
    """What is wrong in each part by itself: the whole tells of its first fault only."""
    parts: list[tuple[str, Any, Any]] = []
    whole = {**plain.value, "sheets": [], "record": [], "sections": []}
    for at, section in enumerate(_dicts(plain.value.get("sections"))):
        parts.append((f"$.sections[{at}]", {**section, "fields": []}, Section))
        fields = _dicts(section.get("fields"))
        parts += [(f"$.sections[{at}].fields[{number}]", field, AnyField) for number, field in enumerate(fields)]
    for name, kind in (("sheets", Sheet), ("record", Line)):
        parts += [(f"$.{name}[{at}]", part, kind) for at, part in enumerate(_dicts(plain.value.get(name)))]
    for path, value, kind in [("$", whole, Definition), *parts]:
        try:
            msgspec.convert(value, kind, strict=True)
        except msgspec.ValidationError as error:
            yield shape_fault(str(error), plain.lines, file, at=path)


def _dicts(value: object) -> list[dict[str, Any]]:
    return value if isinstance(value, list) and all(isinstance(each, dict) for each in value) else []


def _refuse_faulty(definition: Definition, lines: Mapping[str, int], file: str) -> None:
    if faults := _placed(checking.faults(definition), lines, file):
        raise FaultyDefinition(faults)


def _placed(found: Iterable[Found], lines: Mapping[str, int], file: str) -> tuple[Fault, ...]:
    placed = (Fault(file, line_of(lines, each.path), each.what, each.remedy) for each in found)
    return tuple(sorted(placed, key=lambda fault: fault.line))


def _read(text: str, file: str) -> Listed:
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        raise too_large(file)
    try:
        listed = yaml_text.read(text)
    except BadYaml as bad:
        raise FaultyDefinition([Fault(file, bad.line, str(bad), bad.remedy)]) from None
    if not isinstance(listed.value, dict):
        what = tr("This file does not hold a tool.")
        raise FaultyDefinition([Fault(file, 1, what, tr("Begin with: key, version, number, title."))])
    return listed


# What is written as a mapping becomes a list in its order, each item with its key under this name.
KEYED = {"fields": "key", "columns": "key", "options": "code", "each": "code"}


def _with_lists(listed: Listed) -> Listed:
    lines = dict(listed.lines)
    return Listed(_listed(listed.value, "$", "$", lines, inside=""), lines)


def _listed(value: Any, path: str, written: str, lines: dict[str, int], *, inside: str) -> Any:  # noqa: ANN401
    """A value as the shape wants it; `written` is the path it has in the file, whose line `path` takes over."""
    lines[path] = lines.get(written, 1)
    if isinstance(value, dict) and inside in KEYED:
        return [
            _member(key, _listed(item, f"{path}[{at}]", f"{written}.{key}", lines, inside=""), KEYED[inside])
            for at, (key, item) in enumerate(value.items())
        ]
    if isinstance(value, dict):
        return {
            key: _listed(item, f"{path}.{key}", f"{written}.{key}", lines, inside=key) for key, item in value.items()
        }
    if isinstance(value, list):
        items = [_listed(item, f"{path}[{at}]", f"{written}[{at}]", lines, inside="") for at, item in enumerate(value)]
        return [{"line": item} if inside in ("record", "drafted") and isinstance(item, str) else item for item in items]
    return value


def _member(key: str, value: object, name: str) -> dict[str, Any]:
    return {name: key, **(value if isinstance(value, dict) else {"label": value})}
