"""No core dumps: a crash must not write keys and record text to the disk. Called once, before a vault is opened."""

from __future__ import annotations

import sys


def turn_off() -> bool:
    """Ask the operating system never to write this process's memory to a file; False where it cannot be asked."""
    return _turn_off()


if sys.platform == "win32":
    import ctypes

    _NO_DIALOGS = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX: no crash report is written

    def _turn_off() -> bool:
        ctypes.windll.kernel32.SetErrorMode(_NO_DIALOGS)
        return True

else:
    import ctypes
    import resource

    _PR_SET_DUMPABLE = 4

    def _turn_off() -> bool:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform != "linux":
            return True
        # Where a program takes the dumps over, the limit is not asked; the flag also keeps debuggers of this user out.
        return bool(ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
