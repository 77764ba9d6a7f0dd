"""Which format a vault has: making a new one's tables, bringing an older one up to today's, refusing a newer one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from db.errors import Damaged, NewerFormat
from db.faults import told

if TYPE_CHECKING:
    from alembic.config import Config

FORMAT = 2
"""The format this version reads and writes; kept in the database's `user_version`."""

APPLICATION_ID = 0x4D535056
"""'MSPV', so that a file tool can tell a vault's database once it is open."""


def bring_up_to_date(engine: Engine, *, back_up: Callable[[], object]) -> None:
    """Make the tables those of today's format. `back_up` runs first wherever there is something to lose."""
    with told(), engine.connect() as connection:
        found = format_of(connection)
        connection.rollback()
        if found > FORMAT:
            raise NewerFormat(
                "These records were written by a newer version of MSP Desktop. Nothing was changed."
                " Ask your IT team to update this laptop."
            )
        if found == FORMAT:
            return
        if found:
            back_up()
        _change(connection, migrate if found else _make)


def format_of(connection: Connection) -> int:
    """The vault's format number; 0 for an empty database."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection) -> None:
    """Every change since the vault's own format, in the transaction of `connection`; nothing is committed."""
    from alembic import command  # costs a tenth of a second, and most openings need no migration

    command.upgrade(_config(connection), "head")


def _make(connection: Connection) -> None:
    """The tables of a new vault, made at once: what earlier formats had would leave its pages behind."""
    from alembic import command

    from db.migrations.schema import statements

    for statement in statements():
        connection.exec_driver_sql(statement)
    command.stamp(_config(connection), "head")


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


def _change(connection: Connection, change: Callable[[Connection], None]) -> None:
    change(connection)
    _refuse_broken(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
    connection.commit()


def _refuse_broken(connection: Connection) -> None:
    for index in ("search_words", "search_names"):
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('integrity-check')")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise Damaged("The records could not be brought up to date and were left as they were. Ask your IT team.")
