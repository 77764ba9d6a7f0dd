"""The statements of a migration, frozen in a file beside it: one a line. They are never written again."""

from __future__ import annotations

from pathlib import Path

from alembic import op


def run_beside(migration: str) -> None:
    """Run what lies beside a migration's own file, in the transaction of the whole migration."""
    for statement in Path(migration).with_suffix(".sql").read_text("utf-8").splitlines():
        op.get_bind().exec_driver_sql(statement)
