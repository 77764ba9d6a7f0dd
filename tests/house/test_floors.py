"""The house stands on its rules: arrows run down, rooms stay small, nothing goes where it must not."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("msp_desktop", "ui", "db", "resources")
MODULES = [path for floor in FLOORS for path in (ROOT / floor).rglob("*.py")]

BREACHES = {
    "the window reaches past its floor": ("ui/breach.py", "import db.store\n"),
    "an arrow runs up": ("db/breach.py", "import msp_desktop.errors\n"),
    "Qt below the window": ("msp_desktop/breach.py", "import PySide6\n"),
    "SQL above its floor": ("msp_desktop/breach.py", "import sqlalchemy\n"),
    "plain sqlite3": ("db/breach.py", "import sqlite3\n"),
    "a picture decoded beside the keys": ("msp_desktop/breach.py", "import PIL\n"),
    "the network": ("msp_desktop/breach.py", "import socket\n"),
}


def lint(folder: Path) -> int:
    program = Path(sys.executable).with_name("lint-imports")
    where = {"PYTHONPATH": str(folder), "PATH": ""}
    return subprocess.run([program, "--no-cache"], cwd=folder, capture_output=True, check=False, env=where).returncode


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    for floor in FLOORS:
        shutil.copytree(ROOT / floor, folder / floor, ignore=shutil.ignore_patterns("__pycache__", "fonts"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.mark.parametrize("breach", BREACHES)
def test_each_contract_bites_when_it_is_broken(copy: Path, breach: str) -> None:
    name, text = BREACHES[breach]
    (copy / name).write_text(text, "utf-8")
    try:
        assert lint(copy) != 0
    finally:
        (copy / name).unlink()


def test_the_house_as_it_stands_keeps_its_contracts(copy: Path) -> None:
    assert lint(copy) == 0


@pytest.mark.parametrize("name", FLOORS)
def test_a_floor_name_means_this_tree(name: str) -> None:
    assert Path(importlib.import_module(name).__file__ or "").is_relative_to(ROOT)


def test_no_room_is_larger_than_three_hundred_lines() -> None:
    large = {path.name: n for path in MODULES if (n := len(path.read_text("utf-8").splitlines())) > 300}
    assert not large


def test_no_room_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
    assert not [path.name for path in MODULES if path.stem in empty]


def test_every_room_says_what_it_is() -> None:
    silent = [path.name for path in MODULES if not path.read_text("utf-8").startswith(('"""', "#!"))]
    assert not silent


def test_the_repository_speaks_of_the_product_alone() -> None:
    told = re.compile(r"/(?:root|work|opt)/\w|https?://[\w.]*(?:pypi|pythonhosted|npmjs)\.")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    kinds = (".py", ".toml", ".txt", ".in", ".md", ".yaml", "Makefile")
    texts = [ROOT / name for name in listed.split("\n") if name.endswith(kinds)]
    assert not [path.name for path in texts if path.exists() and told.search(path.read_text("utf-8"))]


def test_the_window_has_no_network_either() -> None:
    assert not [path.name for path in MODULES if "QtNetwork" in path.read_text("utf-8")]
