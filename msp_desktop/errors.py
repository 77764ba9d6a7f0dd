"""Every failure a person can be told about, with the number a script sees. Two families: the world's fault, our bug.

The sentences stand where the failure is raised; the ones of the vault floor come from `db.errors`.
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar

from db.errors import BadInput, Conflict, Damaged, Failure, InUse, NewerFormat, Stopped, StorageTrouble, WrongSecret

__all__ = [
    "BadInput",
    "Conflict",
    "Damaged",
    "ExitCode",
    "Failure",
    "FaultsFound",
    "InUse",
    "NewerFormat",
    "Stopped",
    "StorageTrouble",
    "WrongSecret",
]


class ExitCode(IntEnum):
    """What `msp-desktop` answers a script with."""

    DONE = 0
    BUG = 1
    USAGE = 2
    WRONG_SECRET = 3
    DAMAGED = 4
    IN_USE = 5
    NEWER_FORMAT = 6
    STORAGE = 7
    BAD_INPUT = 8
    FAULTS_FOUND = 9


class FaultsFound(Failure):
    """A check ran to its end and found faults; the sentence counts them, the report names them."""

    code: ClassVar[int] = ExitCode.FAULTS_FOUND
