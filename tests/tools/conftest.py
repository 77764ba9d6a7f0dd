"""One definition with every type of field, and answers to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from msp_desktop.tools.definition import Definition
from msp_desktop.tools.loading import loaded


@pytest.fixture(scope="session")
def tool() -> Definition:
    return loaded(Path(__file__).with_name("every_type.yaml").read_text("utf-8"), file="every_type.yaml")


@pytest.fixture
def answers() -> dict[str, Any]:
    return {
        "topic": "The garden", "wish": {"words": "To sit outside", "said_by": "Margaret"}, "mood": "good", "score": 4,
        "offers": [{"what": "A bench", "answer": "yes"}, {"what": "A carer", "answer": "no"}],
        "around": [
            {"name": {"name": "Ann"}, "ring": "close", "quarter": "family"},
            {"name": {"name": "Raj"}, "ring": "paid", "quarter": "paid"},
        ],
        "day": [{"row": "night", "good": "The radio"}],
    }  # fmt: skip
