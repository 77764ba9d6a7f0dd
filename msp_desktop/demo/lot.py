"""What the demo draws by lot: ids, and the bytes that a vault would take from chance. The same seed draws the same.

For made-up records alone: whoever knows the seed knows the key that signs them.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from datetime import datetime

_VERSION, _VARIANT = 7 << 76, 2 << 62


class Lot:
    """Draws from a seed, in order."""

    def __init__(self, seed: str, *, now: Callable[[], datetime]) -> None:
        self._seed, self._now, self._count = seed.encode(), now, 0

    def draw(self, size: int) -> bytes:
        """So many bytes, at most 32."""
        self._count += 1
        return hashlib.sha256(self._seed + self._count.to_bytes(8, "big")).digest()[:size]

    def id(self) -> str:
        """A UUID of version 7: the clock's milliseconds, then how many were drawn before, then chance."""
        chance = int.from_bytes(self.draw(6), "big")
        high, low = divmod(self._count & 0xFFFFF, 0x100)
        milliseconds = int(self._now().timestamp() * 1000)
        return str(uuid.UUID(int=milliseconds << 80 | _VERSION | high << 64 | _VARIANT | low << 54 | chance))
