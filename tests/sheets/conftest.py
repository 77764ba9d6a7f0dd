"""The tool that has every type of field, answers to it, and how a test lays it out on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from msp_desktop.practice.leave_behind import Leave
from msp_desktop.sheets.composing import Marks, composed
from msp_desktop.sheets.content import Block, Panel, Sheet, Strip
from msp_desktop.tools.definition import Definition
from msp_desktop.tools.loading import loaded
from tests.record.conftest import hands, store, template
from tests.sheets.samples import EVERY_TYPE

__all__ = ["hands", "store", "template"]


@pytest.fixture(scope="session")
def tool() -> Definition:
    return loaded(EVERY_TYPE.read_text("utf-8"), file=EVERY_TYPE.name)


@pytest.fixture
def answers() -> dict[str, Any]:
    return {
        "topic": "The garden", "wish": {"words": "To sit outside", "said_by": "Margaret"}, "mood": "good", "score": 4,
        "aids": ["glasses"], "asked": "not_asked", "review": "2026-10-14", "friend": {"name": "Ann"},
        "code_word": "marigold",
        "offers": [{"what": "A bench", "answer": "yes"}, {"what": "A carer", "answer": "no"}],
        "around": [
            {"name": {"name": "Ann"}, "ring": "close", "quarter": "family"},
            {"name": {"name": "Raj"}, "ring": "paid", "quarter": "paid"},
        ],
        "day": [{"row": "night", "good": "The radio"}],
    }  # fmt: skip


def laid_out(tool: Definition, values: Mapping[str, Any] | None = None, *, name: str = "", **marks: Any) -> Sheet:  # noqa: ANN401
    """One sheet of a tool, its first one without a name, as class B unless said otherwise."""
    sheet = tool.sheet(name) if name else tool.sheets[0]
    return composed(tool, sheet, marks=Marks(**{"leave": Leave.B, **marks}), values=values)


def every_block(sheet: Sheet) -> Iterator[Block]:
    """The blocks of a sheet and those inside them, in order."""
    for block in sheet.blocks:
        yield block
        if isinstance(block, (Panel, Strip)):
            yield from block.blocks


def labels(sheet: Sheet) -> list[str]:
    """What its questions ask, in order."""
    return [block.label for block in every_block(sheet) if hasattr(block, "label")]
