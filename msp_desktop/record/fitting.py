"""What of a body can be saved while something else in it cannot: one misspelt day must hold up nothing else. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import partial
from typing import Any, TypeVar

from msp_desktop.record.body import Body

B = TypeVar("B", bound=Body)
Fits = Callable[[Any], bool]


def fitted(body: B, before: B | None, fits: Callable[[B], bool]) -> tuple[B | None, tuple[str, ...]]:
    """The body as it fits, and the names of its fields that were held back in whole or in part.

    What does not fit stays as it was `before`; a row is kept without the part that does not fit. None where there was
    nothing before and what a new one cannot do without does not fit.
    """
    return _fitted(body, before, fits)


def _fitted(body: Any, before: Any, fits: Fits) -> tuple[Any, tuple[str, ...]]:  # noqa: ANN401 - a body, or one inside it
    if fits(body):
        return body, ()
    least = before if before is not None else _least(body)
    if before is None and not fits(least):
        return None, ()
    return _on_top_of(least, body, fits)


def _on_top_of(before: Any, body: Any, fits: Fits) -> tuple[Any, tuple[str, ...]]:  # noqa: ANN401 - as above
    good, held = before, list[str]()
    for name in (field.name for field in fields(body)):
        wanted, was = getattr(body, name), getattr(before, name)
        if wanted == was:
            continue
        fits_here = partial(_fits_at, fits, good, name)
        if not fits_here(wanted):
            held.append(name)
            wanted = _part_of(wanted, was, fits_here)
        good = replace(good, **{name: wanted})
    return good, tuple(held)


def _part_of(wanted: Any, was: Any, fits: Fits) -> Any:  # noqa: ANN401 - any value of a body
    if isinstance(wanted, tuple):
        return _rows(wanted, fits)
    if not is_dataclass(wanted):
        return was
    inner, _ = _fitted(wanted, was, fits)
    return was if inner is None else inner


def _rows(rows: tuple[Any, ...], fits: Fits) -> tuple[Any, ...]:
    kept: tuple[Any, ...] = ()
    for row in rows:
        inner = _fitted(row, None, partial(_fits_after, fits, kept))[0] if is_dataclass(row) else row
        if inner is not None and _fits_after(fits, kept, inner):
            kept = (*kept, inner)
    return kept


def _fits_at(fits: Fits, good: Any, name: str, value: object) -> bool:  # noqa: ANN401 - as above
    return fits(replace(good, **{name: value}))


def _fits_after(fits: Fits, kept: tuple[Any, ...], row: object) -> bool:
    return fits((*kept, row))


def _least(body: Any) -> Any:  # noqa: ANN401 - as above
    """The body with nothing but what it cannot do without."""
    return replace(body, **{field.name: field.default for field in fields(body) if field.default is not MISSING})
