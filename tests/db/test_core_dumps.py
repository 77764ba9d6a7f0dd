"""A crash writes no memory to the disk."""

from __future__ import annotations

import subprocess
import sys

import pytest

ASKED = """
import ctypes, resource
from db import core_dumps
assert core_dumps.turn_off()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what it would do")
def test_the_process_writes_no_core_dump() -> None:
    told = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "(0, 0) 0"
