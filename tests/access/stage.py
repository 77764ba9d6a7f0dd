"""A screen that nobody sees, the buses of assistive technology, and the real program on them. All of it ends again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

LAUNCHERS = tuple(Path(place) / "at-spi-bus-launcher" for place in ("/usr/libexec", "/usr/lib/at-spi2-core"))
"""Where Debian keeps the program that starts the bus of assistive technology; it stands on no path."""
PYTHON = Path("/usr/bin/python3")
"""The system's own, for which alone the bindings of AT-SPI are packaged."""
HAS_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def missing() -> str:
    """What is not installed here and has no name that could be looked for; "" where all is there."""
    if not any(each.exists() for each in LAUNCHERS):
        return "at-spi2-core"
    asked = subprocess.run([str(PYTHON), "-c", HAS_BINDINGS], capture_output=True, check=False)
    return "python3-gi and gir1.2-atspi-2.0" if asked.returncode else ""


class Stage:
    """What runs is ended in turn, by its own id, with all that it started."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "run").mkdir(mode=0o700)
        self.environment = {
            **os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run"), "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "TZ": "Europe/London",
        }  # fmt: skip
        for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "WAYLAND_DISPLAY"):
            self.environment.pop(name, None)
        self._running: list[subprocess.Popen[str]] = []

    def set_up(self) -> None:
        """A display with a window manager, for without one nothing has the keyboard, and both buses."""
        screen = ("Xvfb", "-screen", "0", "1280x1000x24", "-nolisten", "tcp", "-displayfd", "1")
        self.environment["DISPLAY"] = f":{self._started(screen).strip()}"
        self.run(("evilwm", "--fn", "fixed", "--bw", "0"))
        bus = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._started(bus).strip()
        self.run((str(next(each for each in LAUNCHERS if each.exists())), "--launch-immediately"))

    def start_program(self, vault: Path) -> Path:
        """The program as a worker starts it; tells the file that takes what it says."""
        said = self.folder / "said"
        with said.open("w") as file:
            self.run((sys.executable, "-m", "msp_desktop", "--vault", str(vault)), said=file.fileno())
        return said

    def run(
        self, command: Sequence[str], *, said: int = subprocess.DEVNULL, more: Mapping[str, int] | None = None
    ) -> subprocess.Popen[str]:
        """Start something that goes on until the end."""
        streams = {"stdout": said, "stderr": said if said > 0 else subprocess.DEVNULL, **(more or {})}
        made = subprocess.Popen(command, env=self.environment, text=True, start_new_session=True, **streams)  # type: ignore[call-overload]  # streams by name
        self._running.append(made)
        return made  # type: ignore[no-any-return]  # as above

    def take_down(self) -> None:
        """End everything, the last first."""
        for each in reversed(self._running):
            with suppress(ProcessLookupError):
                os.killpg(each.pid, signal.SIGTERM)
            try:
                each.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(each.pid, signal.SIGKILL)
                each.wait()
            for stream in (each.stdin, each.stdout):
                if stream is not None:
                    stream.close()

    def _started(self, command: Sequence[str]) -> str:
        """Start something that tells in its first line where it is to be found."""
        made = self.run(command, said=subprocess.PIPE, more={"stderr": subprocess.DEVNULL})
        assert made.stdout is not None
        return made.stdout.readline()
