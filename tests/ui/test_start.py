"""The door is painted before what it does not need is loaded: a worker on a doorstep waits for nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.vaults import make

PAINTED = """
import json, os, sys

def tell_when_painted(event, given):
    if event == "import" and given[0] == "ui.main_window":
        from PySide6.QtWidgets import QApplication, QLabel
        paint = QApplication.processEvents
        def tell(*how):
            paint(*how)
            seen = [each.text() for each in QApplication.topLevelWidgets()[0].findChildren(QLabel) if each.isVisible()]
            sys.stdout.write(json.dumps([seen, sorted(sys.modules)]))
            sys.stdout.flush()
            os._exit(0)
        QApplication.processEvents = staticmethod(tell)

sys.addaudithook(tell_when_painted)
from msp_desktop.__main__ import main
main()
"""


def painted(vault: Path, home: Path) -> tuple[list[str], list[str]]:
    """The words on the painted door of the real program, and the modules that it has loaded by then."""
    places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    words = [sys.executable, "-c", PAINTED, "--vault", str(vault)]
    ran = subprocess.run(words, check=True, capture_output=True, text=True, env={**os.environ, **places})
    seen, loaded = json.loads(ran.stdout)
    return seen, loaded


def test_the_door_is_seen_before_anything_behind_it_is_loaded(tmp_path: Path) -> None:
    make(tmp_path / "vault")
    seen, loaded = painted(tmp_path / "vault", tmp_path)
    assert "Locked records" in seen
    behind = {"sqlalchemy", "sqlcipher3", "cryptography", "msgspec", "yaml", "typst", "alembic",
              "msp_desktop.workspace", "msp_desktop.cli", "ui.inside", "ui.outside"}  # fmt: skip
    assert not behind & set(loaded)
