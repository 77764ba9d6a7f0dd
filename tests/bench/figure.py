"""One measured figure, beside the limit it should keep or the peer it is compared with in the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and what it is held against, in the same unit. `aim` is the ratio that should not be passed."""

    name: str
    value: float
    unit: str
    against: str
    limit: float
    aim: float = 1.0
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the limit or the peer."""
        return self.value / self.limit if self.limit else float("inf")

    @property
    def keeps(self) -> bool:
        """Whether the ratio is within the aim."""
        return self.ratio <= self.aim

    def __str__(self) -> str:
        held = f"{self.limit:.3g} {self.unit} ({self.against})"
        verdict = "" if self.keeps else "  OVER"
        ratio = f"{self.ratio:5.2f} of {self.aim:.3g}"
        return f"{self.name:44}{self.value:9.2f} {self.unit:3} {ratio:>14}  against {held}{verdict}{self.note}"


def milliseconds(deed: Callable[[], object], *, times: int = 15) -> list[float]:
    """How long a deed took, each time; the first is not counted."""
    taken = []
    for at in range(times + 1):
        began = time.perf_counter()
        deed()
        if at:
            taken.append((time.perf_counter() - began) * 1000)
    return taken


def median(deed: Callable[[], object], *, times: int = 15) -> float:
    """The middle one of several times, in milliseconds."""
    return statistics.median(milliseconds(deed, times=times))


def p95(taken: list[float]) -> float:
    """The time that 19 of 20 stay below."""
    return sorted(taken)[int(len(taken) * 0.95)]
