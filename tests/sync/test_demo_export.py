"""The demo ends with a sealed visit, and the commands it prints open it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from msp_desktop import demo


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("the demo")
    return folder, list(demo.make_short(folder))


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and "vault" not in path.parts}


def test_a_second_demo_makes_nothing_new(told: tuple[Path, list[str]]) -> None:
    folder, lines = told
    before = everything(folder)
    assert len(list((folder / "outbox").glob("*.visit"))) == 1
    assert list(demo.make_short(folder))[1:] == lines
    assert everything(folder) == before


@pytest.mark.needs("unzip", "ssh-keygen", "age", "sha256sum")
def test_the_commands_it_prints_open_the_visit(told: tuple[Path, list[str]], tmp_path: Path) -> None:
    _, lines = told
    script = "\n".join(["set -e", *(line.strip() for line in lines if line.startswith("  "))])
    ran = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert 'Good "visit-bundle" signature' in ran.stdout
    assert "data/revisions.ndjson: OK" in ran.stdout
    assert "I want my card back." in ran.stdout
