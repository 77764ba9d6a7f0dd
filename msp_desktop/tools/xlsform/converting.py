"""From an XLSForm to the text of a tool that a person can go on editing, with a list of what was not understood.

The text is checked like any other tool's; nothing of the form's is dropped without standing in the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msp_desktop.errors import BadInput
from msp_desktop.tools.expressions import names
from msp_desktop.tools.reaching import circles
from msp_desktop.tools.xlsform.fields import fields_of
from msp_desktop.tools.xlsform.relevance import Known, NotSaid, condition
from msp_desktop.tools.xlsform.survey import Group, Keys, Notes, NotUnderstood, Question, Survey
from msp_desktop.tools.xlsform.workbook import Sheets, sheets_of
from msp_desktop.tools.xlsform.writing import written
from msp_desktop.translation import tr

_LONGEST_LINE = 200


def converted(path: Path) -> tuple[str, tuple[NotUnderstood, ...]]:
    """The text of the tool and what was not understood. Raises BadInput where there is nothing to ask."""
    return tool_of(sheets_of(path))


def tool_of(sheets: Sheets) -> tuple[str, tuple[NotUnderstood, ...]]:
    """The same from the rows of the form."""
    if not sheets.get("survey"):
        raise BadInput(tr("This spreadsheet is no XLSForm: it has no sheet “survey”. Nothing was changed."))
    notes = Notes()
    for name in sheets:
        if name not in ("survey", "choices", "settings"):
            notes.add(name, 1, tr("this sheet is not read."))
    survey = Survey(sheets, notes)
    _note_unused(survey, notes)
    fields = fields_of(survey, notes)
    if not fields:
        raise BadInput(tr("This form has no question that a tool can ask. Nothing was changed."))
    asked = [each for each in survey.questions if each.key in fields]
    sections = _sections(asked, fields, survey, notes)
    return written(_definition(survey, sections, asked, fields, notes), notes.all()), notes.all()


def _note_unused(survey: Survey, notes: Notes) -> None:
    every = [inner for each in survey.questions for inner in (each, *(each.inside or ()))]
    for name in survey.choices.keys() - {each.list_name for each in every}:
        notes.add("choices", 1, tr("no question uses the list “{name}”.").format(name=name[:40]))


def _sections(
    asked: list[Question], fields: dict[str, dict[str, Any]], survey: Survey, notes: Notes
) -> list[dict[str, Any]]:
    """Questions under the group they stand in; what follows a group inside another stands in a part of its own."""
    known, keys = _known(asked, survey, notes), Keys("part")
    parts: list[tuple[Group, dict[str, Any]]] = []
    for each in asked:
        if not parts or parts[-1][0] is not each.group:
            parts.append((each.group, {"key": keys.of(each.group.title), "title": each.group.title, "fields": {}}))
        parts[-1][1]["fields"][each.key] = fields[each.key]
    said = dict(_said(asked, parts, known, notes))
    _without_circles(said, asked, parts, notes)
    _put(said, asked, parts, fields)
    return [_ordered(part) for _, part in parts]


Said = dict[str, tuple[str, int]]
"""Conditions and the row of each, by `key`, `key.column` or `part:key` of what they show."""


def _said(
    asked: list[Question], parts: list[tuple[Group, dict[str, Any]]], known: dict[str, Known], notes: Notes
) -> Iterator[tuple[str, tuple[str, int]]]:
    for group, part in parts:
        if text := _condition(group.relevant, group.row, known, notes):
            yield f"part:{part['key']}", (text, group.row)
    for each in asked:
        if text := _condition(each.relevant, each.row, known, notes):
            yield each.key, (text, each.row)
        for inner in each.inside or ():
            if text := _condition(inner.relevant, inner.row, known, notes, rows=each.key):
                yield f"{each.key}.{inner.key}", (text, inner.row)


def _condition(
    relevant: tuple[str, ...], row: int, known: dict[str, Known], notes: Notes, *, rows: str = ""
) -> str:  # fmt: skip
    said: list[str] = []
    for each in relevant:
        try:
            said.append(condition(each, known, rows=rows))
        except NotSaid as why:
            told = tr("when it is shown could not be understood ({why}), so it is always shown.")
            notes.add("survey", row, told.format(why=why))
            return ""
    whole = " and ".join(f"({each})" if len(said) > 1 else each for each in said)
    if len(whole) > 400:
        notes.add("survey", row, tr("when it is shown is too long together, so it is always shown."))
        return ""
    return whole


def _known(asked: list[Question], survey: Survey, notes: Notes) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for each in asked:
        for one, rows in [(each, ""), *((inner, each.key) for inner in each.inside or ())]:
            if one.name in found:
                notes.add("survey", one.row, tr("its name stands here twice; conditions mean the first."))
                continue
            codes = {name: code for name, (code, _) in survey.choices.get(one.list_name, {}).items()}
            is_number = one.kind in ("integer", "range")
            found[one.name] = Known(one.key, codes, one.kind == "select_multiple", is_number, rows)
    return found


def _without_circles(
    said: Said, asked: list[Question], parts: list[tuple[Group, dict[str, Any]]], notes: Notes
) -> None:  # fmt: skip
    """Let what would wait for itself be always shown: it could never be asked."""
    while found := list(circles(_needs(said, asked, parts))):
        for circle in found:
            for where, (_, row) in list(said.items()):
                if _under(where, parts) & {*circle} and _named(where, said, asked) & {*circle}:
                    del said[where]
                    notes.add("survey", row, tr("it would be shown only by its own answer, so it is always shown."))


def _needs(said: Said, asked: list[Question], parts: list[tuple[Group, dict[str, Any]]]) -> dict[str, set[str]]:
    every = [f"{each.key}.{inner.key}" for each in asked for inner in each.inside or ()]
    needs: dict[str, set[str]] = {key: set() for key in (*(each.key for each in asked), *every)}
    for where in said:
        for key in _under(where, parts):
            needs[key] |= _named(where, said, asked)
    return needs


def _under(where: str, parts: list[tuple[Group, dict[str, Any]]]) -> set[str]:
    """The questions that a condition shows."""
    return next(({*part["fields"]} for _, part in parts if where == f"part:{part['key']}"), {where})


def _named(where: str, said: Said, asked: list[Question]) -> set[str]:
    """What a condition speaks of; in a column, of those of its own row."""
    rows = where.partition(".")[0] if "." in where else ""
    inside = {inner.key for each in asked if each.key == rows for inner in each.inside or ()}
    return {f"{rows}.{key}" if key in inside else key for key in names(said[where][0])}


def _put(
    said: Said, asked: list[Question], parts: list[tuple[Group, dict[str, Any]]], fields: dict[str, dict[str, Any]]
) -> None:  # fmt: skip
    for _, part in parts:
        if text := said.get(f"part:{part['key']}"):
            part["shown_when"] = text[0]
    for each in asked:
        if text := said.get(each.key):
            fields[each.key]["shown_when"] = text[0]
        for inner in each.inside or ():
            if text := said.get(f"{each.key}.{inner.key}"):
                fields[each.key]["columns"][inner.key]["shown_when"] = text[0]


def _ordered(part: dict[str, Any]) -> dict[str, Any]:
    return {name: part[name] for name in ("key", "title", "shown_when", "fields") if name in part}


def _definition(
    survey: Survey, sections: list[dict[str, Any]], asked: list[Question], fields: dict[str, dict[str, Any]],
    notes: Notes,
) -> dict[str, Any]:  # fmt: skip
    return {
        "key": Keys("form").of(survey.settings.get("form_id") or survey.title),
        "version": _version(survey, notes),
        "number": "FORM-1",
        "title": survey.title,
        "group": "evidence",
        "part": "information_and_support",
        "purpose": tr("Ask what our form “{title}” asks.").format(title=survey.title[:_LONGEST_LINE]),
        "when": [tr("Write here when this tool helps.")],
        "sections": sections,
        "sheets": [{"name": "sheet", "title": survey.title, "leave": {"blank": "C", "filled": "C"}}],
        "record": [line for each in asked for line in _record(each, fields[each.key])],
        "sources": [tr("Made from a form of our team.")],
    }


def _version(survey: Survey, notes: Notes) -> int:
    given = survey.settings.get("version", "1")
    if given.isascii() and given.isdigit() and int(given[:15]) >= 1 and len(given) <= 15:
        return int(given)
    notes.add("settings", 2, tr("the version is no whole number, so it begins with 1."))
    return 1


def _record(asked: Question, field: dict[str, Any]) -> Iterator[Any]:
    if asked.inside is None:
        yield f"{_lead(field['ask'])} {{{asked.key}}}"
        return
    for key, column in field["columns"].items():
        line = f"{_lead(field['ask'])} {_lead(column['ask'])} {{items}}."
        yield {"each": asked.key, "item": f"{{{key}}}", "line": line}


def _lead(words: str) -> str:
    """A question before its answer, in which nothing looks like the place of an answer."""
    bare = words[:_LONGEST_LINE].replace("{", "(").replace("}", ")")
    return bare if bare.endswith(("?", ".", ":", "!")) else f"{bare}:"
