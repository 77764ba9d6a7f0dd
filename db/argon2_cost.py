"""How dear one guess at a passphrase is (Argon2id, RFC 9106). The throttle: nothing counts or remembers failures."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from db.errors import StorageTrouble
from db.keys import KEY_SIZE

_MIB = 1024
_WANTED, _PATIENCE = 1.0, 1.2
_MOST_PASSES = 12  # a laptop that was asleep while it was measured must not ask for ever


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


def calibrate(measure: Callable[[Argon2Cost], float] | None = None) -> Argon2Cost:
    """The cost at which one guess takes this laptop about a second, within the bounds.

    As much of the default's memory as can be had in that time, then as many passes over it. `measure` tells the
    seconds that one guess at a cost takes.
    """
    measure = measure or _seconds
    cost = DEFAULT
    while (took := measure(cost)) > _PATIENCE and cost.memory > FLOOR.memory:
        cost = replace(cost, memory=cost.memory // 2)
    passes = round(cost.passes * _WANTED / took)
    return replace(cost, passes=min(_MOST_PASSES, max(FLOOR.passes, passes)))


def _seconds(cost: Argon2Cost) -> float:
    started = time.perf_counter()
    try:
        cost.derive(b"calibration", bytes(16))
    except StorageTrouble:
        return float("inf")
    return time.perf_counter() - started
