"""Format 2: the search index keeps no text of its own, and visits have fewer indexes (ADR 0016)."""

from __future__ import annotations

import hashlib
from typing import Any

from alembic import op

from db.migrations.frozen import run_beside

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    driver: Any = op.get_bind().connection.dbapi_connection
    driver.create_function("digest_of", 2, _digest_of, deterministic=True)
    run_beside(__file__)
    driver.create_function("digest_of", 2, None)


def _digest_of(names: str, words: str) -> bytes:
    told = "\0".join("\n".join(sorted(part.splitlines())) for part in (names, words))
    return hashlib.sha256(told.encode()).digest()
