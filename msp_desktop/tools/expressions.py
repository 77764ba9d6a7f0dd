"""Conditions in a definition, such as `score > 0` or `any(offers.answer == 'no')`. A whitelist over Python's grammar.

Nothing is executed. A comparison with something unanswered is false, so a question never appears for want of an answer.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from msp_desktop.errors import BadInput
from msp_desktop.translation import tr

LONGEST = 400

_COMPARED: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda item, group: item in group,
    ast.NotIn: lambda item, group: item not in group,
}


class NotUnderstood(BadInput):
    """A condition uses something that the whitelist does not have."""


def holds(condition: str, values: Mapping[str, Any]) -> bool:
    """Whether a condition is true of these values; an empty one always is. Raises NotUnderstood."""
    return not condition or bool(_value(_parsed(condition), values))


def names(condition: str) -> frozenset[str]:
    """Every field that a condition speaks of, `field` or `field.column`. Raises NotUnderstood for a faulty one."""
    if not condition:
        return frozenset()
    found: set[str] = set()
    _check(_parsed(condition), found)
    return frozenset(found)


def literals(condition: str) -> frozenset[tuple[str, str]]:
    """The codes that fields are compared with: (`field` or `field.column`, code)."""
    nodes = ast.walk(_parsed(condition)) if condition else ()
    pairs = ((node.left, right) for node in nodes if isinstance(node, ast.Compare) for right in node.comparators)
    both = [pair for one, other in pairs for pair in ((one, other), (other, one))]
    return frozenset(
        (ast.unparse(name), each.value)
        for name, other in both if isinstance(name, (ast.Name, ast.Attribute))
        for each in (other.elts if isinstance(other, (ast.List, ast.Tuple)) else (other,))
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )  # fmt: skip


def constants(condition: str) -> frozenset[int | str]:
    """The whole numbers and words that a condition compares with."""
    nodes = ast.walk(_parsed(condition)) if condition else ()
    found = (each.value for each in nodes if isinstance(each, ast.Constant))
    return frozenset(each for each in found if isinstance(each, (int, str)) and not isinstance(each, bool))


@cache
def _parsed(condition: str) -> ast.expr:
    try:
        if len(condition) > LONGEST:
            raise SyntaxError
        return ast.parse(condition, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise NotUnderstood(tr("This condition cannot be read. Write it like: score > 0 and answer == 'no'.")) from None


def _check(node: ast.expr, found: set[str]) -> None:  # noqa: C901 - one case for each form of the grammar
    match node:
        case ast.BoolOp(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                _check(part, found)
        case ast.UnaryOp(op=ast.Not(), operand=part):
            _check(part, found)
        case ast.Compare(left=left, ops=ops, comparators=rights) if all(type(op) in _COMPARED for op in ops):
            for part in (left, *rights):
                _check(part, found)
        case ast.Call(func=ast.Name(id="any"), args=[part], keywords=[]):
            _check(part, found)
        case ast.Name() | ast.Attribute(value=ast.Name()):
            found.add(ast.unparse(node))
        case ast.Constant(value=str() | int() | bool()):
            pass
        case _:
            raise NotUnderstood(
                tr("A condition may compare fields, join with and, or, not, and look into rows with any(rows.column).")
            )


def _value(node: ast.expr, values: Mapping[str, Any]) -> Any:  # noqa: ANN401, C901 - one case for each form of the grammar
    match node:
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_value(part, values) for part in parts)
        case ast.BoolOp(values=parts):
            return any(_value(part, values) for part in parts)
        case ast.UnaryOp(operand=part):
            return not _value(part, values)
        case ast.Compare():
            return _compared(node, values)
        case ast.Call(args=[part]):
            return _any_row(part, values)
        case ast.Name(id=name):
            return values.get(name)
        case ast.Attribute():
            return values.get(ast.unparse(node))
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return [_value(part, values) for part in parts]
        case ast.Constant(value=value):
            return value
    raise NotUnderstood(tr("This condition cannot be read. Write it like: score > 0 and answer == 'no'."))


def _compared(node: ast.Compare, values: Mapping[str, Any]) -> bool:
    left = _value(node.left, values)
    for op, each in zip(node.ops, node.comparators, strict=True):
        right = _value(each, values)
        if left in (None, "", []) or right in (None, "", []):
            return False
        try:
            if not _COMPARED[type(op)](left, right):
                return False
        except TypeError:  # a number against a word: neither more nor less
            return False
        left = right
    return True


def _any_row(part: ast.expr, values: Mapping[str, Any]) -> bool:
    tables = {
        node.value.id for node in ast.walk(part) if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    if not tables:
        value = _value(part, values)
        return bool(value)
    (table, *_) = sorted(tables)
    rows = values.get(table)
    return any(
        bool(_value(part, {**values, **{f"{table}.{key}": item for key, item in row.items()}}))
        for row in (rows if isinstance(rows, (list, tuple)) else ())
        if isinstance(row, Mapping)
    )
