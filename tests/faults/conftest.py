"""A whole vault made once, a fresh copy of it for each test, and commands run on it as a person runs them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from msp_desktop.cli import main
from tests.db.vaults import PASSPHRASE
from tests.vaults import make


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "vault"
    make(folder)
    return folder


@pytest.fixture
def vault(template: Path, tmp_path: Path) -> Path:
    """A closed vault that holds Margaret."""
    return Path(shutil.copytree(template, tmp_path / "vault"))


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command with the vault's passphrase, or another one."""

    def run(*words: object, passphrase: str = PASSPHRASE) -> Ran:
        file = tmp_path / "passphrase"
        file.write_text(passphrase, "utf-8")
        code = main([*map(str, words), "--passphrase-file", str(file)])
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return run
