"""Format 1: the first vault."""

from __future__ import annotations

from db.migrations.frozen import run_beside

revision = "0001"
down_revision = None


def upgrade() -> None:
    run_beside(__file__)
