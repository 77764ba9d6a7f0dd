"""A vault made once at the floor cost, and a fresh copy of it for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from db import vault
from db.argon2_cost import FLOOR
from tests.db.vaults import CODE, PASSPHRASE, note


@pytest.fixture(scope="session")
def template_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with one note and one sealed attachment; tests copy it and never touch it."""
    folder = tmp_path_factory.mktemp("template") / "vault"
    held = vault.create(folder, PASSPHRASE, code=CODE, cost=FLOOR)
    with held.engine.begin() as connection:
        connection.execute(text("CREATE TABLE note (n INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT"))
        connection.execute(text("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"))
    note(held, "first")
    (folder / "attachments" / "ab").mkdir(parents=True)
    (folder / "attachments" / "ab" / "sealed-file").write_bytes(bytes(range(256)))
    held.close()
    return folder


@pytest.fixture
def vault_folder(template_vault: Path, tmp_path: Path) -> Path:
    """A fresh copy of the template vault; its passphrase is `tests.db.vaults.PASSPHRASE`."""
    return Path(shutil.copytree(template_vault, tmp_path / "vault"))
