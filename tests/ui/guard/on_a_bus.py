"""A real window on a bus of its own, with a stand-in for the system's login service: unlocked, then left by somebody.

Run with a vault and what happens: `sleep`, `lock` or `wake`. Says on stdout whether the records are locked after it
and whether the program still keeps the laptop from sleeping.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication

from msp_desktop import demo
from tests.ui.standing import window_on

LOGIN, MANAGER, MOCK = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.DBus.Mock"
STAND_IN = ["/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "logind"]


def main(folder: Path, what: str) -> None:
    """One life of the program."""
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    stand_in = subprocess.Popen(STAND_IN, stdout=subprocess.DEVNULL)
    try:
        app = QApplication([])
        wait(app, lambda: call("ListSeats") is not None)
        live(app, folder, what)
    finally:
        stand_in.terminate()
        stand_in.wait()


def live(app: QApplication, folder: Path, what: str) -> None:
    """Unlock, let it happen, tell."""
    window = window_on(folder)
    window.show()
    window.unlock.passphrase.setText(demo.PASSPHRASE)
    window.unlock.button.click()
    wait(app, lambda: window.inside is not None and keeps_awake())
    happen(what)
    wait(app, lambda: what == "wake" or (window.vault is None and not keeps_awake()))
    sys.stdout.write(f"locked: {window.centralWidget() is window.door}, keeps awake: {keeps_awake()}\n")
    window.close()


def happen(what: str) -> None:
    """What the system says over the bus."""
    if what == "lock":
        path = call("AddSession", "s1", "seat0", 1000, "user", True, interface=MOCK)  # noqa: FBT003 - as it stands there
        call("Lock", path=path, interface=f"{LOGIN}.Session")
    else:
        call("EmitSignal", f"{LOGIN}.Manager", "PrepareForSleep", "b", [what == "sleep"], interface=MOCK)


def call(name: str, *given: Any, path: str = MANAGER, interface: str = f"{LOGIN}.Manager") -> Any:  # noqa: ANN401
    """Ask the stand-in; None while it does not answer."""
    ask = QDBusMessage.createMethodCall(LOGIN, path, interface, name)
    ask.setArguments(list(given))
    reply = QDBusConnection.systemBus().call(ask)
    if reply.type() == QDBusMessage.MessageType.ErrorMessage:
        return None
    return reply.arguments()[0] if reply.arguments() else ""


def keeps_awake() -> bool:
    """Whether the program holds the laptop back from sleeping."""
    ask = ["dbus-send", "--system", "--print-reply", f"--dest={LOGIN}", MANAGER, f"{LOGIN}.Manager.ListInhibitors"]
    return '"sleep"' in subprocess.run(ask, capture_output=True, text=True, check=True).stdout


def wait(app: QApplication, until: Callable[[], bool]) -> None:
    """Let the window work until something holds; at most twenty seconds."""
    end = time.monotonic() + 20
    while not until():
        app.processEvents()
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.01)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
