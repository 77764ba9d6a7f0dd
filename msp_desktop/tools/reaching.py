"""Whether every question of a definition can come to be asked: none waits for itself, and conditions can hold. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import islice, product
from typing import Any

from msp_desktop.errors import BadInput
from msp_desktop.tools import expressions
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.faults import Found
from msp_desktop.tools.fields import AnyField, Computed, Multi, Number, Pick, Rows, Scale, YesNo
from msp_desktop.translation import tr

YES_NO = ("yes", "no", "not_sure", "not_asked")
_MOST_CIRCLES, _MOST_TRIES = 10, 20_000


def circle_faults(definition: Definition) -> Iterator[Found]:
    """Questions that are shown by themselves, or in a circle of questions that each wait for the next."""
    for circle in circles(_needs(definition)):
        names = tr(", ").join(f"“{key}”" for key in circle)
        what = (
            tr("{names} is shown only by its own answer.") if len(circle) == 1 else tr("{names} wait for each other.")
        )
        path = next(path for key, path, named in _places(definition) if key == circle[0] and named & {*circle})
        yield Found(path, what.format(names=names), tr("Let it be shown by an earlier question."))


def circles(needs: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """The circles among things that need others, each thing in one of them; at most ten are told."""
    left = {key: set(others) & needs.keys() for key, others in needs.items()}
    for _ in range(_MOST_CIRCLES):
        try:
            TopologicalSorter(left).prepare()
        except CycleError as found:
            circle = tuple(sorted(set(found.args[1]), key=list(needs).index))
            yield circle
            left = {key: others - set(circle) for key, others in left.items() if key not in circle}
        else:
            return


def _places(definition: Definition) -> Iterator[tuple[str, str, set[str]]]:
    """Each field and column with the path of every condition it stands under, and what that speaks of."""
    for at, section in enumerate(definition.sections):
        for number, field in enumerate(section.fields):
            path = f"$.sections[{at}].fields[{number}]"
            yield field.key, f"$.sections[{at}].shown_when", _names(section.shown_when)
            yield field.key, f"{path}.shown_when", _names(field.shown_when)
            if isinstance(field, Computed):
                yield field.key, path, _names(*(case.when for case in field.cases))
            if isinstance(field, Rows):
                yield from _column_places(field, path)


def _column_places(rows: Rows, path: str) -> Iterator[tuple[str, str, set[str]]]:
    own = {column.key for column in rows.columns}
    for place, column in enumerate(rows.columns):
        named = {f"{rows.key}.{key}" if key in own else key for key in _names(column.shown_when)}
        yield f"{rows.key}.{column.key}", f"{path}.columns[{place}].shown_when", {*named, rows.key}


def _needs(definition: Definition) -> dict[str, set[str]]:
    """Of each field and column, whose answers decide whether it is asked or what it says."""
    needs: dict[str, set[str]] = {}
    for key, _, named in _places(definition):
        needs.setdefault(key, set()).update(named)
    return needs


def _names(*conditions: str) -> set[str]:
    found: set[str] = set()
    for condition in conditions:
        try:
            found |= expressions.names(condition)
        except BadInput:  # told where conditions are checked
            continue
    return found


def unreachable(definition: Definition) -> Iterator[str]:
    """The path of each field that no answers show, as far as that can be tried out in a moment."""
    for at, section in enumerate(definition.sections):
        for number, field in enumerate(section.fields):
            conditions = [each for each in (section.shown_when, field.shown_when) if each]
            if not can_hold(definition, conditions):
                yield f"$.sections[{at}].fields[{number}].shown_when"


def can_hold(definition: Definition, conditions: Sequence[str]) -> bool:
    """Whether some answers make all of these true. Where there is too much to try, it is taken to be so."""
    named = set().union(*(expressions.names(each) for each in conditions))
    keys = sorted({name.partition(".")[0] for name in named})
    told = set().union(*(expressions.constants(each) for each in conditions))
    choices = [_some(definition.field(key), key, named, told) for key in keys]
    tries = (dict(zip(keys, values, strict=True)) for values in product(*choices))
    count = 0
    for count, values in enumerate(islice(tries, _MOST_TRIES), 1):  # noqa: B007 - how many there were, afterwards
        if all(expressions.holds(each, values) for each in conditions):
            return True
    return count == _MOST_TRIES


def _some(field: AnyField, key: str, named: Collection[str], told: Collection[int | str]) -> list[Any]:
    """Enough values of a field to make any fair condition true; of rows, only columns that are named."""
    if not isinstance(field, Rows):
        return _some_of(field, told)
    columns = [column for column in field.columns if f"{key}.{column.key}" in named]
    pairs = product(*([(column.key, value) for value in _some_of(column, told)] for column in columns))
    return [None, [{"row": "x"}], *([dict(row)] for row in islice(pairs, _MOST_TRIES))]


def _some_of(field: AnyField, told: Collection[int | str]) -> list[Any]:
    """Nothing, every code, and of words and numbers those that conditions compare with, and their neighbours."""
    if isinstance(field, Multi):
        codes = [option.code for option in field.options]
        return [None, *([code] for code in codes), codes]
    if isinstance(field, Pick):
        return [None, *(option.code for option in field.options)]
    if isinstance(field, YesNo):
        return [None, *YES_NO]
    if isinstance(field, Scale):
        return [None, *_numbers(field.first, field.last, told)]
    if isinstance(field, Number):
        return [None, *_numbers(field.least, field.most, told)]
    return [None, "some words", *sorted(each for each in told if isinstance(each, str))]


def _numbers(low: int | None, high: int | None, told: Collection[int | str]) -> list[int]:
    near = {each + step for each in told if isinstance(each, int) for step in (-1, 0, 1)}
    tried = {0, *near, *(each for each in (low, high) if each is not None)}
    return sorted(each for each in tried if (low is None or low <= each) and (high is None or each <= high))
