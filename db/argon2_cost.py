"""How dear one guess at a passphrase is (Argon2id, RFC 9106). The throttle: nothing counts or remembers failures."""

from __future__ import annotations

import time
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from db.errors import StorageTrouble
from db.keys import KEY_SIZE

_MIB = 1024
_PATIENCE = 1.2
_HURRY = 0.3


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """Memory in KiB, passes over it, lanes beside each other."""

    memory: int
    passes: int
    lanes: int

    def is_within_bounds(self) -> bool:
        """Dear enough to protect, and not so dear that an edited header makes us ask for all memory there is."""
        return (
            FLOOR.memory <= self.memory <= _CEILING.memory
            and FLOOR.passes <= self.passes <= _CEILING.passes
            and 1 <= self.lanes <= _CEILING.lanes
        )

    def derive(self, secret: bytes, salt: bytes) -> bytearray:
        """A key from a passphrase, in a buffer that the caller wipes. Takes memory and time on purpose."""
        if not self.is_within_bounds():
            raise ValueError("the cost is out of bounds")
        key = bytearray(KEY_SIZE)
        kdf = Argon2id(salt=salt, length=KEY_SIZE, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory)
        try:
            kdf.derive_into(secret, key)
        except MemoryError:
            raise StorageTrouble(
                "This laptop has too little free memory to check a passphrase. Nothing was lost."
                " Close other programs, then try again."
            ) from None
        return key


FLOOR = Argon2Cost(64 * _MIB, 3, 4)
"""RFC 9106, second recommended choice; nothing cheaper is made or accepted."""

DEFAULT = Argon2Cost(256 * _MIB, 3, 4)

_CEILING = Argon2Cost(2048 * _MIB, 20, 16)


def calibrate() -> Argon2Cost:
    """The cost that suits this laptop: the default, cheaper where one guess takes over 1.2 s, dearer under 0.3 s."""
    for memory in (DEFAULT.memory, DEFAULT.memory // 2):
        cost = Argon2Cost(memory, DEFAULT.passes, DEFAULT.lanes)
        took = _seconds(cost)
        if took < _HURRY:
            passes = min(_CEILING.passes, int(cost.passes * _HURRY / took) + 1)
            return Argon2Cost(memory, passes, cost.lanes)
        if took <= _PATIENCE:
            return cost
    return FLOOR


def _seconds(cost: Argon2Cost) -> float:
    started = time.perf_counter()
    try:
        cost.derive(b"calibration", bytes(16))
    except StorageTrouble:
        return float("inf")
    return time.perf_counter() - started
