"""Lets a thread that does long work stand back behind all others, so that typing never waits for it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

_LOWER_BY = 10
_BELOW_ALL_OTHERS = -2  # THREAD_PRIORITY_LOWEST


def stand_back() -> None:
    """For the thread that calls it, for as long as it lives. Where the system does not let it, it works on as it is."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetThreadPriority(kernel.GetCurrentThread(), _BELOW_ALL_OTHERS)
    elif sys.platform == "linux":  # elsewhere a number like this is a whole process
        with suppress(OSError):
            os.nice(_LOWER_BY)  # from where the program stands; Linux takes it for this thread alone
