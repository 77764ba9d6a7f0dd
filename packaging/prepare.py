"""Sets up this checkout: a virtual environment, hashed requirements, the few system packages Qt and the tests need.

Standard library only, since it runs before anything is installed. Says what it does; a second run takes a moment.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = [ROOT / "requirements" / name for name in ("run.txt", "test.txt")]
STAMP = VENV / "prepared"

WINDOW = [
    "libglib2.0-0", "libgl1", "libegl1", "libdbus-1-3", "libfontconfig1", "libxkbcommon0", "libxcb-cursor0",
    "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0", "libcups2",
]  # fmt: skip
TESTS = [
    "age", "openssh-client", "unzip", "xvfb", "xauth", "poppler-utils", "default-jre-headless", "libjaxb-java",
    "dbus-daemon", "dbus-bin", "python3-dbusmock", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi", "evilwm",
]  # fmt: skip


def main(purpose: str) -> int:
    """Prepare for 'run' or 'test'; returns 0 when everything Python needs is there."""
    wanted = WINDOW if purpose == "run" else WINDOW + TESTS
    install_system_packages([*wanted, "python3-venv"] if needs_venv_package() else wanted)
    make_environment()
    install_requirements()
    return 0


def needs_venv_package() -> bool:
    """Whether this Python cannot make a virtual environment by itself, as on a bare Debian."""
    asked = subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True, check=False)
    return not PYTHON.exists() and asked.returncode != 0


def install_system_packages(wanted: list[str]) -> None:
    """Install what is missing where that is allowed, or print the command for somebody who may."""
    if not shutil.which("dpkg-query"):
        return
    missing = [name for name in wanted if not is_installed(name)]
    if not missing:
        return
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing]
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode != 0:
        say(f"Some system packages are missing and cannot be installed from here. Run:\n  sudo {' '.join(install)}")
        return
    say(f"Installing system packages: {' '.join(missing)}")
    quietly([*prefix, "apt-get", "update", "-q"])
    quietly([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *install])


def is_installed(name: str) -> bool:
    """Whether Debian's package of that name is installed."""
    asked = subprocess.run(["dpkg-query", "-W", "-f", "${Status}", name], capture_output=True, text=True, check=False)
    return asked.stdout == "install ok installed"


def make_environment() -> None:
    """The virtual environment in .venv, made once."""
    if not PYTHON.exists():
        say("Making a virtual environment in .venv")
        quietly([sys.executable, "-m", "venv", str(VENV)])


def install_requirements() -> None:
    """Exactly the locked requirements, each checked against its hash; skipped while the locks are unchanged.

    The locks are whole, so nothing is left to pip's own choice: it took newer releases for a library named with extras.
    """
    digest = hashlib.sha256(b"".join(lock.read_bytes() for lock in LOCKS)).hexdigest()
    if STAMP.exists() and STAMP.read_text("utf-8") == digest:
        return
    say("Installing the locked requirements into .venv (this takes a minute or two the first time)")
    for lock in LOCKS:
        quietly([str(PYTHON), "-m", "pip", "install", "-q", "--no-deps", "--require-hashes", "-r", str(lock)])
    quietly([str(PYTHON), "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    quietly([str(PYTHON), "-m", "pip", "check"])
    STAMP.write_text(digest, "utf-8")


def quietly(command: list[str]) -> None:
    """Run a command and show what it said only if it failed."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.stdout.write(done.stdout)
        say(f"This step failed: {' '.join(command[:4])} … Nothing else was changed. Mend it, then run make again.")
        raise SystemExit(done.returncode)


def say(line: str) -> None:
    """One plain line to whoever waits."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))
