"""The demo's planned visit, open in the real window, with a screen reader listening."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from tests.ui.visit.conftest import desk as desk  # the same hands


@pytest.fixture(autouse=True)
def screen_reader(qapp: object) -> None:
    """Without one Qt would not keep what it tells of lists up to date."""
    QAccessible.setActive(True)
