"""From a question of an XLSForm to a field of a tool, without its condition. What does not fit is noted. Pure."""

from __future__ import annotations

import re
from typing import Any

from msp_desktop.tools.xlsform.relevance import Bounds, NotSaid, bounds
from msp_desktop.tools.xlsform.survey import Notes, Question, Survey
from msp_desktop.translation import tr

_STEPS = 10
"""A range with more steps is asked as a number: nobody can tell them apart on a line."""

_YES, _NO = ("yes", "true", "true()", "1"), ("no", "false", "false()", "0", "")


def fields_of(survey: Survey, notes: Notes) -> dict[str, dict[str, Any]]:
    """The field of each question that a tool can ask, by its key; a repeat without any such question is none."""
    found = {each.key: _field(each, survey, notes) for each in survey.questions}
    return {key: field for key, field in found.items() if field is not None}


def _field(asked: Question, survey: Survey, notes: Notes) -> dict[str, Any] | None:
    typed = _rows(asked, survey, notes) if asked.inside is not None else _TYPES[asked.kind](asked, survey, notes)
    if typed is None:
        return None
    for name in ("constraint", "parameters"):
        if name in asked.cells and (name, asked.kind) not in _USED:
            _note(asked, notes, tr("what stands under “{heading}” is not used.").format(heading=name))
    if (look := asked.cells.get("appearance", "")) and look != "multiline":
        _note(asked, notes, tr("what stands under “{heading}” is not used.").format(heading="appearance"))
    return {"type": typed.pop("type"), "ask": asked.cells.get("label") or asked.name or asked.key,
            **_common(asked, notes), **typed}  # fmt: skip


_USED = {("constraint", "integer"), ("constraint", "range"), ("parameters", "range")}


def _common(asked: Question, notes: Notes) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if hint := asked.cells.get("hint"):
        found["help"] = hint
    required = asked.cells.get("required", "").lower()
    if required in _YES:
        found["finish"] = "needed"
    elif required not in _NO:
        _note(asked, notes, tr("when it is needed could not be understood, so it is not needed."))
    return found


def _rows(asked: Question, survey: Survey, notes: Notes) -> dict[str, Any] | None:
    found = {each.key: _field(each, survey, notes) for each in asked.inside or ()}
    columns = {key: field for key, field in found.items() if field is not None}
    asked.inside = [each for each in asked.inside or () if each.key in columns]
    if not columns:
        _note(asked, notes, tr("no question in this repeat could be taken, so it was left out."))
        return None
    return {"type": "rows", "columns": columns}


def _text(asked: Question, _: Survey, notes: Notes) -> dict[str, Any]:
    return {"type": "long", "lines": 3} if asked.cells.get("appearance") == "multiline" else {"type": "text"}


def _date(asked: Question, _: Survey, notes: Notes) -> dict[str, Any]:
    return {"type": "date"}


def _integer(asked: Question, _: Survey, notes: Notes) -> dict[str, Any]:
    return _number(_limits(asked, notes))


def _range(asked: Question, _: Survey, notes: Notes) -> dict[str, Any] | None:
    given = dict(re.findall(r"(\w+)\s*=\s*([^\s,;]+)", asked.cells.get("parameters", "")))
    steps = [given.pop(name, usual) for name, usual in (("start", "0"), ("end", "10"), ("step", "1"))]
    if given:
        _note(asked, notes, tr("what stands under “{heading}” is not used.").format(heading=", ".join(given)[:40]))
    if not all(re.fullmatch(r"\d{1,9}", each) for each in steps) or int(steps[0]) >= int(steps[1]):
        _note(asked, notes, tr("a range goes up in whole numbers from nought on, so this one was left out."))
        return None
    if steps[2] != "1":
        _note(asked, notes, tr("its steps are not used: every whole number can be chosen."))
    limits = _limits(asked, notes)
    first = max(int(steps[0]), limits.least if limits.least is not None else 0)
    last = min(int(steps[1]), limits.most if limits.most is not None else 10**9)
    if first >= last:
        _note(asked, notes, tr("its limits leave nothing to choose, so they are not used."))
        first, last = int(steps[0]), int(steps[1])
    return {"type": "scale", "first": first, "last": last} if last - first <= _STEPS else _number(Bounds(first, last))


def _number(limits: Bounds) -> dict[str, Any]:
    known = {"least": limits.least, "most": limits.most}
    return {"type": "number", **{name: limit for name, limit in known.items() if limit is not None}}


def _limits(asked: Question, notes: Notes) -> Bounds:
    text = asked.cells.get("constraint", "")
    try:
        return bounds(text) if text else Bounds()
    except NotSaid as why:
        _note(asked, notes, tr("its limits could not be understood ({why}), so it has none.").format(why=why))
        return Bounds()


def _select(asked: Question, survey: Survey, notes: Notes) -> dict[str, Any] | None:
    choices = survey.choices.get(asked.list_name, {})
    if len(choices) < 2:
        why = tr("its list “{name}” has fewer than two choices, so it was left out.")
        _note(asked, notes, why.format(name=asked.list_name[:40]))
        return None
    kind = "pick" if asked.kind == "select_one" else "multi"
    return {"type": kind, "options": dict(choices.values())}


def _note(asked: Question, notes: Notes, why: str) -> None:
    notes.add("survey", asked.row, why)


_TYPES = {
    "text": _text, "date": _date, "integer": _integer, "range": _range, "select_one": _select,
    "select_multiple": _select,
}  # fmt: skip
