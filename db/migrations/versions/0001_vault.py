"""Format 1: the first released vault. The statements are frozen beside this file."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    for statement in Path(__file__).with_suffix(".sql").read_text("utf-8").splitlines():
        op.get_bind().exec_driver_sql(statement)
