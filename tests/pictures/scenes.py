"""Every screen behind the door as a worker meets it, in an order in which each scene leads to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.pictures.around import AROUND
from tests.pictures.closing import CLOSING
from tests.pictures.filling import FILLING
from tests.pictures.morning import MORNING
from tests.pictures.stage import Stage
from tests.pictures.visiting import VISITING

SCENES: Mapping[str, Callable[[Stage], None]] = {**MORNING, **AROUND, **VISITING, **FILLING, **CLOSING}
"""Names of pictures and how to get there; the last one hides everything."""
