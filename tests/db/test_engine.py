"""Every connection proves that it is encrypted and carries the settings that durability was measured with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from db.engine import connect, make_engine, transaction
from db.errors import Damaged


def key() -> bytearray:
    return bytearray(range(32))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = make_engine(tmp_path / "a #folder %41?.db", key)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE note (words TEXT) STRICT"))
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("setting", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("temp_store", 2), ("secure_delete", 1),
     ("cache_size", -16000), ("trusted_schema", 0), ("cell_size_check", 1), ("journal_size_limit", 16777216),
     ("busy_timeout", 10000)],
)  # fmt: skip
def test_a_writer_has_the_measured_settings(engine: Engine, setting: str, value: object) -> None:
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {setting}").scalar() == value


def test_a_reader_cannot_write(engine: Engine, tmp_path: Path) -> None:
    reader = make_engine(tmp_path / "a #folder %41?.db", key, readonly=True)
    with pytest.raises(OperationalError, match="readonly"), reader.begin() as connection:
        connection.execute(text("INSERT INTO note VALUES ('x')"))
    reader.dispose()


@pytest.mark.parametrize("size", [0, 31, 33, 64])
def test_a_key_of_another_length_is_never_taken_as_a_passphrase(tmp_path: Path, size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connect(tmp_path / "vault.db", lambda: bytearray(size))


def test_a_key_that_does_not_fit_is_damage_and_says_nothing_on_stderr(
    engine: Engine, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Damaged):
        connect(tmp_path / "a #folder %41?.db", lambda: bytearray(32))
    assert capfd.readouterr() == ("", "")


def test_the_key_buffer_is_wiped_after_use(tmp_path: Path) -> None:
    given = key()
    connect(tmp_path / "vault.db", lambda: given).close()
    assert given == bytearray(32)


def test_values_never_stand_in_an_error(engine: Engine) -> None:
    with pytest.raises(OperationalError) as caught, engine.begin() as connection:
        connection.execute(text("INSERT INTO nothing VALUES (:words)"), {"words": "told in confidence"})
    assert "told in confidence" not in str(caught.value)


def test_values_never_stand_in_an_error_of_the_driver(engine: Engine) -> None:
    with transaction(engine) as unit, pytest.raises(dbapi2.Error) as caught:
        unit.run("INSERT INTO note VALUES (?), (1 / 0), (x'00')", ("told in confidence",))
    assert "told in confidence" not in str(caught.value)


def test_schema_changes_are_undone_with_their_transaction(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE other (x TEXT) STRICT"))
        connection.rollback()
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 1
