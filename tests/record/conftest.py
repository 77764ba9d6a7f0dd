"""A real sealed store for the records room: one template database a session, a copy for each test, time in hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.engine import make_engine
from db.migrations.format import bring_up_to_date
from db.store import Store
from msp_desktop.record.kinds import searched_text


def key() -> bytearray:
    return bytearray(range(32))


class Hands:
    """A clock whose hands a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 10, 14, 9, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_minutes(self, count: int) -> None:
        self.now += timedelta(minutes=count)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "vault.db"
    engine = make_engine(path, key)
    bring_up_to_date(engine, back_up=lambda: None)
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    engine.dispose()
    return path


@pytest.fixture
def store(template: Path, tmp_path: Path, hands: Hands) -> Iterator[Store]:
    path = tmp_path / "vault.db"
    shutil.copy(template, path)
    engine = make_engine(path, key)
    yield Store(engine, device="laptop-1", author="Ade Bello", prose=searched_text, now=hands)
    engine.dispose()
