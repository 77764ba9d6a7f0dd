"""The demo's planned visit, open in the real window, and everything of a window that somebody could read."""

from __future__ import annotations

from tests.ui.visit.conftest import desk as desk  # the same hands
